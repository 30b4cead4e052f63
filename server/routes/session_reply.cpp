#include "server/routes/session_reply.h"

#include <string>
#include <utility>

#include "server/http/reply.h"

namespace roost {

namespace {

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

void set_cookie(Reply& reply, const Config& config, std::string_view token, std::int64_t seconds) {
    auto cookie = std::string(kRefreshCookie) + "=" + std::string(token) +
                  "; HttpOnly; SameSite=Strict; Path=/api/v1/auth; Max-Age=" + std::to_string(seconds);
    if (!is_plain_localhost(config.public_url)) cookie += "; Secure";
    reply.headers.emplace_back("Set-Cookie", std::move(cookie));
}

}  // namespace

Reply refusal_reply(const SignInRefusal& refusal) {
    const auto& error = refusal.error;
    if (refusal.retry_seconds > 0) return wait_reply(refusal.retry_seconds, error.message);
    if (refusal.code.empty()) return error_reply(error);
    return problem_reply(http_status(error.code), refusal.code, error.message);
}

Reply session_reply(const Config& config, const Session& session) {
    auto reply = json_reply(200, text_written_by([&](JsonWriter& out) {
                                out.begin_object().key("access_token").string(session.access_token);
                                out.key("expires_in").integer(session.expires_in).key("agent");
                                write_profile(out, session.profile);
                                out.end_object();
                            }));
    set_cookie(reply, config, session.refresh_token, kRefreshSeconds);
    return reply;
}

void clear_refresh_cookie(Reply& reply, const Config& config) {
    set_cookie(reply, config, "", 0);
}

}  // namespace roost
