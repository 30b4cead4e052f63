// Our numbers: connected, renewed, disconnected, looked at. What a number is connected with is checked with
// Meta before it is kept.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "server/app/audit.h"
#include "server/app/connected_numbers.h"
#include "server/app/deps.h"
#include "server/app/number_checks.h"
#include "server/cloud/cloud_api.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/model/own_number.h"

namespace roost {

// Looks at everything of a number, in a few seconds; blocks, at most a minute or so.
using LookAtNumber = std::function<NumberSeen(const ConnectedNumber&)>;

// With Meta's own answers. It stops between two of them once `is_stopping`; both outlive it.
LookAtNumber look_at_number_with(const Deps& deps, const std::atomic<bool>& is_stopping);

// With `problems`, nothing was kept because of them.
struct NumberFailure {
    Error error;
    std::vector<NumberProblem> problems = {};
};
template <class T>
using NumberResult = tl::expected<T, NumberFailure>;

// Those that are connected, and those that were.
Result<OwnNumbers> list_own_numbers(const Deps& deps);
Result<OwnNumber> find_own_number(const Deps& deps, AccountId id);  // kNotFound

// {"phone_number_id", "waba", "access_token", "app_secret", "subscribe"?: true}. kInvalid naming the field;
// kConflict if it is connected already.
NumberResult<OwnNumber> connect_number(
    const Deps& deps, CloudApi& cloud, const LookAtNumber& look, const Actor& actor, const Json& body
);
// {"access_token"?, "app_secret"?}: what is given is new. kConflict for one of the settings.
NumberResult<OwnNumber> renew_number(
    const Deps& deps, const LookAtNumber& look, const Actor& actor, AccountId id, const Json& body
);
// Its history stays. kConflict for one of the settings, kNotFound if it is not connected.
Status disconnect_number(const Deps& deps, const Actor& actor, AccountId id);

// Looked at now. kConflict if it is not connected.
Result<OwnNumber> check_number(const Deps& deps, const LookAtNumber& look, AccountId id);
// Meta is to tell us what happens there. kUnavailable with Meta's words if it does not.
Result<OwnNumber> subscribe_number(
    const Deps& deps, CloudApi& cloud, const LookAtNumber& look, const Actor& actor, AccountId id
);
// Templates are asked for anew, files that wait are fetched now, webhooks that failed are taken in again, the
// number is looked at, and whom it blocks is read from Meta: kUnavailable if Meta does not tell, with all
// else done.
Status sync_number(
    const Deps& deps, CloudApi& cloud, const LookAtNumber& look, const Actor& actor, AccountId id
);

// All that are connected, one after the other; what changed is kept, and administrators are told.
void check_all_numbers(const Deps& deps, const LookAtNumber& look, const std::atomic<bool>& is_stopping);

}  // namespace roost
