// Teams, what agents see of the inbox, and who says they are there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "shared/base/result.h"
#include "shared/model/colleague.h"

namespace roost {

// What is absent stays as it is.
struct TeamChange {
    std::optional<std::string> name;
    std::optional<std::vector<AgentId>> members;
};

// kInvalid naming the field, kConflict for a known name, kNotFound. Members who join or leave are asked anew
// what they see, at once. Any thread.
Result<Team> add_team(const Deps& deps, const Actor& actor, const TeamChange& wanted);
Result<Team> change_team(const Deps& deps, const Actor& actor, TeamId id, const TeamChange& change);
// Its conversations are no team's afterwards.
Status remove_team(const Deps& deps, const Actor& actor, TeamId id);

// For all agents and viewers, from the next request on.
Status set_agents_see(const Deps& deps, const Actor& actor, AgentsSee what);

// What somebody wants to be taken for while they have Roost open.
Status set_availability(const Deps& deps, AgentId agent, Availability wanted);

// Inside a job: out of every team, whose members everybody hears of.
Status leave_teams(Transaction& transaction, AgentId agent);

}  // namespace roost
