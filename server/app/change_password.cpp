#include <optional>

#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/passwords.h"
#include "server/app/sessions.h"
#include "server/config.h"
#include "server/store/store.h"

namespace roost {

namespace {

// Whoever found an open page must not learn the password from it.
Status check_old(const Deps& deps, const AgentRow& agent, std::string_view password) {
    if (check_password(agent.password_hash, password)) {
        deps.gate.throttle.succeeded("password of " + to_string(agent.id), "");
        return {};
    }
    return fail(ErrorCode::kForbidden, "The old password is wrong.");
}

Status replace(
    const Deps& deps, const Actor& actor, const AgentRow& agent, std::string_view old, std::string_view fresh
) {
    RETURN_IF_ERROR(check_old(deps, agent, old));
    const PasswordOwner owner{agent.email, deps.config.brand_name};
    RETURN_IF_ERROR(check_new_password(fresh, owner, deps.gate.common_passwords));
    ASSIGN_OR_RETURN(const auto hash, hash_password(fresh));
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto row, transaction.people().agent(agent.id));
        // Somebody else was quicker, with the same old password.
        if (row.password_hash != agent.password_hash) {
            return fail(ErrorCode::kConflict, "The password was changed a moment ago.");
        }
        row.password_hash = hash;
        RETURN_IF_ERROR(transaction.people().put_agent(row));
        RETURN_IF_ERROR(end_sessions_of(deps, transaction, agent.id, actor.who.session));
        return note_action(deps, transaction, actor, "password.changed", agent.email);
    });
    if (!done) return tl::unexpected(done.error());
    deps.gate.end({.agent = agent.id});
    return {};
}

}  // namespace

tl::expected<void, SignInRefusal> change_password(
    const Deps& deps, const Actor& actor, std::string_view old_password, std::string_view new_password
) {
    const auto account = "password of " + to_string(actor.who.agent);
    const auto wait = deps.gate.throttle.begin(account, "", deps.clock.now());
    if (wait > 0) return tl::unexpected(refusal_to_wait(wait));
    const auto agent = deps.store.people().find_agent(actor.who.agent);
    if (!agent) return tl::unexpected(SignInRefusal{agent.error()});
    const auto& known = *agent;
    if (!known) return tl::unexpected(SignInRefusal{{ErrorCode::kNotFound, "There is no such agent."}});
    const auto done = replace(deps, actor, *known, old_password, new_password);
    if (!done) return tl::unexpected(SignInRefusal{done.error()});
    return {};
}

}  // namespace roost
