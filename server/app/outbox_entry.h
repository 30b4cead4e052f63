// How a message of ours comes into the outbox, at first and again. Inside a job, on the writer's thread.
#pragma once

#include "server/store/store.h"

namespace roost {

OutboxRow outbox_row(const Message& message, AccountId account, UnixMillis now);

// A message that has failed starts anew, as if it had just been accepted: nothing of the attempt before is
// left. It goes out at `due_at`.
Status queue_again(
    Transaction& transaction, Message message, AccountId account, UnixMillis now, UnixMillis due_at
);

// When Meta says afterwards that it could not do just now what it had taken (cloud-api §12: R), it is asked
// again by itself: after half a minute, then after as long as the message has waited so far. 0: not, because
// the reason is another one, because an hour has passed, or because something follows the message that would
// then stand before it.
UnixMillis next_attempt(const Message& failed, const Conversation& to, UnixMillis now);

}  // namespace roost
