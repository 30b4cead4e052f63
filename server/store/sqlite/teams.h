// Teams on SQLite.
#pragma once

#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/connection_pool.h"
#include "server/store/teams.h"

namespace roost::sqlite {

Result<std::vector<Colleague>> read_colleagues(Connection& on);
Result<std::vector<Team>> read_teams(Connection& on);
Result<std::vector<TeamId>> read_teams_of(Connection& on, AgentId agent);
Result<AgentsSee> read_agents_see(Connection& on);
Result<std::vector<AgentId>> read_present(Connection& on);

class SqliteTeamWrites final : public TeamWrites {
  public:
    explicit SqliteTeamWrites(Connection& connection) : on_(connection) {}

    Result<TeamId> add_team(const Team& team) override;
    Status put_team(const Team& team) override;
    Status remove_team(TeamId id) override;
    Result<Team> team(TeamId id) override;
    Result<std::vector<TeamId>> teams_of(AgentId agent) override { return read_teams_of(on_, agent); }
    Result<AgentsSee> agents_see() override { return read_agents_see(on_); }
    Status set_agents_see(AgentsSee what) override;
    Result<std::optional<Colleague>> colleague(AgentId id) override;
    Result<std::vector<Colleague>> colleagues() override { return read_colleagues(on_); }
    Status set_availability(AgentId id, Availability wanted) override;
    Status set_present(AgentId id, bool is_present) override;
    Result<std::vector<Conversation>> conversations_of(AgentId assignee) override;
    Result<std::vector<Conversation>> conversations_of(TeamId team) override;

  private:
    Status put_members(TeamId id, const std::vector<AgentId>& members);

    Connection& on_;
};

class SqliteTeamReads final : public TeamReads {
  public:
    explicit SqliteTeamReads(const ConnectionPool& connections) : connections_(connections) {}

    Result<std::vector<Team>> list_teams() const override { return connections_.read(read_teams); }
    Result<std::vector<TeamId>> teams_of(AgentId agent) const override {
        return connections_.read([&](Connection& on) { return read_teams_of(on, agent); });
    }
    Result<AgentsSee> agents_see() const override { return connections_.read(read_agents_see); }
    Result<std::vector<AgentId>> list_present() const override { return connections_.read(read_present); }

  private:
    const ConnectionPool& connections_;
};

}  // namespace roost::sqlite
