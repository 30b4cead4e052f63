// What Meta says about templates, numbers and the account: for administrators, until one has seen it.
#include "server/app/account_notices.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr int kMostShown = 100;

Reply list(const Deps& deps) {
    const auto notices = deps.store.list_account_notices(kMostShown);
    if (!notices) return error_reply(notices.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("notices").begin_array();
                          for (const auto& notice : *notices)
                              write_account_notice(out, notice);
                          out.end_array().end_object();
                      }));
}

Reply dismiss(const Deps& deps, const Request& request, const Principal& who) {
    const auto id = parse_decimal(request.path_value("id"));
    if (!id) return error_reply({ErrorCode::kNotFound, "There is nothing with this id."});
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const bool was_there, dismiss_account_notice(transaction, *id));
        if (!was_there) return {};
        const auto actor = actor_of(request, who);
        return note_action(deps, transaction, actor, "notice.dismissed", std::to_string(*id));
    });
    return done ? empty_reply(204) : error_reply(done.error());
}

}  // namespace

void bind_notices(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto list_here = [&deps](const Request&, const Principal&) { return list(deps); };
    const auto dismiss_here = [&deps](const Request& request, const Principal& who) {
        return dismiss(deps, request, who);
    };
    router.add("GET", "/api/v1/notices", for_permission(deps, Permission::kReadNotices, list_here));
    router.add(
        "DELETE", "/api/v1/notices/{id}", for_permission(deps, Permission::kReadNotices, dismiss_here)
    );
}

}  // namespace roost
