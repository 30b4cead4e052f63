// Who may see what: the one place that decides, for streams and for reads.
#pragma once

#include "server/app/principal.h"
#include "shared/base/ids.h"

namespace roost {

// Every role reads the whole inbox; a token without a known agent sees nothing.
inline bool may_see(const Principal& who, ConversationId conversation) {
    return static_cast<bool>(who.agent) && static_cast<bool>(conversation);
}

}  // namespace roost
