// What agents have to know about a number, stored and announced inside one transaction.
#pragma once

#include <optional>

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/model/account.h"

namespace roost {

// Nothing goes out from the number for this reason; without one it does again. Nothing happens if that is
// known: a trouble that lasts began when it was first seen.
Status set_trouble(
    Transaction& transaction, AccountId account, const std::optional<Failure>& reason, UnixMillis now
);

}  // namespace roost
