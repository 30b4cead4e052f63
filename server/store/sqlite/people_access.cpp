// Invitations, API keys and the audit log.
#include <limits>

#include "server/store/sqlite/people.h"

#define INVITATION_COLUMNS "id, token_hash, email, name, role, invited_by, created_at, expires_at"
#define KEY_COLUMNS "id, hash, name, scope, made_by, created_at, expires_at, last_used_at"

namespace roost::sqlite {

namespace {

InvitationRow invitation_of(const Statement& row) {
    return {
        row.number(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.choice<AgentRole>(4),
        {row.number(5)},
        row.number(6),
        row.number(7)};
}

ApiKeyRow key_of(const Statement& row) {
    return {
        {row.number(0)},
        row.text(1),
        row.text(2),
        read_permissions(row.text(3)),
        {row.number(4)},
        row.number(5),
        row.number(6),
        row.number(7)};
}

AuditRow audit_of(const Statement& row) {
    return {
        row.number(0),
        row.number(1),
        {row.number(2)},
        {row.number(3)},
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7)};
}

}  // namespace

Result<std::vector<InvitationRow>> read_invitations(Connection& on) {
    auto statement = on.prepare("SELECT " INVITATION_COLUMNS " FROM invitations ORDER BY id DESC");
    return rows_of(statement, invitation_of);
}

Result<std::optional<InvitationRow>> read_invitation(Connection& on, std::string_view token_hash) {
    auto statement = on.prepare("SELECT " INVITATION_COLUMNS " FROM invitations WHERE token_hash = ?");
    statement.bind(token_hash);
    return first_of(statement, invitation_of);
}

Result<std::vector<ApiKeyRow>> read_api_keys(Connection& on) {
    auto statement = on.prepare("SELECT " KEY_COLUMNS " FROM api_keys ORDER BY id DESC");
    return rows_of(statement, key_of);
}

Result<std::optional<ApiKeyRow>> read_api_key(Connection& on, std::string_view hash) {
    auto statement = on.prepare("SELECT " KEY_COLUMNS " FROM api_keys WHERE hash = ?");
    statement.bind(hash);
    return first_of(statement, key_of);
}

Result<std::vector<AuditRow>> read_audit(Connection& on, const AuditQuery& query) {
    auto statement = on.prepare(
        "SELECT id, at, agent, api_key, address, action, subject, detail FROM audit WHERE id < ? "
        "ORDER BY id DESC LIMIT ?"
    );
    statement.bind(query.before > 0 ? query.before : std::numeric_limits<std::int64_t>::max());
    statement.bind(std::int64_t{query.limit});
    return rows_of(statement, audit_of);
}

Result<std::int64_t> SqlitePeopleWrites::put_invitation(const InvitationRow& invitation) {
    auto statement = on_.prepare(
        "INSERT OR REPLACE INTO invitations (token_hash, email, name, role, invited_by, created_at, "
        "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
    );
    statement.bind(invitation.token_hash).bind(invitation.email).bind(invitation.name);
    statement.bind(invitation.role).bind(invitation.invited_by).bind(invitation.created_at);
    RETURN_IF_ERROR(statement.bind(invitation.expires_at).run());
    return on_.last_id();
}

Result<std::optional<InvitationRow>> SqlitePeopleWrites::remove_invitation(std::int64_t id) {
    auto statement = on_.prepare("DELETE FROM invitations WHERE id = ? RETURNING " INVITATION_COLUMNS);
    statement.bind(id);
    return first_of(statement, invitation_of);
}

Result<ApiKeyId> SqlitePeopleWrites::add_api_key(const ApiKeyRow& key) {
    auto statement = on_.prepare(
        "INSERT INTO api_keys (hash, name, scope, made_by, created_at, expires_at, last_used_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"
    );
    const auto scope = write_permissions(key.scope);
    statement.bind(key.hash).bind(key.name).bind(scope).bind(key.made_by);
    RETURN_IF_ERROR(statement.bind(key.created_at).bind(key.expires_at).bind(key.last_used_at).run());
    return ApiKeyId{on_.last_id()};
}

Result<std::optional<ApiKeyRow>> SqlitePeopleWrites::remove_api_key(ApiKeyId id) {
    auto statement = on_.prepare("DELETE FROM api_keys WHERE id = ? RETURNING " KEY_COLUMNS);
    statement.bind(id);
    return first_of(statement, key_of);
}

Status SqlitePeopleWrites::set_api_key_used(ApiKeyId id, UnixMillis at) {
    auto statement = on_.prepare("UPDATE api_keys SET last_used_at = ? WHERE id = ?");
    return statement.bind(at).bind(id).run();
}

Status SqlitePeopleWrites::add_audit(const AuditRow& row) {
    auto statement = on_.prepare(
        "INSERT INTO audit (at, agent, api_key, address, action, subject, detail) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"
    );
    statement.bind(row.at).bind(row.agent).bind(row.key).bind(row.address);
    return statement.bind(row.action).bind(row.subject).bind(row.detail).run();
}

}  // namespace roost::sqlite
