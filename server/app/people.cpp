#include "server/app/people.h"

#include "server/app/assign_conversation.h"
#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/passwords.h"
#include "server/app/sessions.h"
#include "server/app/sight.h"
#include "server/app/teams.h"
#include "server/config.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kLongestName = 100;

// Asked before the change is made, inside the job, so that two at once cannot both be the last but one.
Status check_not_last_admin(Transaction& transaction, const AgentRow& before) {
    if (before.role != AgentRole::kAdmin || before.state != AgentState::kActive) return {};
    ASSIGN_OR_RETURN(const int admins, transaction.people().count_active(AgentRole::kAdmin));
    if (admins > 1) return {};
    return fail(
        ErrorCode::kConflict,
        "This is the last administrator. Make somebody else one first: without one nobody could manage Roost."
    );
}

std::string what_changed(const AgentRow& before, const AgentRow& after) {
    std::string text;
    const auto add = [&](std::string_view words) { text += (text.empty() ? "" : ", ") + std::string(words); };
    if (before.role != after.role)
        add(std::string(role_name(before.role)) + " → " + std::string(role_name(after.role)));
    if (before.state != after.state) add(after.state == AgentState::kActive ? "switched on" : "switched off");
    if (before.name != after.name) add("renamed");
    return text;
}

Status store_change(
    const Deps& deps,
    Transaction& transaction,
    const Actor& actor,
    const AgentRow& before,
    const AgentRow& after
) {
    const bool stays_admin = after.role == AgentRole::kAdmin && after.state == AgentState::kActive;
    if (!stays_admin) RETURN_IF_ERROR(check_not_last_admin(transaction, before));
    RETURN_IF_ERROR(transaction.people().put_agent(after));
    const bool may_answer = permissions_of(after.role).has(Permission::kSend);
    if (after.state != AgentState::kActive || !may_answer)
        RETURN_IF_ERROR(release_conversations_of(transaction, after.id));
    if (after.state != AgentState::kActive) RETURN_IF_ERROR(end_sessions_of(deps, transaction, after.id));
    RETURN_IF_ERROR(announce_colleague(transaction, after));
    if (before.role != after.role) RETURN_IF_ERROR(announce_new_sight(transaction, after.id));
    return note_action(deps, transaction, actor, "agent.changed", before.email, what_changed(before, after));
}

}  // namespace

Status check_email(std::string_view email) {
    const auto at = email.find('@');
    const bool has_blank = email.find_first_of(" \t\r\n") != std::string_view::npos;
    if (email.size() >= 3 && email.size() <= 254 && at != std::string_view::npos && !has_blank) return {};
    return fail(ErrorCode::kInvalid, "'email' must be an e-mail address.");
}

Status check_name(std::string_view name) {
    const auto length = count_code_points(trim(name));
    if (length > 0 && length <= kLongestName) return {};
    return fail(ErrorCode::kInvalid, "'name' must have 1 to 100 characters.");
}

Result<AgentRow> new_agent(
    const Deps& deps, std::string_view email, std::string_view name, AgentRole role, std::string_view password
) {
    email = trim(email);
    RETURN_IF_ERROR(check_email(email));
    RETURN_IF_ERROR(check_name(name));
    const PasswordOwner owner{email, deps.config.brand_name};
    RETURN_IF_ERROR(check_new_password(password, owner, deps.gate.common_passwords));
    AgentRow agent{{}, std::string(email), to_valid_utf8(trim(name)), role, {}};
    agent.created_at = deps.clock.now();
    ASSIGN_OR_RETURN(agent.password_hash, hash_password(password));
    return agent;
}

Result<AgentId> enter_agent(Transaction& transaction, AgentRow agent) {
    ASSIGN_OR_RETURN(agent.id, transaction.people().add_agent(agent));
    RETURN_IF_ERROR(announce_colleague(transaction, agent));
    return agent.id;
}

Result<AgentId> add_agent(
    const Deps& deps, std::string_view email, std::string_view name, AgentRole role, std::string_view password
) {
    ASSIGN_OR_RETURN(const auto agent, new_agent(deps, email, name, role, password));
    AgentId id;
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(id, enter_agent(transaction, agent));
        return note_action(deps, transaction, {}, "agent.added", agent.email, role_name(role));
    });
    if (!done) return tl::unexpected(done.error());
    return id;
}

Status check_may_grant(const Principal& who, AgentRole role) {
    const auto granted = permissions_of(role);
    if (!granted.has(Permission::kManagePeople) || permissions_of(who).has_all(granted)) return {};
    return fail(ErrorCode::kForbidden, "Only who may do all that an administrator may can make one.");
}

Result<AgentRow> change_agent(const Deps& deps, const Actor& actor, AgentId id, const AgentChange& change) {
    if (change.role) RETURN_IF_ERROR(check_may_grant(actor.who, *change.role));
    if (change.name) RETURN_IF_ERROR(check_name(*change.name));
    AgentRow after;
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto before, transaction.people().agent(id));
        after = before;
        if (change.name) after.name = to_valid_utf8(trim(*change.name));
        if (change.role) after.role = *change.role;
        if (change.is_active)
            after.state = *change.is_active ? AgentState::kActive : AgentState::kDeactivated;
        if (what_changed(before, after).empty()) return {};
        return store_change(deps, transaction, actor, before, after);
    });
    if (!done) return tl::unexpected(done.error());
    deps.gate.end({.agent = id});
    return after;
}

Status remove_agent(const Deps& deps, const Actor& actor, AgentId id) {
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto agent, transaction.people().agent(id));
        RETURN_IF_ERROR(check_not_last_admin(transaction, agent));
        const auto email = agent.email;
        agent.state = AgentState::kRemoved;
        agent.email = "removed " + to_string(id);
        agent.password_hash.clear();
        RETURN_IF_ERROR(transaction.people().put_agent(agent));
        RETURN_IF_ERROR(release_conversations_of(transaction, id));
        RETURN_IF_ERROR(leave_teams(transaction, id));
        RETURN_IF_ERROR(announce_colleague(transaction, agent));
        RETURN_IF_ERROR(transaction.people().remove_second_factor(id));
        RETURN_IF_ERROR(end_sessions_of(deps, transaction, id));
        return note_action(deps, transaction, actor, "agent.removed", email);
    });
    if (!done) return tl::unexpected(done.error());
    deps.gate.end({.agent = id});
    return {};
}

}  // namespace roost
