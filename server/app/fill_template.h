// A template named by name, language and values becomes the message that is stored and sent.
#pragma once

#include <string_view>

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/messages/template.h"
#include "shared/model/conversation.h"

namespace roost {

// Fills `content` in: what the customer reads, and Meta's object. kInvalid naming every gap that is wrong, or
// a template that is not there; kConflict for one that Meta has not approved. Whoever sends Meta's own
// "components" knows better: they go as they are, and are shown as far as the template is known.
// The file of the header may stand in the values, or in `content` as a client shows it.
Status fill_template_in(
    Transaction& transaction, std::string_view waba, const Conversation& to, Template& content
);

}  // namespace roost
