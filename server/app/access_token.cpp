#include "server/app/access_token.h"

#include "server/app/hs256.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

// Each day has a key of its own, made from the one that is kept: whoever learns one signs for a day.
constexpr UnixMillis kKeyLife = kDay;

std::string header_of(std::int64_t day) {
    return to_base64url(R"({"alg":"HS256","kid":")" + std::to_string(day) + R"(","typ":"JWT"})") + ".";
}

std::string key_of(std::string_view kept, std::int64_t day) {
    if (kept.empty()) return "";
    return hs256_signature(kept, "access tokens of day " + std::to_string(day));
}

Result<Principal> read_claims(const Json& claims, UnixMillis now) {
    ASSIGN_OR_RETURN(const auto agent, required_id<AgentId>(claims, "sub"));
    ASSIGN_OR_RETURN(const auto session, required_id<SessionId>(claims, "sid"));
    ASSIGN_OR_RETURN(const auto role_text, required_string(claims, "role"));
    ASSIGN_OR_RETURN(const auto ends_at, required_integer(claims, "exp"));
    const auto role = parse_role(role_text);
    if (!role || !agent) return fail(ErrorCode::kUnauthorized, "The access token says nothing Roost knows.");
    if (now / kSecond >= ends_at) return fail(ErrorCode::kUnauthorized, "The access token has expired.");
    Principal who{agent, *role};
    who.session = session;
    who.ends_at = ends_at * kSecond;
    return who;
}

}  // namespace

std::string make_access_token(
    std::string_view key, const Principal& who, UnixMillis now, std::int64_t seconds
) {
    const auto claims = text_written_by([&](JsonWriter& out) {
        out.begin_object()
            .key("sub")
            .id(who.agent)
            .key("role")
            .string(role_name(who.role))
            .key("sid")
            .id(who.session);
        out.key("iat").integer(now / kSecond).key("exp").integer(now / kSecond + seconds).end_object();
    });
    const auto day = now / kKeyLife;
    const auto token = header_of(day) + to_base64url(claims);
    return token + "." + hs256_signature(key_of(key, day), token);
}

Result<Principal> read_access_token(std::string_view key, std::string_view token, UnixMillis now) {
    const auto refused =
        fail(ErrorCode::kUnauthorized, "The access token is not one of ours. Sign in again.");
    const auto last_dot = token.rfind('.');
    // One that was made before midnight is good after it.
    auto day = now / kKeyLife;
    if (!token.starts_with(header_of(day))) --day;
    const auto prefix = header_of(day);
    if (last_dot == std::string_view::npos || !token.starts_with(prefix)) return refused;
    if (last_dot < prefix.size()) return refused;
    const auto signed_part = token.substr(0, last_dot);
    if (!is_hs256_signature(key_of(key, day), signed_part, token.substr(last_dot + 1))) return refused;
    const auto claims = parse_json(from_base64url(token.substr(prefix.size(), last_dot - prefix.size())));
    if (!claims) return refused;
    const auto who = read_claims(*claims, now);
    return who ? who : fail(ErrorCode::kUnauthorized, who.error().message);
}

}  // namespace roost
