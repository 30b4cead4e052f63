// What the Graph API answers about the number itself: whom it blocks, and its profile.
#include <algorithm>

#include "server/simulator/graph.h"

namespace roost::simulator {

Reply Graph::answer_blocked(const Request& request) {
    const std::lock_guard lock(shared_.mutex);
    Account& account = shared_.account;
    if (request.method == "GET") {
        const auto limit = parse_decimal(query_text(request, "limit")).value_or(25);
        const auto most = static_cast<std::size_t>(std::clamp<std::int64_t>(limit, 1, 1000));
        return account.blocked.list(query_text(request, "after"), most);
    }
    const auto body = parse_json(request.body);
    if (!body) return refuse(graph_error(100, body.error().message));
    if (request.method == "POST") return account.block_users(*body, wall_clock());
    return account.blocked.unblock(*body, account.ids.trace_id());
}

Reply Graph::answer_profile(const Request& request) {
    const std::lock_guard lock(shared_.mutex);
    Profile& profile = shared_.account.profile;
    if (request.method == "GET") return json_reply(profile.page(query_text(request, "fields")));
    const auto body = parse_json(request.body);
    if (!body) return refuse(graph_error(100, body.error().message));
    if (const auto refusal = profile.change(*body)) return refuse(*refusal);
    return json_reply(Json{{"success", true}});
}

}  // namespace roost::simulator
