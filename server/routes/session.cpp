// Sign in, stay signed in, sign out, and one's own password.
#include "server/app/sessions.h"

#include "server/app/two_factor.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/routes/session_reply.h"
#include "server/store/store.h"
#include "shared/base/json.h"

namespace roost {

namespace {

// A whole office may sit behind one address. Passwords have a throttle of their own (app/sign_in_throttle).
constexpr AddressLimit kSignIns{"sign-in", 60};
constexpr AddressLimit kRenewals{"renewal", 600};

Reply log_in(const Deps& deps, const Request& request) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    const auto email = required_string(*body, "email");
    if (!email) return error_reply(email.error());
    const auto password = required_string(*body, "password");
    if (!password) return error_reply(password.error());
    const auto code = string_or(*body, "code", "");
    const auto session = sign_in(deps, Credentials{*email, *password, code}, origin_of(request));
    return session ? session_reply(deps.config, *session) : refusal_reply(session.error());
}

Reply refresh(const Deps& deps, const Request& request) {
    const auto token = request.cookie(kRefreshCookie).value_or("");
    const auto session = refresh_session(deps, token, origin_of(request));
    if (session) return session_reply(deps.config, *session);
    auto reply = error_reply(session.error());
    if (session.error().code == ErrorCode::kUnauthorized) clear_refresh_cookie(reply, deps.config);
    return reply;
}

Reply log_out(const Deps& deps, const Request& request) {
    sign_out(deps, request.cookie(kRefreshCookie).value_or(""));
    auto reply = empty_reply(204);
    clear_refresh_cookie(reply, deps.config);
    return reply;
}

Reply me(const Deps& deps, const Principal& who) {
    auto profile = deps.store.find_profile(who.agent);
    if (!profile) return error_reply(profile.error());
    profile->permissions = permission_names(permissions_of(who));
    const auto second = two_factor_of(deps, who.agent);
    if (!second) return error_reply(second.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object();
                          write_profile_members(out, *profile);
                          out.key("now").time(deps.clock.now());
                          // A program has none, and a page of a site is not told.
                          if (!who.key && !who.site) {
                              out.key("two_factor").begin_object().key("is_on").boolean(second->is_on);
                              out.key("recovery_codes_left").integer(second->recovery_codes_left);
                              out.end_object();
                          }
                          out.end_object();
                      }));
}

Reply new_password(const Deps& deps, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    const auto old_one = required_string(*body, "old_password");
    if (!old_one) return error_reply(old_one.error());
    const auto fresh = required_string(*body, "password");
    if (!fresh) return error_reply(fresh.error());
    const auto done = change_password(deps, actor_of(request, who), *old_one, *fresh);
    return done ? empty_reply(204) : refusal_reply(done.error());
}

}  // namespace

void bind_session(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto log_in_here = [&deps](const Request& request) { return log_in(deps, request); };
    const auto refresh_here = [&deps](const Request& request) { return refresh(deps, request); };
    const auto log_out_here = [&deps](const Request& request) { return log_out(deps, request); };
    const auto me_here = [&deps](const Request&, const Principal& who) { return me(deps, who); };
    const auto password = [&deps](const Request& request, const Principal& who) {
        return new_password(deps, request, who);
    };
    router.add("POST", "/api/v1/auth/login", open_with_limit(deps, kSignIns, log_in_here), kSignInBytes);
    router.add("POST", "/api/v1/auth/refresh", open_with_limit(deps, kRenewals, refresh_here));
    router.add("POST", "/api/v1/auth/logout", open_with_limit(deps, kRenewals, log_out_here));
    router.add("GET", "/api/v1/auth/me", for_any_reach(deps, Permission::kRead, me_here));
    router.add(
        "POST", "/api/v1/auth/password", for_permission(deps, Permission::kOwnAccount, password), kSignInBytes
    );
}

}  // namespace roost
