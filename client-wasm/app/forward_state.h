// The dialog in which it is chosen to whom a message goes on.
#pragma once

#include <vector>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"

namespace roost {

struct ForwardState {
    ConversationId from;
    MessageId message;
    FieldText find;
    std::vector<ConversationId> to;
};

}  // namespace roost
