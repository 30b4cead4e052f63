#include "shared/model/colleague.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roost {

namespace {

using Names = std::array<std::string_view, 3>;
constexpr Names kAvailabilities{"online", "away", "offline"};
constexpr Names kAgentsSee{"all", "team", "own"};

template <class Enum>
std::optional<Enum> find_in(const Names& names, std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view availability_name(Availability availability) {
    return kAvailabilities.at(static_cast<std::size_t>(availability));
}

std::optional<Availability> parse_availability(std::string_view name) {
    return find_in<Availability>(kAvailabilities, name);
}

std::string_view agents_see_name(AgentsSee what) {
    return kAgentsSee.at(static_cast<std::size_t>(what));
}

std::optional<AgentsSee> parse_agents_see(std::string_view name) {
    return find_in<AgentsSee>(kAgentsSee, name);
}

void write_colleague(JsonWriter& out, const Colleague& colleague) {
    out.begin_object().key("id").id(colleague.id).key("name").string(colleague.name);
    out.key("availability").string(availability_name(colleague.availability));
    out.key("may_answer").boolean(colleague.may_answer).end_object();
}

Result<Colleague> read_colleague(const Json& json) {
    Colleague colleague;
    ASSIGN_OR_RETURN(colleague.id, required_id<AgentId>(json, "id"));
    colleague.name = string_or(json, "name", "");
    colleague.availability =
        parse_availability(string_or(json, "availability", "")).value_or(Availability::kOffline);
    colleague.may_answer = optional_bool(json, "may_answer").value_or(true);
    return colleague;
}

void write_team(JsonWriter& out, const Team& team) {
    out.begin_object().key("id").id(team.id).key("name").string(team.name);
    out.key("members").begin_array();
    for (const auto member : team.members)
        out.id(member);
    out.end_array().end_object();
}

Result<Team> read_team(const Json& json) {
    Team team;
    ASSIGN_OR_RETURN(team.id, required_id<TeamId>(json, "id"));
    team.name = string_or(json, "name", "");
    for (const auto& text : texts_in(json, "members")) {
        const auto id = parse_id<AgentId>(text);
        if (!id) return fail(ErrorCode::kInvalid, "'members' must be ids");
        team.members.push_back(*id);
    }
    return team;
}

}  // namespace roost
