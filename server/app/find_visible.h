// What somebody asks for by its id, if they may see it: for others it is not there.
#pragma once

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "shared/base/result.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"

namespace roost {

// kNotFound, alike for what does not exist and what they do not see; without what concerns other records.
// Any thread.
Result<Conversation> find_visible_conversation(const Deps& deps, const Principal& who, ConversationId id);
Result<Message> find_visible_message(const Deps& deps, const Principal& who, MessageId id);
Status check_visible_file(const Deps& deps, const Principal& who, std::string_view file);

}  // namespace roost
