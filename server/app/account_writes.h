// What agents have to know about a number, stored and announced inside one transaction.
#pragma once

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/model/account.h"

namespace roost {

// Where something is learnt about a number.
enum class Evidence {
    kAnswer,  // to a message
    kStatus,  // of a message that had been accepted
    kAccess,  // to anything else that Meta answers to our token alone: a receipt, a list
};

// Nothing goes out from the number for this reason. Nothing happens if that is known: a trouble that lasts
// began when it was first seen.
Status set_trouble(
    Transaction& transaction, AccountId account, const Failure& reason, Evidence from, UnixMillis now
);
// Something that began at `at` went well. It ends the trouble if that is older and proven wrong: by the
// status of a message whatever it was, by the answer to one all but what a status told, by access alone a
// token that was refused and a Meta that could not be reached.
Status clear_trouble(Transaction& transaction, AccountId account, Evidence from, UnixMillis at);
// Nothing waits behind it, and nothing has confirmed it for long: what is not known any more is not told.
Status forget_trouble(Transaction& transaction, AccountId account);

}  // namespace roost
