// Who answers beside me, and in which teams.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"

namespace roost {

// Online and away are for who has Roost open; everybody else is offline, and so is who wants to be taken for
// it.
enum class Availability { kOnline, kAway, kOffline };

std::string_view availability_name(Availability availability);  // "online", "away", "offline"
std::optional<Availability> parse_availability(std::string_view name);

struct Colleague {
    AgentId id;
    std::string name;
    Availability availability = Availability::kOffline;
    bool may_answer = true;  // false: a viewer, to whom nothing is assigned

    bool operator==(const Colleague&) const = default;
};
using Colleagues = std::map<AgentId, Colleague>;

struct Team {
    TeamId id;
    std::string name;
    std::vector<AgentId> members = {};  // rising

    bool operator==(const Team&) const = default;
};
using Teams = std::map<TeamId, Team>;

// What agents and viewers see of the inbox; administrators and supervisors see everything.
enum class AgentsSee {
    kEverything,
    kTeams,  // what is assigned to them, what is their teams', and what is nobody's and no team's
    kOwn,    // what is assigned to them
};
std::string_view agents_see_name(AgentsSee what);  // "all", "team", "own"
std::optional<AgentsSee> parse_agents_see(std::string_view name);

void write_colleague(JsonWriter& out, const Colleague& colleague);
Result<Colleague> read_colleague(const Json& json);
void write_team(JsonWriter& out, const Team& team);
Result<Team> read_team(const Json& json);

}  // namespace roost
