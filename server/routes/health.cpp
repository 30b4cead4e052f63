// Is the process up, and can it do its work?
#include "server/http/reply.h"
#include "server/routes/routes.h"
#include "server/store/store.h"

namespace roost {

namespace {

Reply ready(const Deps& deps) {
    const auto checked = deps.store.check_health();
    return checked ? json_reply(200, R"({"status":"ready"})") : error_reply(checked.error());
}

}  // namespace

void bind_health(Router& router, const RouteDeps& on) {
    for (const std::string prefix : {"/health", "/api/v1/health"}) {
        router.add("GET", prefix + "/live", [](const Request&) {
            return json_reply(200, R"({"status":"live"})");
        });
        router.add("GET", prefix + "/ready", [&deps = on.deps](const Request&) { return ready(deps); });
    }
}

}  // namespace roost
