// What the server of another program signs with the secret of its site, to say which agent looks at its page
// and what of the inbox belongs there: a JSON web token, HS256, as RFC 7519 has it. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/app/principal.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/model/reach.h"
#include "shared/model/record_link.h"

namespace roost {

inline constexpr UnixMillis kLongestEmbedLife = 10 * kMinute;
inline constexpr UnixMillis kClockSkew = kMinute;  // of the machine that signs

struct EmbedClaims {
    SiteId site;                       // "iss"
    std::string subject;               // "sub": the agent's e-mail address or id
    std::string jti;                   // makes the token good once
    UnixMillis ends_at = 0;            // "exp"
    std::optional<RecordLink> entity;  // at most one of these two
    std::string contact;               // digits of a telephone number
};

// What of the inbox the token is for; empty = everything.
Reach reach_of(const EmbedClaims& claims);

// Which site a token says it is of, before anything of it is proved.
std::optional<SiteId> claimed_site(std::string_view token);

// kUnauthorized for a token that is malformed, not HS256, signed with none of the keys, over, good for longer
// than kLongestEmbedLife, issued in the future, or that lacks one of iss, sub, iat, exp and jti or names both
// a record and a person. The sentence is for the log: whoever sent it is told nothing of why.
Result<EmbedClaims> read_embed_token(
    std::span<const std::string> keys, std::string_view token, UnixMillis now
);

// A token as a site's own server would sign it, for as long as `life`. `scope` has "entity" or "contact" as
// they stand in a token, or neither; what is wrong with them read_embed_token() finds.
struct EmbedGrant {
    SiteId site;
    AgentId agent;
    Json scope;
    std::string jti;
};
std::string write_embed_token(std::string_view key, const EmbedGrant& grant, UnixMillis now, UnixMillis life);

}  // namespace roost
