// Who looks after a conversation, and whose it is.
#pragma once

#include <optional>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/model/conversation.h"

namespace roost {

// Absent = stays as it is; none = nobody, no team.
struct Assignment {
    std::optional<AgentId> assignee;
    std::optional<TeamId> team;
};

// kNotFound for what they do not see; kInvalid naming the field for somebody who is no agent or may not
// answer, and for a team that is not there. The row afterwards, which they perhaps see no more. Safe to
// repeat. Any thread.
Result<Conversation> assign_conversation(
    const Deps& deps, const Actor& actor, ConversationId id, const Assignment& to
);

// Nobody's any more, each with its event: when an agent or a team goes. Inside a job.
Status release_conversations_of(Transaction& transaction, AgentId assignee);
Status release_conversations_of(Transaction& transaction, TeamId team);

}  // namespace roost
