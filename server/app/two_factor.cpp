#include "server/app/two_factor.h"

#include <optional>
#include <utility>

#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/passwords.h"
#include "server/app/recovery_codes.h"
#include "server/app/totp.h"
#include "server/config.h"
#include "server/secret_box.h"
#include "server/store/store.h"

namespace roost {

namespace {

using Codes = std::vector<std::string>;

tl::unexpected<Error> wrong_code() {
    return fail(
        ErrorCode::kInvalid, "The code is wrong, or was used already. Wait for the next one and try again."
    );
}

tl::unexpected<Error> not_on() {
    return fail(ErrorCode::kConflict, "Two-step sign-in is not switched on.");
}

Result<std::string> opened_secret(const Deps& deps, const SecondFactorRow& factor) {
    if (const auto box = SecretBox::with_key(deps.config.secret_key)) {
        auto secret = box->open(second_factor_place(factor.agent), factor.sealed);
        if (secret) return secret;
    }
    return fail(
        ErrorCode::kInternal,
        "The code cannot be checked, since the data was sealed with another secret_key. A recovery code "
        "works."
    );
}

// Whether the digits are right; if so they are used up.
Result<bool> take_digits(
    const Deps& deps, Transaction& transaction, SecondFactorRow factor, std::string_view digits
) {
    ASSIGN_OR_RETURN(const auto secret, opened_secret(deps, factor));
    const auto step = matching_step(secret, digits, deps.clock.now(), factor.last_step);
    if (!step) return false;
    factor.last_step = *step;
    RETURN_IF_ERROR(transaction.people().put_second_factor(factor));
    return true;
}

Result<bool> take_recovery_code(
    const Deps& deps, Transaction& transaction, const Actor& actor, std::string_view code
) {
    const auto agent = actor.who.agent;
    const auto hash = hash_of_recovery_code(agent, code);
    ASSIGN_OR_RETURN(const bool is_right, transaction.people().use_recovery_code(agent, hash));
    if (!is_right) return false;
    ASSIGN_OR_RETURN(const auto row, transaction.people().agent(agent));
    RETURN_IF_ERROR(note_action(deps, transaction, actor, "recovery_code.used", row.email));
    return true;
}

// How often somebody who is signed in may try, told by `name`; nothing else is counted with it.
std::optional<SignInRefusal> begin_try(const Deps& deps, std::string_view name, AgentId agent) {
    const auto account = std::string(name) + " of " + to_string(agent);
    const auto wait = deps.gate.throttle.begin(account, "", deps.clock.now());
    return wait > 0 ? std::optional(refusal_to_wait(wait)) : std::nullopt;
}

void was_right(const Deps& deps, std::string_view name, AgentId agent) {
    deps.gate.throttle.succeeded(std::string(name) + " of " + to_string(agent), "");
}

// Counted with the old password of a change: it is the same one that could be guessed.
tl::expected<AgentRow, SignInRefusal> check_own_password(
    const Deps& deps, AgentId agent, std::string_view password
) {
    if (auto refused = begin_try(deps, "password", agent)) return tl::unexpected(*std::move(refused));
    const auto found = deps.store.people().find_agent(agent);
    if (!found) return tl::unexpected(SignInRefusal{found.error()});
    const auto& row = *found;
    if (!row) return tl::unexpected(SignInRefusal{{ErrorCode::kNotFound, "There is no such agent."}});
    const auto checked = check_password(row->password_hash, password);
    if (!checked) {
        const bool is_wrong = checked.error().code == ErrorCode::kUnauthorized;
        const Error wrong{ErrorCode::kForbidden, "The password is wrong."};
        return tl::unexpected(SignInRefusal{is_wrong ? wrong : checked.error()});
    }
    was_right(deps, "password", agent);
    return *row;
}

// Runs `change` in a job once the code is right. A wrong one stays in the log, which a failed job would not
// leave there.
template <class Change>
tl::expected<void, SignInRefusal> with_code(
    const Deps& deps, const Actor& actor, std::string_view code, Change change
) {
    const auto agent = actor.who.agent;
    if (auto refused = begin_try(deps, "code", agent)) return tl::unexpected(*std::move(refused));
    bool is_right = false;
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        is_right = false;
        ASSIGN_OR_RETURN(const auto row, transaction.people().agent(agent));
        ASSIGN_OR_RETURN(const auto checked, check_code(deps, transaction, actor, code));
        if (checked == CodeCheck::kNoneNeeded) return not_on();
        is_right = checked == CodeCheck::kRight;
        if (!is_right) return note_action(deps, transaction, actor, "two_factor.refused", row.email);
        return change(transaction, row);
    });
    if (!done) return tl::unexpected(SignInRefusal{done.error()});
    if (!is_right) return tl::unexpected(SignInRefusal{wrong_code().value()});
    was_right(deps, "code", agent);
    return {};
}

