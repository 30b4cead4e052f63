// Who may see what: the one place that decides, for streams and for reads. Lists ask the database the same
// by the reach of who asks, see shared/model/reach.h.
#pragma once

#include <string_view>

#include "server/app/principal.h"
#include "shared/base/ids.h"
#include "shared/model/reach.h"

namespace roost {

// Within the reach that the page they came by and their role, teams and assignments leave them (Principal); a
// token without a known agent sees nothing.
inline bool may_see(const Principal& who, const Conversation& conversation) {
    return static_cast<bool>(who.agent) && is_reached(conversation, who.reach);
}

// Events about no conversation are for everybody who is signed in. `audience` is that of the event.
inline bool may_hear(const Principal& who, ConversationId conversation, std::string_view audience) {
    return static_cast<bool>(who.agent) && (!conversation || is_reached(audience, who.reach));
}

}  // namespace roost
