// Who may see what: the one place that decides, for streams and for reads.
#pragma once

#include "server/app/principal.h"
#include "shared/base/ids.h"

namespace roost {

// Every role reads the whole inbox; a token without a known agent sees nothing.
inline bool may_see(const Principal& who, ConversationId conversation) {
    return static_cast<bool>(who.agent) && static_cast<bool>(conversation);
}

// Events about no conversation are for everybody who is signed in.
inline bool may_hear(const Principal& who, ConversationId conversation) {
    return static_cast<bool>(who.agent) && (!conversation || may_see(who, conversation));
}

}  // namespace roost
