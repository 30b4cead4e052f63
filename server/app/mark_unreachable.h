// An agent notes that a person cannot be reached on WhatsApp, or takes that back.
#pragma once

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "shared/base/result.h"
#include "shared/model/conversation.h"

namespace roost {

// The row as it is now; a repeat changes nothing. It ends by itself when the person writes or a message
// arrives. kNotFound for an unknown conversation, kForbidden for viewers. Any thread.
Result<Conversation> mark_unreachable(
    const Deps& deps, const Principal& who, ConversationId id, bool is_unreachable
);

}  // namespace roost
