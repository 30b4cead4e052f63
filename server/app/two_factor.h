// The optional second factor: beside the password a code of an authenticator, or one of ten recovery codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/app/sessions.h"
#include "shared/base/result.h"

namespace roost {

// What the authenticator is given; told once.
struct TwoFactorOffer {
    std::string secret;  // base32
    std::string uri;
};

// Nothing is asked for until a first code was right; what was begun before is dropped. kForbidden for a wrong
// password, kConflict if it is on.
tl::expected<TwoFactorOffer, SignInRefusal> begin_two_factor(
    const Deps& deps, const Actor& actor, std::string_view password
);
// The recovery codes, which nobody can read again. All other sessions of the agent end. kInvalid for a wrong
// code, kConflict if nothing was begun.
tl::expected<std::vector<std::string>, SignInRefusal> confirm_two_factor(
    const Deps& deps, const Actor& actor, std::string_view code
);
// New ones in the place of those there were. kInvalid for a wrong code, kConflict if it is off.
tl::expected<std::vector<std::string>, SignInRefusal> renew_recovery_codes(
    const Deps& deps, const Actor& actor, std::string_view code
);
// kForbidden for a wrong password, kInvalid for a wrong code, kConflict if it is off.
tl::expected<void, SignInRefusal> end_two_factor(
    const Deps& deps, const Actor& actor, std::string_view password, std::string_view code
);
// For somebody else, who has lost authenticator and codes; where nobody acts, it is who has the machine.
// kNotFound; kConflict for oneself, and if it is off.
Status end_two_factor_of(const Deps& deps, const Actor& actor, AgentId agent);

// Where its secret lies, for SecretBox.
std::string second_factor_place(AgentId agent);

struct TwoFactorState {
    bool is_on = false;
    int recovery_codes_left = 0;
};
Result<TwoFactorState> two_factor_of(const Deps& deps, AgentId agent);

// Inside a job: whether a code lets the agent in. A right one is used up.
enum class CodeCheck { kNoneNeeded, kMissing, kWrong, kRight };
Result<CodeCheck> check_code(
    const Deps& deps, Transaction& transaction, const Actor& actor, std::string_view code
);

}  // namespace roost
