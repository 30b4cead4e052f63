// What is durable about who answers together: teams, what agents see of the inbox, and who is there. Errors
// and threads as for Store.
#pragma once

#include <optional>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/model/colleague.h"
#include "shared/model/conversation.h"

namespace roost {

// The writing half, as Transaction: inside a job, on the writer's thread.
class TeamWrites {
  public:
    virtual ~TeamWrites() = default;

    // Names are unique without regard to case: kConflict. The id is made here, and never used again.
    virtual Result<TeamId> add_team(const Team& team) = 0;
    virtual Status put_team(const Team& team) = 0;
    virtual Status remove_team(TeamId id) = 0;
    virtual Result<Team> team(TeamId id) = 0;  // kNotFound
    virtual Result<std::vector<TeamId>> teams_of(AgentId agent) = 0;

    virtual Result<AgentsSee> agents_see() = 0;
    virtual Status set_agents_see(AgentsSee what) = 0;

    // As others see them; absent unless they are an active agent.
    virtual Result<std::optional<Colleague>> colleague(AgentId id) = 0;
    virtual Result<std::vector<Colleague>> colleagues() = 0;
    virtual Status set_availability(AgentId id, Availability wanted) = 0;
    virtual Status set_present(AgentId id, bool is_present) = 0;

    // By id.
    virtual Result<std::vector<Conversation>> conversations_of(AgentId assignee) = 0;
    virtual Result<std::vector<Conversation>> conversations_of(TeamId team) = 0;
};

// The reading half, as Store: any thread.
class TeamReads {
  public:
    virtual ~TeamReads() = default;

    virtual Result<std::vector<Team>> list_teams() const = 0;               // by id
    virtual Result<std::vector<TeamId>> teams_of(AgentId agent) const = 0;  // rising
    virtual Result<AgentsSee> agents_see() const = 0;
    virtual Result<std::vector<AgentId>> list_present() const = 0;  // who had Roost open, as last stored
};

}  // namespace roost
