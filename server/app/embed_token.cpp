#include "server/app/embed_token.h"

#include <utility>

#include "server/app/hs256.h"
#include "shared/base/json.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kLongestToken = 8'000;
constexpr std::size_t kLongestJti = 200;

tl::unexpected<Error> refused(std::string why) {
    return fail(ErrorCode::kUnauthorized, std::move(why));
}

struct Parts {
    std::string_view header;
    std::string_view claims;
    std::string_view signed_text;
    std::string_view signature;
};

std::optional<Parts> parts_of(std::string_view token) {
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (token.size() > kLongestToken || first == std::string_view::npos || first == last) return std::nullopt;
    const Parts parts{
        token.substr(0, first),
        token.substr(first + 1, last - first - 1),
        token.substr(0, last),
        token.substr(last + 1)};
    if (parts.claims.find('.') != std::string_view::npos) return std::nullopt;
    return parts;
}

Result<Json> object_in(std::string_view part) {
    ASSIGN_OR_RETURN(auto json, parse_json(from_base64url(part)));
    if (!json.is_object()) return refused("A part of the token is no JSON object.");
    return json;
}

// The one algorithm; what else a header may ask for (another, "none", a key of its own) is not looked at.
bool is_hs256(const Json& header) {
    const auto type = optional_string(header, "typ");
    return string_or(header, "alg", "") == "HS256" && !header.contains("crit") &&
           (!header.contains("typ") || type == "JWT");
}

Result<UnixMillis> seconds_in(const Json& claims, std::string_view key) {
    const auto seconds = optional_number(claims, key);
    constexpr double kMost = 1e11;
    if (!seconds || !(*seconds > 0) || *seconds > kMost)
        return refused("'" + std::string(key) + "' is missing, or is no time in seconds.");
    return static_cast<UnixMillis>(*seconds) * kSecond;
}

Result<std::string> digits_of(std::string_view number) {
    std::string digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (std::string_view("+-(). ").find(c) == std::string_view::npos) {
            return refused("'contact' is no telephone number.");
        }
    }
    constexpr std::size_t kFewest = 5;
    constexpr std::size_t kMost = 20;
    if (digits.size() < kFewest || digits.size() > kMost) return refused("'contact' is no telephone number.");
    return digits;
}

Status read_times(const Json& claims, UnixMillis now, EmbedClaims& read) {
    ASSIGN_OR_RETURN(read.ends_at, seconds_in(claims, "exp"));
    ASSIGN_OR_RETURN(const auto issued_at, seconds_in(claims, "iat"));
    if (read.ends_at <= now) return refused("The token has ended.");
    if (issued_at > now + kClockSkew) return refused("The token was issued in the future.");
    const bool is_too_long =
        read.ends_at - issued_at > kLongestEmbedLife || read.ends_at > now + kLongestEmbedLife + kClockSkew;
    if (is_too_long) return refused("The token is good for longer than ten minutes.");
    return {};
}

Status read_scope(const Json& claims, EmbedClaims& read) {
    const Json& entity = member(claims, "entity");
    const Json& contact = member(claims, "contact");
    if (!entity.is_null() && !contact.is_null()) return refused("The token names a record and a person.");
    if (!entity.is_null()) {
        ASSIGN_OR_RETURN(read.entity, read_record(entity, "entity."));
    }
    if (!contact.is_null()) {
        ASSIGN_OR_RETURN(read.contact, digits_of(text_or_number(claims, "contact")));
    }
    return {};
}

Result<EmbedClaims> read_claims(const Json& claims, UnixMillis now) {
    EmbedClaims read;
    const auto site = parse_id<SiteId>(text_or_number(claims, "iss"));
    if (!site || !*site) return refused("'iss' names no site.");
    read.site = *site;
    read.subject = std::string(trim(text_or_number(claims, "sub")));
    if (read.subject.empty()) return refused("'sub' names no agent.");
    read.jti = string_or(claims, "jti", "");
    if (read.jti.empty() || read.jti.size() > kLongestJti) return refused("'jti' is missing or too long.");
    RETURN_IF_ERROR(read_times(claims, now, read));
    RETURN_IF_ERROR(read_scope(claims, read));
    return read;
}

}  // namespace

Reach reach_of(const EmbedClaims& claims) {
    if (claims.entity) return reach_of(claims.entity->record);
    return claims.contact.empty() ? Reach() : reach_of_number(claims.contact);
}

std::optional<SiteId> claimed_site(std::string_view token) {
    const auto parts = parts_of(token);
    const auto claims = parts ? object_in(parts->claims) : refused("");
    return claims ? parse_id<SiteId>(text_or_number(*claims, "iss")) : std::nullopt;
}

Result<EmbedClaims> read_embed_token(
    std::span<const std::string> keys, std::string_view token, UnixMillis now
) {
    const auto parts = parts_of(token);
    if (!parts) return refused("The token is no JSON web token.");
    bool is_signed = false;
    // All of them, so that the time tells nothing of which it was.
    for (const auto& key : keys)
        is_signed = is_hs256_signature(key, parts->signed_text, parts->signature) || is_signed;
    if (!is_signed) return refused("The signature is not that of the site's secret.");
    ASSIGN_OR_RETURN(const auto header, object_in(parts->header));
    if (!is_hs256(header)) return refused("The token is not signed by HS256.");
    ASSIGN_OR_RETURN(const auto claims, object_in(parts->claims));
    auto read = read_claims(claims, now);
    return read ? read : refused(read.error().message);
}

std::string write_embed_token(
    std::string_view key, const EmbedGrant& grant, UnixMillis now, UnixMillis life
) {
    Json claims = Json::object();
    claims["iss"] = to_string(grant.site);
    claims["sub"] = to_string(grant.agent);
    claims["iat"] = now / kSecond;
    claims["exp"] = (now + life) / kSecond;
    claims["jti"] = grant.jti;
    for (const char* name : {"entity", "contact"})
        if (!member(grant.scope, name).is_null()) claims[name] = member(grant.scope, name);
    const auto text = to_base64url(R"({"alg":"HS256","typ":"JWT"})") + "." + to_base64url(dump_json(claims));
    return text + "." + hs256_signature(key, text);
}

}  // namespace roost
