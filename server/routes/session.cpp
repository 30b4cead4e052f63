// Sign in, stay signed in, sign out. The access token travels in the body; the refresh token only in a cookie
// that no script can read and no other site can send.
#include "server/app/sessions.h"

#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/routes.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr std::string_view kCookie = "roost_refresh";
constexpr std::size_t kSignInBytes = std::size_t{16} * 1024;
constexpr std::int64_t kRefreshSeconds = std::int64_t{30} * 24 * 3600;

// Over plain http only on this very machine; browsers there would drop a Secure cookie.
bool is_plain_localhost(std::string_view public_url) {
    for (const std::string_view host : {"http://localhost", "http://127.0.0.1", "http://[::1]"}) {
        if (!public_url.starts_with(host)) continue;
        const auto rest = public_url.substr(host.size());
        if (rest.empty() || rest.front() == ':' || rest.front() == '/') return true;
    }
    return false;
}

void set_refresh_cookie(Reply& reply, const Config& config, std::string_view token, std::int64_t seconds) {
    auto cookie = std::string(kCookie) + "=" + std::string(token) +
                  "; HttpOnly; SameSite=Strict; Path=/api/v1/auth; Max-Age=" + std::to_string(seconds);
    if (!is_plain_localhost(config.public_url)) cookie += "; Secure";
    reply.headers.emplace_back("Set-Cookie", std::move(cookie));
}

void write_agent(JsonWriter& out, const Profile& agent) {
    out.begin_object().key("id").id(agent.id).key("name").string(agent.name);
    out.key("email").string(agent.email).key("role").string(agent.role).end_object();
}

Reply session_reply(const Config& config, const Session& session) {
    auto reply = json_reply(200, text_written_by([&](JsonWriter& out) {
                                out.begin_object().key("access_token").string(session.access_token);
                                out.key("expires_in").integer(session.expires_in).key("agent");
                                write_agent(out, session.profile);
                                out.end_object();
                            }));
    set_refresh_cookie(reply, config, session.refresh_token, kRefreshSeconds);
    return reply;
}

Reply log_in(const Deps& deps, const Request& request) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    const auto email = required_string(*body, "email");
    if (!email) return error_reply(email.error());
    const auto password = required_string(*body, "password");
    if (!password) return error_reply(password.error());
    const auto session = sign_in(deps, *email, *password);
    return session ? session_reply(deps.config, *session) : error_reply(session.error());
}

Reply refresh(const Deps& deps, const Request& request) {
    const auto session = refresh_session(deps, request.cookie(kCookie).value_or(""));
    if (session) return session_reply(deps.config, *session);
    auto reply = error_reply(session.error());
    if (session.error().code == ErrorCode::kUnauthorized) set_refresh_cookie(reply, deps.config, "", 0);
    return reply;
}

Reply log_out(const Deps& deps, const Request& request) {
    sign_out(deps, request.cookie(kCookie).value_or(""));
    auto reply = empty_reply(204);
    set_refresh_cookie(reply, deps.config, "", 0);
    return reply;
}

}  // namespace

void bind_session(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto log_in_here = [&deps](const Request& request) { return log_in(deps, request); };
    router.add("POST", "/api/v1/auth/login", open_to_all(log_in_here), kSignInBytes);
    const auto refresh_here = [&deps](const Request& request) { return refresh(deps, request); };
    router.add("POST", "/api/v1/auth/refresh", open_to_all(refresh_here));
    const auto log_out_here = [&deps](const Request& request) { return log_out(deps, request); };
    router.add("POST", "/api/v1/auth/logout", open_to_all(log_out_here));
    const auto me = [&deps](const Request&, const Principal& who) {
        const auto profile = deps.store.find_profile(who.agent);
        if (!profile) return error_reply(profile.error());
        return json_reply(200, text_written_by([&](JsonWriter& out) { write_agent(out, *profile); }));
    };
    router.add("GET", "/api/v1/auth/me", for_permission(deps, Permission::kRead, me));
}

}  // namespace roost
