// An agent has seen a conversation up to a message.
#pragma once

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "shared/base/result.h"
#include "shared/model/conversation.h"

namespace roost {

// The row afterwards. Unread = inbound messages after `up_to`; nothing changes, and no event is written, if
// they were read already. Blue ticks for the customer are queued in the outbox, newest message only.
// kNotFound. Any thread.
Result<Conversation> mark_read(const Deps& deps, const Principal& who, ConversationId id, MessageId up_to);

}  // namespace roost
