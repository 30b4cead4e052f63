#include "server/store/sqlite/records.h"

#define AGENT_COLUMNS "id, email, name, role, password_hash"

namespace roost::sqlite {

namespace {

Result<std::optional<AgentRow>> one(Statement& statement) {
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    if (!has_row) return std::nullopt;
    return AgentRow{
        {statement.number(0)},
        statement.text(1),
        statement.text(2),
        statement.choice<AgentRole>(3),
        statement.text(4)};
}

}  // namespace

Result<AgentId> insert_agent(Connection& on, const AgentRow& agent) {
    auto statement =
        on.prepare("INSERT OR IGNORE INTO agents (email, name, role, password_hash) VALUES (?, ?, ?, ?)");
    RETURN_IF_ERROR(
        statement.bind(agent.email).bind(agent.name).bind(agent.role).bind(agent.password_hash).run()
    );
    if (on.changes() == 0)
        return fail(ErrorCode::kConflict, "There is an agent with this e-mail address already.");
    return AgentId{on.last_id()};
}

Result<std::optional<AgentRow>> read_agent(Connection& on, AgentId id) {
    auto statement = on.prepare("SELECT " AGENT_COLUMNS " FROM agents WHERE id = ?");
    statement.bind(id);
    return one(statement);
}

Result<std::optional<AgentRow>> read_agent(Connection& on, std::string_view email) {
    auto statement = on.prepare("SELECT " AGENT_COLUMNS " FROM agents WHERE email = ?");
    statement.bind(email);
    return one(statement);
}

Status upsert_refresh_token(Connection& on, const RefreshRow& token) {
    auto statement = on.prepare(
        "INSERT OR REPLACE INTO refresh_tokens (hash, family, agent, expires_at, used_at, is_revoked) "
        "VALUES (?, ?, ?, ?, ?, ?)"
    );
    statement.bind(token.hash)
        .bind(token.family)
        .bind(token.agent)
        .bind(token.expires_at)
        .bind(token.used_at);
    return statement.bind(std::int64_t{token.is_revoked}).run();
}

Status revoke_refresh_family(Connection& on, std::string_view family) {
    auto statement = on.prepare("UPDATE refresh_tokens SET is_revoked = 1 WHERE family = ?");
    return statement.bind(family).run();
}

Result<std::optional<RefreshRow>> read_refresh_token(Connection& on, std::string_view hash) {
    auto statement = on.prepare(
        "SELECT hash, family, agent, expires_at, used_at, is_revoked FROM refresh_tokens WHERE hash = ?"
    );
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(hash).step());
    if (!has_row) return std::nullopt;
    return RefreshRow{
        statement.text(0),
        statement.text(1),
        {statement.number(2)},
        statement.number(3),
        statement.number(4),
        statement.number(5) != 0};
}

}  // namespace roost::sqlite
