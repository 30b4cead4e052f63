// People on SQLite: the writing half on the writer's connection, the reading half on the readers'.
#pragma once

#include "server/store/people.h"
#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/connection_pool.h"

namespace roost::sqlite {

// Absent also for one who was removed; `read_agents` has them too.
Result<std::optional<AgentRow>> read_agent(Connection& on, AgentId id);
Result<std::optional<AgentRow>> read_agent(Connection& on, std::string_view email);
Result<std::vector<AgentRow>> read_agents(Connection& on);
Result<std::optional<SessionRow>> read_session(Connection& on, SessionId id);
Result<std::vector<SessionRow>> read_sessions(Connection& on, AgentId agent);
Result<std::optional<RefreshRow>> read_refresh_token(Connection& on, std::string_view hash);
Result<std::optional<SecondFactorRow>> read_second_factor(Connection& on, AgentId agent);
Result<std::vector<SecondFactorRow>> read_second_factors(Connection& on);
Result<std::vector<InvitationRow>> read_invitations(Connection& on);
Result<std::optional<InvitationRow>> read_invitation(Connection& on, std::string_view token_hash);
Result<std::vector<ApiKeyRow>> read_api_keys(Connection& on);
Result<std::optional<ApiKeyRow>> read_api_key(Connection& on, std::string_view hash);
Result<std::vector<AuditRow>> read_audit(Connection& on, const AuditQuery& query);

class SqlitePeopleWrites final : public PeopleWrites {
  public:
    explicit SqlitePeopleWrites(Connection& connection) : on_(connection) {}

    Result<AgentId> add_agent(const AgentRow& agent) override;
    Result<AgentRow> agent(AgentId id) override;
    Status put_agent(const AgentRow& agent) override;
    Result<int> count_active(AgentRole role) override;
    Result<bool> has_agents() override;

    Result<SessionId> add_session(const SessionRow& session) override;
    Result<std::optional<SessionRow>> session(SessionId id) override { return read_session(on_, id); }
    Status put_session(const SessionRow& session) override;
    Result<std::vector<SessionRow>> sessions_of(AgentId agent) override { return read_sessions(on_, agent); }
    Result<std::optional<RefreshRow>> refresh_token(std::string_view hash) override {
        return read_refresh_token(on_, hash);
    }
    Status put_refresh_token(const RefreshRow& token) override;
    Status remove_refresh_tokens(UnixMillis ended_before) override;

    Result<std::optional<SecondFactorRow>> second_factor(AgentId agent) override {
        return read_second_factor(on_, agent);
    }
    Result<std::vector<SecondFactorRow>> second_factors() override { return read_second_factors(on_); }
    Status put_second_factor(const SecondFactorRow& factor) override;
    Status remove_second_factor(AgentId agent) override;
    Status put_recovery_codes(AgentId agent, const std::vector<std::string>& hashes) override;
    Result<bool> use_recovery_code(AgentId agent, std::string_view hash) override;

    Result<std::int64_t> put_invitation(const InvitationRow& invitation) override;
    Result<std::optional<InvitationRow>> invitation(std::string_view token_hash) override {
        return read_invitation(on_, token_hash);
    }
    Result<std::optional<InvitationRow>> remove_invitation(std::int64_t id) override;

    Result<ApiKeyId> add_api_key(const ApiKeyRow& key) override;
    Result<std::optional<ApiKeyRow>> remove_api_key(ApiKeyId id) override;
    Status set_api_key_used(ApiKeyId id, UnixMillis at) override;

    Status add_audit(const AuditRow& row) override;

  private:
    Connection& on_;
};

class SqlitePeopleReads final : public PeopleReads {
  public:
    explicit SqlitePeopleReads(const ConnectionPool& connections) : connections_(connections) {}

    Result<std::vector<AgentRow>> list_agents() const override {
        return connections_.read([](Connection& on) { return read_agents(on); });
    }
    Result<std::optional<AgentRow>> find_agent(std::string_view email) const override {
        return connections_.read([&](Connection& on) { return read_agent(on, email); });
    }
    Result<std::optional<AgentRow>> find_agent(AgentId id) const override {
        return connections_.read([&](Connection& on) { return read_agent(on, id); });
    }
    Result<std::optional<SessionRow>> find_session(SessionId id) const override {
        return connections_.read([&](Connection& on) { return read_session(on, id); });
    }
    Result<std::vector<SessionRow>> list_sessions(AgentId agent) const override {
        return connections_.read([&](Connection& on) { return read_sessions(on, agent); });
    }
    Result<std::optional<RefreshRow>> find_refresh_token(std::string_view hash) const override {
        return connections_.read([&](Connection& on) { return read_refresh_token(on, hash); });
    }
    Result<std::optional<SecondFactorRow>> find_second_factor(AgentId agent) const override {
        return connections_.read([&](Connection& on) { return read_second_factor(on, agent); });
    }
    Result<std::vector<SecondFactorRow>> list_second_factors() const override {
        return connections_.read([](Connection& on) { return read_second_factors(on); });
    }
    Result<std::vector<InvitationRow>> list_invitations() const override {
        return connections_.read([](Connection& on) { return read_invitations(on); });
    }
    Result<std::optional<InvitationRow>> find_invitation(std::string_view token_hash) const override {
        return connections_.read([&](Connection& on) { return read_invitation(on, token_hash); });
    }
    Result<std::vector<ApiKeyRow>> list_api_keys() const override {
        return connections_.read([](Connection& on) { return read_api_keys(on); });
    }
    Result<std::optional<ApiKeyRow>> find_api_key(std::string_view hash) const override {
        return connections_.read([&](Connection& on) { return read_api_key(on, hash); });
    }
    Result<std::vector<AuditRow>> list_audit(const AuditQuery& query) const override {
        return connections_.read([&](Connection& on) { return read_audit(on, query); });
    }

  private:
    const ConnectionPool& connections_;
};

// All rows of a statement, each made by `row_of`; the first of them.
template <class RowOf>
auto rows_of(Statement& statement, RowOf row_of) -> Result<std::vector<decltype(row_of(statement))>> {
    std::vector<decltype(row_of(statement))> rows;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return rows;
        rows.push_back(row_of(statement));
    }
}
template <class RowOf>
auto first_of(Statement& statement, RowOf row_of) -> Result<std::optional<decltype(row_of(statement))>> {
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    if (!has_row) return std::nullopt;
    return row_of(statement);
}

}  // namespace roost::sqlite
