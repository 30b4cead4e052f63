// What is durable about people: agents, the devices they signed in on, invitations, keys of other programs,
// and who did what. Errors and threads as for Store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/principal.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

enum class AgentState { kActive, kDeactivated, kRemoved };

struct AgentRow {
    AgentId id;
    std::string email;  // of one who was removed: a word that is no address
    std::string name;
    AgentRole role = AgentRole::kAgent;
    std::string password_hash;
    AgentState state = AgentState::kActive;
    UnixMillis created_at = 0;
};

struct SessionRow {
    SessionId id;
    AgentId agent;
    std::string device;   // as the browser calls itself
    std::string address;  // where it was last renewed from
    UnixMillis started_at = 0;
    UnixMillis last_used_at = 0;
    UnixMillis ended_at = 0;  // 0 = it has not been ended
    // Of a page that a site shows: which site, and what of the inbox it sees. No refresh token is ever of it.
    SiteId site = {};
    Reach reach = {};
};

struct RefreshRow {
    std::string hash;
    SessionId session;
    AgentId agent;
    UnixMillis expires_at = 0;
    UnixMillis used_at = 0;  // 0 = not rotated yet
};

// What stands beside an agent's password.
struct SecondFactorRow {
    AgentId agent;
    std::string sealed;           // the secret, as SecretBox seals it
    UnixMillis confirmed_at = 0;  // 0 = it was begun, and is asked for by nobody yet
    std::int64_t last_step = 0;   // no code of this one or before is good
    int recovery_codes_left = 0;  // only read
};

struct InvitationRow {
    std::int64_t id = 0;
    std::string token_hash;
    std::string email;
    std::string name;
    AgentRole role = AgentRole::kAgent;
    AgentId invited_by;
    UnixMillis created_at = 0;
    UnixMillis expires_at = 0;
};

struct ApiKeyRow {
    ApiKeyId id;
    std::string hash;
    std::string name;
    PermissionSet scope;
    AgentId made_by;
    UnixMillis created_at = 0;
    UnixMillis expires_at = 0;
    UnixMillis last_used_at = 0;  // 0 = never; a while behind
};

// Who did what, to whom, when and from where. No agent: somebody who was not signed in.
struct AuditRow {
    std::int64_t id = 0;
    UnixMillis at = 0;
    AgentId agent;
    ApiKeyId key;
    std::string address;
    std::string action;   // "agent.invited", …
    std::string subject;  // whom or what it was done to
    std::string detail;
};

// The writing half, as Transaction: inside a job, on the writer's thread.
class PeopleWrites {
  public:
    virtual ~PeopleWrites() = default;

    virtual Result<AgentId> add_agent(const AgentRow& agent) = 0;  // kConflict for a known e-mail
    virtual Result<AgentRow> agent(AgentId id) = 0;                // kNotFound, also when removed
    virtual Status put_agent(const AgentRow& agent) = 0;           // kConflict for another's e-mail
    virtual Result<int> count_active(AgentRole role) = 0;
    virtual Result<bool> has_agents() = 0;  // in whatever state

    virtual Result<SessionId> add_session(const SessionRow& session) = 0;
    virtual Result<std::optional<SessionRow>> session(SessionId id) = 0;
    virtual Status put_session(const SessionRow& session) = 0;
    // Those that nobody ended; also those that nobody used for long.
    virtual Result<std::vector<SessionRow>> sessions_of(AgentId agent) = 0;
    virtual Result<std::optional<RefreshRow>> refresh_token(std::string_view hash) = 0;
    virtual Status put_refresh_token(const RefreshRow& token) = 0;
    virtual Status remove_refresh_tokens(UnixMillis ended_before) = 0;

    virtual Result<std::optional<SecondFactorRow>> second_factor(AgentId agent) = 0;
    virtual Result<std::vector<SecondFactorRow>> second_factors() = 0;
    virtual Status put_second_factor(const SecondFactorRow& factor) = 0;  // one for each agent
    virtual Status remove_second_factor(AgentId agent) = 0;               // with the recovery codes
    virtual Status put_recovery_codes(AgentId agent, const std::vector<std::string>& hashes) = 0;
    // Whether there was such a code; there is none any more.
    virtual Result<bool> use_recovery_code(AgentId agent, std::string_view hash) = 0;

    // One for each address: a new one replaces the old. The id is made here.
    virtual Result<std::int64_t> put_invitation(const InvitationRow& invitation) = 0;
    virtual Result<std::optional<InvitationRow>> invitation(std::string_view token_hash) = 0;
    virtual Result<std::optional<InvitationRow>> remove_invitation(std::int64_t id) = 0;  // what it was

    virtual Result<ApiKeyId> add_api_key(const ApiKeyRow& key) = 0;
    virtual Result<std::optional<ApiKeyRow>> remove_api_key(ApiKeyId id) = 0;  // what it was
    virtual Status set_api_key_used(ApiKeyId id, UnixMillis at) = 0;

    virtual Status add_audit(const AuditRow& row) = 0;  // the id is made here
};

struct AuditQuery {
    std::int64_t before = 0;  // 0 = from the newest
    int limit = 50;
};

// The reading half, as Store: any thread.
class PeopleReads {
  public:
    virtual ~PeopleReads() = default;

    virtual Result<std::vector<AgentRow>> list_agents() const = 0;  // with those who were removed
    virtual Result<std::optional<AgentRow>> find_agent(std::string_view email) const = 0;
    virtual Result<std::optional<AgentRow>> find_agent(AgentId id) const = 0;
    virtual Result<std::optional<SessionRow>> find_session(SessionId id) const = 0;
    virtual Result<std::vector<SessionRow>> list_sessions(AgentId agent) const = 0;  // as sessions_of
    virtual Result<std::optional<RefreshRow>> find_refresh_token(std::string_view hash) const = 0;
    virtual Result<std::optional<SecondFactorRow>> find_second_factor(AgentId agent) const = 0;
    virtual Result<std::vector<SecondFactorRow>> list_second_factors() const = 0;
    virtual Result<std::vector<InvitationRow>> list_invitations() const = 0;
    virtual Result<std::optional<InvitationRow>> find_invitation(std::string_view token_hash) const = 0;
    virtual Result<std::vector<ApiKeyRow>> list_api_keys() const = 0;
    virtual Result<std::optional<ApiKeyRow>> find_api_key(std::string_view hash) const = 0;
    virtual Result<std::vector<AuditRow>> list_audit(const AuditQuery& query) const = 0;  // newest first
};

}  // namespace roost
