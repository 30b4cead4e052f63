// The token that every request carries: a JWT signed with HMAC-SHA256. Pure.
#pragma once

#include <string>
#include <string_view>

#include "server/app/principal.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

std::string make_access_token(
    std::string_view key, const Principal& who, UnixMillis now, std::int64_t seconds
);

// kUnauthorized for a token that is malformed, signed otherwise or by another key, or past its end. No token
// says which algorithm it wants: only the headers that make_access_token writes today and wrote yesterday are
// accepted, so that neither "none" nor another algorithm can be asked for. Each day signs with a key of its
// own, derived from `key`.
Result<Principal> read_access_token(std::string_view key, std::string_view token, UnixMillis now);

}  // namespace roost
