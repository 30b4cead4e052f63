// Is the process up, and can it do its work?
#include <string>

#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/routes.h"
#include "server/store/store.h"

namespace roost {

namespace {

// With the number of open event streams, which says how many browsers are being served.
Reply ready(const RouteDeps& on) {
    const auto checked = on.deps.store.check_health();
    if (!checked) return error_reply(checked.error());
    const auto streams = std::to_string(on.hub.stream_count());
    return json_reply(200, R"({"status":"ready","streams":)" + streams + "}");
}

}  // namespace

void bind_health(Router& router, const RouteDeps& on) {
    for (const std::string prefix : {"/health", "/api/v1/health"}) {
        const auto live = [](const Request&) { return json_reply(200, R"({"status":"live"})"); };
        router.add("GET", prefix + "/live", open_to_all(live));
        router.add("GET", prefix + "/ready", open_to_all([on](const Request&) { return ready(on); }));
    }
}

}  // namespace roost
