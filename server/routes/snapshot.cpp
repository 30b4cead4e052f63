// What a client starts from: the first screen as of one event.
#include "shared/wire/snapshot.h"

#include <utility>

#include "server/app/sight.h"
#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/routes.h"
#include "server/store/store.h"

namespace roost {

namespace {

constexpr int kRows = 100;

Reply snapshot(const Deps& deps, const Request& request, const Principal& who) {
    const auto limit = read_limit(request, kRows, 500);
    if (!limit) return error_reply(limit.error());
    auto taken = deps.store.snapshot(who.agent, *limit, who.reach);
    if (!taken) return error_reply(taken.error());
    for (auto& row : taken->conversations.conversations)
        row = narrowed(std::move(row), who.reach);
    taken->now = deps.clock.now();
    taken->sight = sight_mark(who.reach);
    taken->me.permissions = permission_names(permissions_of(who));
    taken->record_types = parse_record_types(deps.config.record_types).value_or(std::vector<std::string>());
    return json_reply(200, write_snapshot(*taken));
}

}  // namespace

void bind_snapshot(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto answer = [&deps](const Request& request, const Principal& who) {
        return snapshot(deps, request, who);
    };
    router.add("GET", "/api/v1/snapshot", for_any_reach(deps, Permission::kRead, answer));
}

}  // namespace roost
