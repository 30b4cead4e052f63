// What other programs come in with: a key that is shown once, stored hashed, and may do no more than it was
// made for, nor more than who made it.
#pragma once

#include <string>
#include <string_view>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/store/people.h"
#include "shared/base/result.h"

namespace roost {

// "roost_…": nothing else that is accepted as a token looks like this.
bool is_api_key(std::string_view token);

// kUnauthorized for one that is unknown, over, or made by somebody who is no longer with us. No I/O for one
// that was used a moment ago.
Result<Principal> check_api_key(const Deps& deps, std::string_view token);

// Of one that was checked before.
bool is_still_good_key(const Deps& deps, const Principal& who);

struct NewApiKey {
    std::string name;
    PermissionSet scope;
    UnixMillis expires_at = 0;
};
struct MadeApiKey {
    ApiKeyRow row;
    std::string token;  // to be shown now and never again
};
// kInvalid naming the field; kForbidden for a scope that is wider than what the maker may.
Result<MadeApiKey> make_api_key(const Deps& deps, const Actor& actor, NewApiKey wanted);
// kNotFound when it is gone already. It ends at once.
Status withdraw_api_key(const Deps& deps, const Actor& actor, ApiKeyId id);

}  // namespace roost
