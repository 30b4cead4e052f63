// Invitations, and the first start: what is behind a link that somebody was given, and the links that are
// out.
#include "server/app/invitations.h"

#include "server/app/clock.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/invitation_reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/routes/session_reply.h"
#include "server/store/store.h"
#include "shared/base/json.h"

namespace roost {

namespace {

// Nobody guesses a token; this bounds what trying costs us.
constexpr AddressLimit kLinks{"link", 30};

Reply list(const Deps& deps) {
    const auto invitations = deps.store.people().list_invitations();
    if (!invitations) return error_reply(invitations.error());
    const auto now = deps.clock.now();
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("invitations").begin_array();
                          for (const auto& one : *invitations) {
                              if (now < one.expires_at) write_invitation(out, one);
                          }
                          out.end_array().end_object();
                      }));
}

Status withdraw(const Deps& deps, const Request& request, const Principal& who) {
    const auto id = parse_decimal(request.path_value("id"));
    if (!id) return fail(ErrorCode::kNotFound, "There is no such invitation.");
    return withdraw_invitation(deps, actor_of(request, who), *id);
}

// To whoever has the link: what stands in it anyway, and no more.
Reply show(const Deps& deps, const Request& request) {
    const auto found = find_invitation(deps, request.path_value("id"));
    if (!found) return error_reply(found.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("email").string(found->email);
                          out.key("name").string(found->name).key("role").string(role_name(found->role));
                          out.key("expires_at").time(found->expires_at).end_object();
                      }));
}

Result<Newcomer> read_newcomer(const Request& request) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto password, required_string(body, "password"));
    return Newcomer{string_or(body, "email", ""), string_or(body, "name", ""), password};
}

Reply show_setup(const Deps& deps, const Request& request) {
    const auto good = check_setup(deps, request.path_value("id"));
    if (!good) return error_reply(good.error());
    return json_reply(200, R"({"role":"admin"})");
}

// Behind either link somebody signs up, and is signed in.
using Accept = Result<Session> (*)(const Deps&, std::string_view, const Newcomer&, const Origin&);
Reply sign_up(const Deps& deps, const Request& request, Accept accept) {
    const auto newcomer = read_newcomer(request);
    if (!newcomer) return error_reply(newcomer.error());
    const auto session = accept(deps, request.path_value("id"), *newcomer, origin_of(request));
    return session ? session_reply(deps.config, *session) : error_reply(session.error());
}

}  // namespace

void write_invitation(JsonWriter& out, const InvitationRow& invitation) {
    out.begin_object().key("id").decimal(invitation.id).key("email").string(invitation.email);
    out.key("name").string(invitation.name).key("role").string(role_name(invitation.role));
    out.key("invited_by").id(invitation.invited_by);
    out.key("created_at").time(invitation.created_at);
    out.key("expires_at").time(invitation.expires_at).end_object();
}

Reply invited_reply(const Invited& invited) {
    return json_reply(201, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("invitation");
                          write_invitation(out, invited.row);
                          out.key("link").string(invited.link).end_object();
                      }));
}

void bind_invitations(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto list_here = [&deps](const Request&, const Principal&) { return list(deps); };
    const auto withdraw_here = [&deps](const Request& request, const Principal& who) {
        const auto gone = withdraw(deps, request, who);
        return gone ? empty_reply(204) : error_reply(gone.error());
    };
    const auto show_here = [&deps](const Request& request) { return show(deps, request); };
    const auto accept = [&deps](const Request& request) { return sign_up(deps, request, accept_invitation); };
    const auto show_setup_here = [&deps](const Request& request) { return show_setup(deps, request); };
    const auto set_up_here = [&deps](const Request& request) { return sign_up(deps, request, set_up); };
    const auto one = "/api/v1/invitations/{id}";
    router.add("GET", "/api/v1/invitations", for_permission(deps, Permission::kManagePeople, list_here));
    router.add("DELETE", one, for_permission(deps, Permission::kManagePeople, withdraw_here));
    router.add("GET", one, open_with_limit(deps, kLinks, show_here));
    router.add("POST", one, open_with_limit(deps, kLinks, accept), kSignInBytes);
    router.add("GET", "/api/v1/setup/{id}", open_with_limit(deps, kLinks, show_setup_here));
    router.add("POST", "/api/v1/setup/{id}", open_with_limit(deps, kLinks, set_up_here), kSignInBytes);
}

}  // namespace roost
