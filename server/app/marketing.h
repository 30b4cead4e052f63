// Who wants no more advertising. They say it to WhatsApp, and Meta says it to us: by a webhook
// (user_preferences), or by the code with which it refuses. Inside a job, on the writer's thread.
#pragma once

#include <string_view>

#include "server/store/store.h"
#include "shared/wire/webhook.h"

namespace roost {

// Stop, resume or signup (cloud-api §8); the newest word counts, in whatever order they come. Nothing is kept
// about people without a conversation.
Status take_marketing_wish(Transaction& transaction, const Notice& notice);

// Meta refused a message for it (131050): the same as their stop.
Status learn_of_stop(Transaction& transaction, const Message& message, UnixMillis at);

// kConflict for a template of the category MARKETING to somebody who stopped it: Meta would refuse it too,
// and takes it ill. What is no marketing, and what Meta has not said to be, passes.
Status check_takes_marketing(
    Transaction& transaction, std::string_view waba, const Conversation& to, const Template& content
);

}  // namespace roost
