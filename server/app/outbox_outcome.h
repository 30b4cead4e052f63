// What an attempt changes in the store: the message, its outbox row, the event. Used by outbox.cpp alone.
#pragma once

#include "server/app/retry_policy.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

// After this it makes no sense to send it any more: the customer's window, or a day for templates.
UnixMillis give_up_time(const OutboxRow& row, const Message& message, const Conversation& to);

// A receipt may be repeated freely, so that nothing about it has to be waited for.
Verdict judge_receipt(const Attempt& attempt, const CloudOutcome& outcome, UnixMillis now);

// Nothing changes if the row is gone: a status webhook was faster.
Status store_verdict(Transaction& transaction, const OutboxRow& row, const Verdict& verdict, UnixMillis now);
// Too late: nobody refused it, but it did not get out in time.
Status give_up(
    Transaction& transaction,
    const OutboxRow& row,
    const Message& message,
    const Conversation& to,
    UnixMillis now
);

}  // namespace roost
