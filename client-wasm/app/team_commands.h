// What is asked about who looks after conversations, and about who is here.
#pragma once

#include <optional>

#include "client-wasm/app/team_state.h"
#include "shared/base/ids.h"
#include "shared/model/colleague.h"

namespace roost {

// Absent stays as it is; none = nobody, no team.
struct AssignConversation {
    ConversationId id;
    std::optional<AgentId> assignee = {};
    std::optional<TeamId> team = {};
};
// Absent = everybody's.
struct ShowOwner {
    std::optional<OwnerFilter> owner;
};
struct ChooseAvailability {
    Availability wanted = Availability::kOnline;
};

}  // namespace roost
