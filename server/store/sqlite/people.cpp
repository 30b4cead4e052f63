// Agents, their sessions and refresh tokens.
#include "server/store/sqlite/people.h"

#define AGENT_COLUMNS "id, email, name, role, password_hash, state, created_at"
#define SESSION_COLUMNS "id, agent, device, address, started_at, last_used_at, ended_at, site, reach"

namespace roost::sqlite {

namespace {

AgentRow agent_of(const Statement& row) {
    return {
        {row.number(0)},
        row.text(1),
        row.text(2),
        row.choice<AgentRole>(3),
        row.text(4),
        row.choice<AgentState>(5),
        row.number(6)};
}

SessionRow session_of(const Statement& row) {
    return {
        {row.number(0)},
        {row.number(1)},
        row.text(2),
        row.text(3),
        row.number(4),
        row.number(5),
        row.number(6),
        {row.number(7)},
        row.text(8)};
}

RefreshRow refresh_token_of(const Statement& row) {
    return {row.text(0), {row.number(1)}, {row.number(2)}, row.number(3), row.number(4)};
}

tl::unexpected<Error> known_address() {
    return fail(ErrorCode::kConflict, "There is an agent with this e-mail address already.");
}

}  // namespace

Result<std::optional<AgentRow>> read_agent(Connection& on, AgentId id) {
    auto statement = on.prepare("SELECT " AGENT_COLUMNS " FROM agents WHERE id = ? AND state <> 2");
    statement.bind(id);
    return first_of(statement, agent_of);
}

Result<std::optional<AgentRow>> read_agent(Connection& on, std::string_view email) {
    auto statement = on.prepare("SELECT " AGENT_COLUMNS " FROM agents WHERE email = ? AND state <> 2");
    statement.bind(email);
    return first_of(statement, agent_of);
}

Result<std::vector<AgentRow>> read_agents(Connection& on) {
    auto statement = on.prepare("SELECT " AGENT_COLUMNS " FROM agents ORDER BY id");
    return rows_of(statement, agent_of);
}

Result<std::optional<SessionRow>> read_session(Connection& on, SessionId id) {
    auto statement = on.prepare("SELECT " SESSION_COLUMNS " FROM sessions WHERE id = ?");
    statement.bind(id);
    return first_of(statement, session_of);
}

Result<std::vector<SessionRow>> read_sessions(Connection& on, AgentId agent) {
    auto statement =
        on.prepare("SELECT " SESSION_COLUMNS
                   " FROM sessions WHERE agent = ? AND ended_at = 0 ORDER BY last_used_at DESC, id DESC");
    statement.bind(agent);
    return rows_of(statement, session_of);
}

Result<std::optional<RefreshRow>> read_refresh_token(Connection& on, std::string_view hash) {
    auto statement =
        on.prepare("SELECT hash, session, agent, expires_at, used_at FROM refresh_tokens WHERE hash = ?");
    statement.bind(hash);
    return first_of(statement, refresh_token_of);
}

Result<AgentId> SqlitePeopleWrites::add_agent(const AgentRow& agent) {
    auto statement = on_.prepare(
        "INSERT OR IGNORE INTO agents (email, name, role, password_hash, state, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?)"
    );
    statement.bind(agent.email).bind(agent.name).bind(agent.role).bind(agent.password_hash);
    RETURN_IF_ERROR(statement.bind(agent.state).bind(agent.created_at).run());
    if (on_.changes() == 0) return known_address();
    return AgentId{on_.last_id()};
}

Result<AgentRow> SqlitePeopleWrites::agent(AgentId id) {
    ASSIGN_OR_RETURN(auto found, read_agent(on_, id));
    if (!found) return fail(ErrorCode::kNotFound, "There is no such agent.");
    return *std::move(found);
}

Status SqlitePeopleWrites::put_agent(const AgentRow& agent) {
    auto statement = on_.prepare(
        "UPDATE OR IGNORE agents SET email = ?, name = ?, role = ?, password_hash = ?, state = ? WHERE id = ?"
    );
    statement.bind(agent.email).bind(agent.name).bind(agent.role).bind(agent.password_hash);
    RETURN_IF_ERROR(statement.bind(agent.state).bind(agent.id).run());
    if (on_.changes() == 0) return known_address();
    return {};
}

Result<int> SqlitePeopleWrites::count_active(AgentRole role) {
    auto statement = on_.prepare("SELECT COUNT(*) FROM agents WHERE role = ? AND state = 0");
    RETURN_IF_ERROR(statement.bind(role).run());
    return static_cast<int>(statement.number(0));
}

Result<bool> SqlitePeopleWrites::has_agents() {
    auto statement = on_.prepare("SELECT EXISTS (SELECT 1 FROM agents)");
    RETURN_IF_ERROR(statement.run());
    return statement.number(0) != 0;
}

Result<SessionId> SqlitePeopleWrites::add_session(const SessionRow& session) {
    auto statement = on_.prepare(
        "INSERT INTO sessions (agent, device, address, started_at, last_used_at, ended_at, site, reach) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    );
    statement.bind(session.agent).bind(session.device).bind(session.address);
    statement.bind(session.started_at).bind(session.last_used_at).bind(session.ended_at);
    statement.bind(session.site).bind(session.reach);
    RETURN_IF_ERROR(statement.run());
    return SessionId{on_.last_id()};
}

Status SqlitePeopleWrites::put_session(const SessionRow& session) {
    auto statement =
        on_.prepare("UPDATE sessions SET device = ?, address = ?, last_used_at = ?, ended_at = ? WHERE id = ?"
        );
    statement.bind(session.device).bind(session.address).bind(session.last_used_at);
    return statement.bind(session.ended_at).bind(session.id).run();
}

Status SqlitePeopleWrites::put_refresh_token(const RefreshRow& token) {
    auto statement = on_.prepare(
        "INSERT OR REPLACE INTO refresh_tokens (hash, session, agent, expires_at, used_at) "
        "VALUES (?, ?, ?, ?, ?)"
    );
    statement.bind(token.hash).bind(token.session).bind(token.agent).bind(token.expires_at);
    return statement.bind(token.used_at).run();
}

Status SqlitePeopleWrites::remove_refresh_tokens(UnixMillis ended_before) {
    auto statement = on_.prepare("DELETE FROM refresh_tokens WHERE expires_at < ?");
    return statement.bind(ended_before).run();
}

}  // namespace roost::sqlite