Status confirm(
    const Deps& deps, Transaction& transaction, const Actor& actor, std::string_view code, const Codes& codes
) {
    const auto agent = actor.who.agent;
    auto& people = transaction.people();
    ASSIGN_OR_RETURN(auto factor, people.second_factor(agent));
    if (!factor || factor->confirmed_at != 0) return fail(ErrorCode::kConflict, "Begin the set-up again.");
    ASSIGN_OR_RETURN(const auto row, people.agent(agent));
    ASSIGN_OR_RETURN(const auto secret, opened_secret(deps, *factor));
    const auto step = matching_step(secret, plain_digits(code), deps.clock.now(), factor->last_step);
    if (!step) return wrong_code();
    factor->last_step = *step;
    factor->confirmed_at = deps.clock.now();
    RETURN_IF_ERROR(people.put_second_factor(*factor));
    RETURN_IF_ERROR(people.put_recovery_codes(agent, hashes_of_recovery_codes(agent, codes)));
    RETURN_IF_ERROR(end_sessions_of(deps, transaction, agent, actor.who.session));
    return note_action(deps, transaction, actor, "two_factor.on", row.email);
}

}  // namespace

std::string second_factor_place(AgentId agent) {
    return "totp " + to_string(agent);
}

Result<CodeCheck> check_code(
    const Deps& deps, Transaction& transaction, const Actor& actor, std::string_view code
) {
    ASSIGN_OR_RETURN(const auto factor, transaction.people().second_factor(actor.who.agent));
    if (!factor || factor->confirmed_at == 0) return CodeCheck::kNoneNeeded;
    if (code.empty()) return CodeCheck::kMissing;
    const auto digits = plain_digits(code);
    bool is_right = false;
    if (digits.empty()) {
        ASSIGN_OR_RETURN(is_right, take_recovery_code(deps, transaction, actor, code));
    } else {
        ASSIGN_OR_RETURN(is_right, take_digits(deps, transaction, *factor, digits));
    }
    return is_right ? CodeCheck::kRight : CodeCheck::kWrong;
}

tl::expected<TwoFactorOffer, SignInRefusal> begin_two_factor(
    const Deps& deps, const Actor& actor, std::string_view password
) {
    const auto agent = check_own_password(deps, actor.who.agent, password);
    if (!agent) return tl::unexpected(agent.error());
    const auto box = SecretBox::with_key(deps.config.secret_key);
    if (!box) return tl::unexpected(SignInRefusal{{ErrorCode::kInternal, box.error().message}});
    const auto secret = make_totp_secret();
    const auto sealed = box->seal(second_factor_place(agent->id), secret);
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto factor, transaction.people().second_factor(agent->id));
        if (factor && factor->confirmed_at != 0)
            return fail(ErrorCode::kConflict, "Two-step sign-in is switched on already.");
        return transaction.people().put_second_factor({agent->id, sealed});
    });
    if (!done) return tl::unexpected(SignInRefusal{done.error()});
    return TwoFactorOffer{secret, totp_uri(deps.config.brand_name, agent->email, secret)};
}

tl::expected<Codes, SignInRefusal> confirm_two_factor(
    const Deps& deps, const Actor& actor, std::string_view code
) {
    const auto agent = actor.who.agent;
    if (auto refused = begin_try(deps, "code", agent)) return tl::unexpected(*std::move(refused));
    auto codes = make_recovery_codes();
    const Status done = deps.store.write([&](Transaction& transaction) {
        return confirm(deps, transaction, actor, code, codes);
    });
    if (!done) return tl::unexpected(SignInRefusal{done.error()});
    was_right(deps, "code", agent);
    // The session that is kept comes back by itself.
    deps.gate.end({.agent = agent});
    return codes;
}

tl::expected<Codes, SignInRefusal> renew_recovery_codes(
    const Deps& deps, const Actor& actor, std::string_view code
) {
    auto codes = make_recovery_codes();
    const auto done =
        with_code(deps, actor, code, [&](Transaction& transaction, const AgentRow& row) -> Status {
            const auto hashes = hashes_of_recovery_codes(row.id, codes);
            RETURN_IF_ERROR(transaction.people().put_recovery_codes(row.id, hashes));
            return note_action(deps, transaction, actor, "recovery_codes.made", row.email);
        });
    if (!done) return tl::unexpected(done.error());
    return codes;
}

tl::expected<void, SignInRefusal> end_two_factor(
    const Deps& deps, const Actor& actor, std::string_view password, std::string_view code
) {
    const auto agent = check_own_password(deps, actor.who.agent, password);
    if (!agent) return tl::unexpected(agent.error());
    return with_code(deps, actor, code, [&](Transaction& transaction, const AgentRow& row) -> Status {
        RETURN_IF_ERROR(transaction.people().remove_second_factor(row.id));
        return note_action(deps, transaction, actor, "two_factor.off", row.email);
    });
}

Status end_two_factor_of(const Deps& deps, const Actor& actor, AgentId agent) {
    return deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto row, transaction.people().agent(agent));
        if (agent == actor.who.agent)
            return fail(ErrorCode::kConflict, "Your own is switched off in your account, with a code.");
        ASSIGN_OR_RETURN(const auto factor, transaction.people().second_factor(agent));
        if (!factor || factor->confirmed_at == 0) return not_on();
        RETURN_IF_ERROR(transaction.people().remove_second_factor(agent));
        const auto* who = actor.who.agent ? "by an administrator" : "on this machine";
        return note_action(deps, transaction, actor, "two_factor.off", row.email, who);
    });
}

Result<TwoFactorState> two_factor_of(const Deps& deps, AgentId agent) {
    ASSIGN_OR_RETURN(const auto factor, deps.store.people().find_second_factor(agent));
    if (!factor || factor->confirmed_at == 0) return TwoFactorState{};
    return TwoFactorState{true, factor->recovery_codes_left};
}

}  // namespace roost
