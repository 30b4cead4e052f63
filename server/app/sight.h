// What an agent sees of the inbox: decided by their role, their teams, what is assigned to them, and what
// administrators chose.
#pragma once

#include <vector>

#include "server/app/deps.h"
#include "server/app/permissions.h"
#include "server/store/people.h"
#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/model/colleague.h"
#include "shared/model/reach.h"

namespace roost {

// Pure. `teams` rising.
Reach sight_of(AgentId agent, AgentRole role, AgentsSee what, std::vector<TeamId> teams);
// As of now, from the database. Any thread.
Result<Reach> read_sight(const Deps& deps, const AgentRow& agent);

// Tells everybody what others see of an agent; gone if they are none any more. Inside a job.
Status announce_colleague(Transaction& transaction, const AgentRow& agent);
// … when what they see has changed too: whoever of them was away reads anew. Gate::end() is the caller's to
// call after the commit, for those who are here.
Status announce_new_sight(Transaction& transaction, AgentId id);

// A mark that changes with what somebody sees: a client that comes back with another one reads anew, however
// late it hears of the change. It tells nothing of it.
std::string sight_mark(const Reach& reach);

// The word (as of shared/model/reach.h) under which the last change of it is kept.
std::string word_of_sight(AgentId agent);

}  // namespace roost
