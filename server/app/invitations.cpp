#include "server/app/invitations.h"

#include <utility>

#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/opaque_token.h"
#include "server/app/people.h"
#include "server/app/permissions.h"
#include "server/config.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

tl::unexpected<Error> no_invitation() {
    return fail(ErrorCode::kNotFound, "This link is not good any more. Ask an administrator for a new one.");
}

tl::unexpected<Error> no_setup() {
    return fail(
        ErrorCode::kNotFound, "This link is not good any more. Start Roost again, and it prints a new one."
    );
}

Result<OpenedSession> join(
    const Deps& deps, Transaction& transaction, AgentRow agent, const Origin& from, std::string_view action
) {
    ASSIGN_OR_RETURN(agent.id, enter_agent(transaction, agent));
    Actor themselves;
    themselves.who.agent = agent.id;
    themselves.address = from.address;
    RETURN_IF_ERROR(note_action(deps, transaction, themselves, action, agent.email, role_name(agent.role)));
    return open_session(deps, transaction, agent, from);
}

// Whoever invited must be one who may invite still: an administrator who was dismissed leaves no way in.
bool may_invite(const std::optional<AgentRow>& agent) {
    return agent && agent->state == AgentState::kActive &&
           permissions_of(agent->role).has(Permission::kManagePeople);
}

bool is_good(
    const std::optional<InvitationRow>& invitation, const std::optional<AgentRow>& inviter, UnixMillis now
) {
    return invitation && now < invitation->expires_at && may_invite(inviter);
}

// To web/join.html. Behind the # no log and no Referer has it.
std::string link_to(const Deps& deps, std::string_view what, const std::string& token) {
    return deps.config.public_url + "/join.html#" + std::string(what) + "/" + token;
}

}  // namespace

Result<Invited> invite(
    const Deps& deps, const Actor& actor, std::string_view email, std::string_view name, AgentRole role
) {
    email = trim(email);
    RETURN_IF_ERROR(check_email(email));
    RETURN_IF_ERROR(check_name(name));
    RETURN_IF_ERROR(check_may_grant(actor.who, role));
    ASSIGN_OR_RETURN(const auto known, deps.store.people().find_agent(email));
    if (known) return fail(ErrorCode::kConflict, "There is an agent with this e-mail address already.");
    const auto token = make_opaque_token();
    const auto now = deps.clock.now();
    Invited invited;
    invited.link = link_to(deps, "invitation", token);
    invited.row = {
        0,
        hash_of_token(token),
        std::string(email),
        to_valid_utf8(trim(name)),
        role,
        actor.who.agent,
        now,
        now + kInvitationLife};
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(invited.row.id, transaction.people().put_invitation(invited.row));
        return note_action(deps, transaction, actor, "agent.invited", email, role_name(role));
    }));
    return invited;
}

Result<InvitationRow> find_invitation(const Deps& deps, std::string_view token) {
    const auto& people = deps.store.people();
    ASSIGN_OR_RETURN(auto found, people.find_invitation(hash_of_token(token)));
    if (!found) return no_invitation();
    ASSIGN_OR_RETURN(const auto inviter, people.find_agent(found->invited_by));
    if (!is_good(found, inviter, deps.clock.now())) return no_invitation();
    return *std::move(found);
}

Status withdraw_invitation(const Deps& deps, const Actor& actor, std::int64_t id) {
    return deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto gone, transaction.people().remove_invitation(id));
        if (!gone) return fail(ErrorCode::kNotFound, "There is no such invitation.");
        return note_action(deps, transaction, actor, "invitation.withdrawn", gone->email);
    });
}

Result<Session> accept_invitation(
    const Deps& deps, std::string_view token, const Newcomer& newcomer, const Origin& from
) {
    // Hashing a password is dear: only who holds a link is worth it.
    ASSIGN_OR_RETURN(const auto found, find_invitation(deps, token));
    const auto& name = newcomer.name.empty() ? found.name : newcomer.name;
    ASSIGN_OR_RETURN(const auto agent, new_agent(deps, found.email, name, found.role, newcomer.password));
    OpenedSession opened;
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto still, transaction.people().invitation(found.token_hash));
        if (!still) return no_invitation();
        const auto inviter = transaction.people().agent(still->invited_by);
        if (!inviter || !is_good(still, *inviter, deps.clock.now())) return no_invitation();
        ASSIGN_OR_RETURN(const auto used, transaction.people().remove_invitation(still->id));
        ASSIGN_OR_RETURN(opened, join(deps, transaction, agent, from, "invitation.accepted"));
        return {};
    }));
    return session_for(deps, std::move(opened));
}

Result<std::optional<std::string>> offer_setup(const Deps& deps) {
    ASSIGN_OR_RETURN(const auto agents, deps.store.people().list_agents());
    if (!agents.empty()) return std::nullopt;
    return link_to(deps, "setup", deps.gate.setup.open(deps.clock.now()));
}

Status check_setup(const Deps& deps, std::string_view token) {
    if (deps.gate.setup.is_open(token, deps.clock.now())) return {};
    return no_setup();
}

Result<Session> set_up(
    const Deps& deps, std::string_view token, const Newcomer& newcomer, const Origin& from
) {
    RETURN_IF_ERROR(check_setup(deps, token));
    ASSIGN_OR_RETURN(
        const auto agent, new_agent(deps, newcomer.email, newcomer.name, AgentRole::kAdmin, newcomer.password)
    );
    OpenedSession opened;
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const bool has_agents, transaction.people().has_agents());
        if (has_agents) return no_setup();
        ASSIGN_OR_RETURN(opened, join(deps, transaction, agent, from, "setup.completed"));
        return {};
    }));
    deps.gate.setup.close();
    return session_for(deps, std::move(opened));
}

}  // namespace roost
