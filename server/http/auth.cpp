#include "server/http/auth.h"

#include <string>
#include <utility>

#include "server/app/sessions.h"
#include "server/http/reply.h"
#include "shared/base/json.h"

namespace roost {

namespace {

std::string_view bearer_token(const Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto header = request.header("Authorization").value_or("");
    const bool is_bearer =
        header.size() > kScheme.size() && equals_ignoring_case(header.substr(0, kScheme.size()), kScheme);
    return is_bearer ? header.substr(kScheme.size()) : std::string_view();
}

std::string base64url_decoded(std::string_view text) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    unsigned int bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto value = kDigits.find(c);
        if (value == std::string_view::npos) break;
        bits = (bits << 6U | static_cast<unsigned int>(value)) & 0xffffU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out.push_back(static_cast<char>(bits >> static_cast<unsigned int>(count) & 0xffU));
        }
    }
    return out;
}

}  // namespace

Result<Principal> check_request(const Deps& deps, const Request& request) {
    const auto token = bearer_token(request);
    if (token.empty()) return fail(ErrorCode::kUnauthorized, "Sign in first: the request carries no token.");
    return check_access_token(deps, token);
}

Handler for_agents(const Deps& deps, AgentHandler handler) {
    return [&deps, handler = std::move(handler)](const Request& request) {
        const auto who = check_request(deps, request);
        return who ? handler(request, *who) : error_reply(who.error());
    };
}

Handler for_admins(const Deps& deps, AgentHandler handler) {
    return for_agents(deps, [handler = std::move(handler)](const Request& request, const Principal& who) {
        if (who.role == AgentRole::kAdmin) return handler(request, who);
        return problem_reply(403, "forbidden", "Only administrators may do this.");
    });
}

Handler for_supervisors(const Deps& deps, AgentHandler handler) {
    return for_agents(deps, [handler = std::move(handler)](const Request& request, const Principal& who) {
        if (leads(who.role)) return handler(request, who);
        return problem_reply(403, "forbidden", "Only administrators and supervisors may do this.");
    });
}

UnixMillis token_expiry(const Request& request, UnixMillis now) {
    const auto token = bearer_token(request);
    const auto first = token.find('.');
    if (first == std::string_view::npos) return now;
    const auto claims = parse_json(base64url_decoded(token.substr(first + 1)));
    const auto seconds = claims ? optional_integer(*claims, "exp") : std::nullopt;
    return seconds ? *seconds * kSecond : now;
}

}  // namespace roost
