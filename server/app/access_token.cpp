#include "server/app/access_token.h"

#include <array>

#include <sodium.h>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

using Signature = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string to_base64url(const unsigned char* bytes, std::size_t size) {
    std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();  // its terminator
    return text;
}

// Empty for what is no base64url.
std::string from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int done = sodium_base642bin(
        reinterpret_cast<unsigned char*>(bytes.data()),
        bytes.size(),
        text.data(),
        text.size(),
        nullptr,
        &size,
        nullptr,
        sodium_base64_VARIANT_URLSAFE_NO_PADDING
    );
    bytes.resize(done == 0 ? size : 0);
    return bytes;
}

Signature sign(std::string_view key, std::string_view text) {
    Signature signature;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
    crypto_auth_hmacsha256_final(&state, signature.data());
    return signature;
}

const std::string& header() {
    static const std::string kHeader = [] {
        constexpr std::string_view kJson = R"({"alg":"HS256","typ":"JWT"})";
        return to_base64url(bytes_of(kJson), kJson.size());
    }();
    return kHeader;
}

bool is_signed(std::string_view key, std::string_view text, std::string_view signature) {
    const auto given = from_base64url(signature);
    const auto expected = sign(key, text);
    return given.size() == expected.size() &&
           sodium_memcmp(given.data(), expected.data(), expected.size()) == 0;
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
    auto token = header() + "." + to_base64url(bytes_of(claims), claims.size());
    const auto signature = sign(key, token);
    return token + "." + to_base64url(signature.data(), signature.size());
}

Result<Principal> read_access_token(std::string_view key, std::string_view token, UnixMillis now) {
    const auto refused =
        fail(ErrorCode::kUnauthorized, "The access token is not one of ours. Sign in again.");
    const auto last_dot = token.rfind('.');
    const auto prefix = header() + ".";
    // An empty key would let everybody sign.
    if (key.empty() || last_dot == std::string_view::npos || !token.starts_with(prefix)) return refused;
    if (last_dot < prefix.size()) return refused;
    if (!is_signed(key, token.substr(0, last_dot), token.substr(last_dot + 1))) return refused;
    const auto claims = parse_json(from_base64url(token.substr(prefix.size(), last_dot - prefix.size())));
    if (!claims) return refused;
    const auto who = read_claims(*claims, now);
    return who ? who : fail(ErrorCode::kUnauthorized, who.error().message);
}

}  // namespace roost
