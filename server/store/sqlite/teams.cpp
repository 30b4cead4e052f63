#include "server/store/sqlite/teams.h"

#include <utility>

#include "server/store/sqlite/people.h"
#include "server/store/sqlite/records.h"

#define COLLEAGUES                                                                       \
    "SELECT id, name, CASE WHEN is_present = 1 THEN availability ELSE 2 END, role FROM " \
    "agents WHERE state = 0"

namespace roost::sqlite {

namespace {

Colleague colleague_of(const Statement& row) {
    const auto may_answer = permissions_of(row.choice<AgentRole>(3)).has(Permission::kSend);
    return {{row.number(0)}, row.text(1), row.choice<Availability>(2), may_answer};
}

AgentId agent_id_of(const Statement& row) {
    return {row.number(0)};
}

tl::unexpected<Error> known_name() {
    return fail(ErrorCode::kConflict, "There is a team with this name already.");
}

Result<std::vector<AgentId>> read_members(Connection& on, TeamId id) {
    auto statement = on.prepare("SELECT agent FROM team_members WHERE team = ? ORDER BY agent");
    statement.bind(id);
    return rows_of(statement, agent_id_of);
}

}  // namespace

Result<std::vector<Colleague>> read_colleagues(Connection& on) {
    auto statement = on.prepare(COLLEAGUES " ORDER BY id");
    return rows_of(statement, colleague_of);
}

Result<std::vector<Team>> read_teams(Connection& on) {
    auto statement = on.prepare("SELECT id, name FROM teams ORDER BY id");
    ASSIGN_OR_RETURN(auto teams, rows_of(statement, [](const Statement& row) {
                         return Team{{row.number(0)}, row.text(1), {}};
                     }));
    for (auto& team : teams) {
        ASSIGN_OR_RETURN(team.members, read_members(on, team.id));
    }
    return teams;
}

Result<std::vector<TeamId>> read_teams_of(Connection& on, AgentId agent) {
    auto statement = on.prepare("SELECT team FROM team_members WHERE agent = ? ORDER BY team");
    statement.bind(agent);
    return rows_of(statement, [](const Statement& row) { return TeamId{row.number(0)}; });
}

Result<AgentsSee> read_agents_see(Connection& on) {
    auto statement = on.prepare("SELECT agents_see FROM inbox_rules");
    RETURN_IF_ERROR(statement.run());
    return statement.choice<AgentsSee>(0);
}

Result<std::vector<AgentId>> read_present(Connection& on) {
    auto statement = on.prepare("SELECT id FROM agents WHERE is_present = 1 ORDER BY id");
    return rows_of(statement, agent_id_of);
}

Result<TeamId> SqliteTeamWrites::add_team(const Team& team) {
    auto statement = on_.prepare("INSERT OR IGNORE INTO teams (name) VALUES (?)");
    RETURN_IF_ERROR(statement.bind(team.name).run());
    if (on_.changes() == 0) return known_name();
    const TeamId id{on_.last_id()};
    RETURN_IF_ERROR(put_members(id, team.members));
    return id;
}

Status SqliteTeamWrites::put_team(const Team& team) {
    auto statement = on_.prepare("UPDATE OR IGNORE teams SET name = ? WHERE id = ?");
    RETURN_IF_ERROR(statement.bind(team.name).bind(team.id).run());
    if (on_.changes() == 0) return known_name();
    return put_members(team.id, team.members);
}

Status SqliteTeamWrites::put_members(TeamId id, const std::vector<AgentId>& members) {
    auto old = on_.prepare("DELETE FROM team_members WHERE team = ?");
    RETURN_IF_ERROR(old.bind(id).run());
    for (const auto member : members) {
        auto statement = on_.prepare("INSERT INTO team_members (agent, team) VALUES (?, ?)");
        RETURN_IF_ERROR(statement.bind(member).bind(id).run());
    }
    return {};
}

Status SqliteTeamWrites::remove_team(TeamId id) {
    RETURN_IF_ERROR(put_members(id, {}));
    auto statement = on_.prepare("DELETE FROM teams WHERE id = ?");
    return statement.bind(id).run();
}

Result<Team> SqliteTeamWrites::team(TeamId id) {
    auto statement = on_.prepare("SELECT name FROM teams WHERE id = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(id).step());
    if (!has_row) return fail(ErrorCode::kNotFound, "There is no such team.");
    Team team{id, statement.text(0), {}};
    ASSIGN_OR_RETURN(team.members, read_members(on_, id));
    return team;
}

Status SqliteTeamWrites::set_agents_see(AgentsSee what) {
    auto statement = on_.prepare("UPDATE inbox_rules SET agents_see = ?");
    return statement.bind(what).run();
}

Result<std::optional<Colleague>> SqliteTeamWrites::colleague(AgentId id) {
    auto statement = on_.prepare(COLLEAGUES " AND id = ?");
    statement.bind(id);
    return first_of(statement, colleague_of);
}

Status SqliteTeamWrites::set_availability(AgentId id, Availability wanted) {
    auto statement = on_.prepare("UPDATE agents SET availability = ? WHERE id = ?");
    return statement.bind(wanted).bind(id).run();
}

Status SqliteTeamWrites::set_present(AgentId id, bool is_present) {
    auto statement = on_.prepare("UPDATE agents SET is_present = ? WHERE id = ?");
    return statement.bind(std::int64_t{is_present}).bind(id).run();
}

Result<std::vector<Conversation>> SqliteTeamWrites::conversations_of(AgentId assignee) {
    return read_conversations_of(on_, assignee);
}

Result<std::vector<Conversation>> SqliteTeamWrites::conversations_of(TeamId team) {
    return read_conversations_of(on_, team);
}

}  // namespace roost::sqlite
