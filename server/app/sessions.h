// Sign-in: argon2id passwords, 30-minute access tokens (JWT), refresh tokens that are opaque, stored hashed,
// rotated at each use, and revoked as a family when one comes back a second time.
#pragma once

#include <string>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "shared/base/result.h"
#include "shared/wire/snapshot.h"

namespace roost {

struct Session {
    std::string access_token;
    std::int64_t expires_in = 0;  // seconds
    std::string refresh_token;    // for the HttpOnly cookie only
    Profile profile;
};

// kUnauthorized in equal time for an unknown e-mail and a wrong password. At most two run at once (64 MB
// each).
Result<Session> sign_in(const Deps& deps, std::string_view email, std::string_view password);
Result<Session> refresh_session(const Deps& deps, std::string_view refresh_token);
void sign_out(const Deps& deps, std::string_view refresh_token);
// kUnauthorized for a missing, malformed, expired or foreign token. No I/O: called for every request.
Result<Principal> check_access_token(const Deps& deps, std::string_view token);

// kInvalid for an address without '@' or a password under 10 characters, kConflict for a known address.
Result<AgentId> add_agent(
    const Deps& deps, std::string_view email, std::string_view name, AgentRole role, std::string_view password
);

}  // namespace roost
