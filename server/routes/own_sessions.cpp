// Where one is signed in, and ending that from afar.
#include "server/app/device_name.h"
#include "server/app/sessions.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

void write_session(JsonWriter& out, const SessionRow& session, SessionId current) {
    out.begin_object().key("id").id(session.id);
    out.key("device").string(device_name(session.device));
    out.text_member("address", session.address);
    out.key("started_at").time(session.started_at).key("last_used_at").time(session.last_used_at);
    out.key("is_current").boolean(session.id == current).end_object();
}

Reply list(const Deps& deps, const Principal& who) {
    const auto sessions = list_sessions(deps, who.agent);
    if (!sessions) return error_reply(sessions.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("sessions").begin_array();
                          for (const auto& session : *sessions)
                              write_session(out, session, who.session);
                          out.end_array().end_object();
                      }));
}

Status end_one(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<SessionId>(request));
    return end_session(deps, actor_of(request, who), id);
}

}  // namespace

void bind_own_sessions(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto list_here = [&deps](const Request&, const Principal& who) { return list(deps, who); };
    const auto end_here = [&deps](const Request& request, const Principal& who) {
        const auto done = end_one(deps, request, who);
        return done ? empty_reply(204) : error_reply(done.error());
    };
    const auto end_others = [&deps](const Request& request, const Principal& who) {
        const auto done = end_other_sessions(deps, actor_of(request, who));
        return done ? empty_reply(204) : error_reply(done.error());
    };
    router.add("GET", "/api/v1/sessions", for_permission(deps, Permission::kOwnAccount, list_here));
    router.add("DELETE", "/api/v1/sessions", for_permission(deps, Permission::kOwnAccount, end_others));
    router.add("DELETE", "/api/v1/sessions/{id}", for_permission(deps, Permission::kOwnAccount, end_here));
}

}  // namespace roost
