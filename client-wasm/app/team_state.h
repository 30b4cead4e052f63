// What is chosen about who looks after conversations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"
#include "shared/model/colleague.h"

namespace roost {

// Whose conversations the list shows: one of the two. None of its kind = what is nobody's.
struct OwnerFilter {
    std::optional<AgentId> assignee = {};
    std::optional<TeamId> team = {};

    bool operator==(const OwnerFilter&) const = default;
};

// The dialog in which somebody is chosen.
struct AssignState {
    ConversationId conversation;
    FieldText find;
};

// Of the settings.
struct TeamsPage {
    std::optional<AgentsSee> agents_see;  // absent = not asked yet
    std::vector<AgentId> members;         // chosen in the dialog of a team
};

}  // namespace roost
