#include "server/app/sessions.h"

#include <utility>

#include "server/app/access_token.h"
#include "server/app/api_keys.h"
#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/opaque_token.h"
#include "server/app/passwords.h"
#include "server/app/sight.h"
#include "server/app/two_factor.h"
#include "server/app/widget_session.h"
#include "server/config.h"
#include "server/sha256.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::int64_t kAccessSeconds = std::int64_t{30} * 60;
constexpr UnixMillis kRefreshLife = 30 * kDay;
// Two tabs may renew with the same token at the same moment; what comes later is a thief's.
constexpr UnixMillis kSameMoment = 10 * kSecond;
constexpr std::size_t kLongestDevice = 300;

Error not_signed_in() {
    return {ErrorCode::kUnauthorized, "The session has ended. Sign in again."};
}

Actor acting(AgentId agent, SessionId session, std::string address) {
    Actor actor;
    actor.who.agent = agent;
    actor.who.session = session;
    actor.address = std::move(address);
    return actor;
}

RefreshRow refresh_row(std::string_view token, SessionId session, AgentId agent, UnixMillis now) {
    return {hash_of_token(token), session, agent, now + kRefreshLife, 0};
}

// What became of a try, once the password was looked at.
struct Entry {
    CodeCheck code = CodeCheck::kNoneNeeded;
    OpenedSession opened = {};
};

// The password is right.
Status enter(
    const Deps& deps,
    Transaction& transaction,
    const AgentRow& agent,
    const Origin& from,
    std::string_view code,
    Entry& entry
) {
    const auto actor = acting(agent.id, {}, from.address);
    ASSIGN_OR_RETURN(entry.code, check_code(deps, transaction, actor, code));
    if (entry.code == CodeCheck::kMissing) return {};
    if (entry.code == CodeCheck::kWrong) {
        const auto nobody = acting({}, {}, from.address);
        return note_action(deps, transaction, nobody, "two_factor.refused", agent.email);
    }
    ASSIGN_OR_RETURN(entry.opened, open_session(deps, transaction, agent, from));
    return {};
}

SignInRefusal code_refusal(CodeCheck checked) {
    const bool is_missing = checked == CodeCheck::kMissing;
    const char* sentence = is_missing ? "Enter the code of your authenticator, or a recovery code."
                                      : "The code is wrong, or was used already.";
    return {{ErrorCode::kUnauthorized, sentence}, 0, is_missing ? kSecondFactorNeeded : kSecondFactorWrong};
}

tl::expected<Session, SignInRefusal> sign_in_checked(
    const Deps& deps, const std::optional<AgentRow>& agent, const Credentials& credentials, const Origin& from
) {
    const bool may_enter = agent && agent->state == AgentState::kActive;
    const auto checked =
        check_password(may_enter ? std::optional(agent->password_hash) : std::nullopt, credentials.password);
    Entry entry;
    // A failure is written as a success is, so that neither takes longer.
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        if (!checked || !may_enter) {
            const auto nobody = acting({}, {}, from.address);
            return note_action(
                deps, transaction, nobody, "session.refused", agent ? agent->email : "an unknown address"
            );
        }
        return enter(deps, transaction, *agent, from, credentials.code, entry);
    });
    if (!done) return tl::unexpected(SignInRefusal{done.error()});
    if (!checked) return tl::unexpected(SignInRefusal{checked.error()});
    if (!may_enter) return tl::unexpected(SignInRefusal{not_signed_in()});
    if (entry.code == CodeCheck::kMissing || entry.code == CodeCheck::kWrong)
        return tl::unexpected(code_refusal(entry.code));
    return session_for(deps, std::move(entry.opened));
}

struct Renewal {
    std::string old_token;
    Origin from;
    OpenedSession opened = {};
    bool is_refused = false;
    bool is_reused = false;
};

// Tabs that ask at the same moment get the same token: one chain of them, so that a stolen one ends the
// session however quickly it was used. Nobody who does not know the key can say what comes after a token.
std::string successor_of(const Deps& deps, const std::string& token) {
    return hmac_sha256(deps.config.session_key, "after " + token);
}

Status replace(const Deps& deps, PeopleWrites& people, Renewal& renewal, UnixMillis now) {
    auto& opened = renewal.opened;
    opened.refresh_token = successor_of(deps, renewal.old_token);
    ASSIGN_OR_RETURN(auto row, people.refresh_token(hash_of_token(opened.refresh_token)));
    while (row && row->used_at != 0) {
        opened.refresh_token = successor_of(deps, opened.refresh_token);
        ASSIGN_OR_RETURN(row, people.refresh_token(hash_of_token(opened.refresh_token)));
    }
    if (row) return {};
    return people.put_refresh_token(refresh_row(opened.refresh_token, opened.id, opened.agent.id, now));
}

// A token that was replaced a while ago is in the wrong hands, or its successor is: nobody keeps the session.
Status renew(const Deps& deps, Transaction& transaction, Renewal& renewal) {
    auto& people = transaction.people();
    const auto now = deps.clock.now();
    ASSIGN_OR_RETURN(auto known, people.refresh_token(hash_of_token(renewal.old_token)));
    renewal.is_refused = !known || known->expires_at <= now;
    if (renewal.is_refused) return {};
    ASSIGN_OR_RETURN(auto session, people.session(known->session));
    const auto agent = people.agent(known->agent);
    renewal.is_refused = !session || session->ended_at != 0 || !agent || agent->state != AgentState::kActive;
    if (renewal.is_refused) return {};
    renewal.opened = {session->id, *agent, {}};
    if (known->used_at != 0 && now - known->used_at >= kSameMoment) {
        renewal.is_refused = renewal.is_reused = true;
        session->ended_at = now;
        RETURN_IF_ERROR(people.put_session(*session));
        const auto actor = acting(agent->id, session->id, renewal.from.address);
        return note_action(deps, transaction, actor, "session.ended", agent->email, "a token came back");
    }
    if (known->used_at == 0) known->used_at = now;
    RETURN_IF_ERROR(people.put_refresh_token(*known));
    session->last_used_at = now;
    session->address = renewal.from.address;
    RETURN_IF_ERROR(people.put_session(*session));
    return replace(deps, people, renewal, now);
}

// As of now, from the database.
Result<std::optional<Principal>> read_standing(const Deps& deps, const Principal& claimed) {
    ASSIGN_OR_RETURN(const auto session, deps.store.people().find_session(claimed.session));
    if (!session || session->ended_at != 0 || session->agent != claimed.agent) return std::nullopt;
    ASSIGN_OR_RETURN(const auto agent, deps.store.people().find_agent(claimed.agent));
    if (!agent || agent->state != AgentState::kActive) return std::nullopt;
    Principal who{agent->id, agent->role};
    who.session = session->id;
    ASSIGN_OR_RETURN(const auto sight, read_sight(deps, *agent));
    who.reach = both(session->reach, sight);
    if (!session->site) return who;
    ASSIGN_OR_RETURN(const auto scope, scope_at_site(deps, *session));
    if (!scope) return std::nullopt;
    who.scope = *scope;
    who.site = session->site;
    return who;
}

Result<Principal> check_session(const Deps& deps, const Principal& claimed) {
    auto& standings = deps.gate.standings;
    const auto now = deps.clock.now();
    const auto proof = "session " + to_string(claimed.session);
    auto standing = standings.find(proof, now);
    if (!standing) {
        const auto generation = standings.generation();
        ASSIGN_OR_RETURN(standing, read_standing(deps, claimed));
        standings.keep(proof, *standing, generation, now);
    }
    if (!*standing || (*standing)->agent != claimed.agent) return tl::unexpected(not_signed_in());
    auto who = **standing;
    who.ends_at = claimed.ends_at;
    return who;
}

}  // namespace

SignInRefusal refusal_to_wait(UnixMillis wait) {
    return {
        {ErrorCode::kTooManyRequests, "There were too many tries. Wait a moment before the next one."},
        (wait + kSecond - 1) / kSecond};
}

Result<OpenedSession> open_session(
    const Deps& deps, Transaction& transaction, const AgentRow& agent, const Origin& from
) {
    auto& people = transaction.people();
    const auto now = deps.clock.now();
    RETURN_IF_ERROR(people.remove_refresh_tokens(now));
    const auto device = truncate_code_points(to_valid_utf8(from.device), kLongestDevice);
    OpenedSession opened{{}, agent, make_opaque_token()};
    ASSIGN_OR_RETURN(opened.id, people.add_session({{}, agent.id, device, from.address, now, now, 0}));
    RETURN_IF_ERROR(people.put_refresh_token(refresh_row(opened.refresh_token, opened.id, agent.id, now)));
    const auto actor = acting(agent.id, opened.id, from.address);
    RETURN_IF_ERROR(note_action(deps, transaction, actor, "session.started", agent.email));
    return opened;
}

Session session_for(const Deps& deps, OpenedSession opened) {
    const auto& agent = opened.agent;
    Principal who{agent.id, agent.role};
    who.session = opened.id;
    return {
        make_access_token(deps.config.session_key, who, deps.clock.now(), kAccessSeconds),
        kAccessSeconds,
        std::move(opened.refresh_token),
        {agent.id,
         agent.name,
         agent.email,
         std::string(role_name(agent.role)),
         permission_names(permissions_of(agent.role))}};
}

tl::expected<Session, SignInRefusal> sign_in(
    const Deps& deps, const Credentials& credentials, const Origin& from
) {
    const auto email = trim(credentials.email);
    auto& throttle = deps.gate.throttle;
    const auto wait = throttle.begin(email, from.address, deps.clock.now());
    if (wait > 0) return tl::unexpected(refusal_to_wait(wait));
    const auto agent = deps.store.people().find_agent(email);
    if (!agent) return tl::unexpected(SignInRefusal{agent.error()});
    auto session = sign_in_checked(deps, *agent, credentials, from);
    // Half of a sign-in. What failed before still counts, or the password would buy as many codes as one
    // likes.
    if (!session && session.error().code == kSecondFactorNeeded) throttle.take_back(email, from.address);
    if (session) throttle.succeeded(email, from.address);
    return session;
}

Result<Session> refresh_session(const Deps& deps, std::string_view refresh_token, const Origin& from) {
    if (refresh_token.empty()) return tl::unexpected(not_signed_in());
    // What is refused for being unknown should not wait for the disk.
    ASSIGN_OR_RETURN(const auto known, deps.store.people().find_refresh_token(hash_of_token(refresh_token)));
    if (!known) return tl::unexpected(not_signed_in());
    Renewal renewal{std::string(refresh_token), from};
    const Status done =
        deps.store.write([&](Transaction& transaction) { return renew(deps, transaction, renewal); });
    if (!done) return tl::unexpected(done.error());
    if (renewal.is_reused) deps.gate.end({.session = renewal.opened.id});
    if (renewal.is_refused) return tl::unexpected(not_signed_in());
    return session_for(deps, std::move(renewal.opened));
}

void sign_out(const Deps& deps, std::string_view refresh_token) {
    if (refresh_token.empty()) return;
    const std::optional<RefreshRow> known =
        deps.store.people().find_refresh_token(hash_of_token(refresh_token)).value_or(std::nullopt);
    if (!known) return;
    const auto id = known->session;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto session, transaction.people().session(id));
        if (!session || session->ended_at != 0) return {};
        session->ended_at = deps.clock.now();
        RETURN_IF_ERROR(transaction.people().put_session(*session));
        const auto agent = transaction.people().agent(session->agent);
        if (!agent) return {};
        return note_action(deps, transaction, acting(agent->id, id, ""), "session.ended", agent->email);
    });
    if (done) deps.gate.end({.session = id});
}

Result<Principal> check_access_token(const Deps& deps, std::string_view token) {
    if (is_api_key(token)) return check_api_key(deps, token);
    ASSIGN_OR_RETURN(const auto claimed, read_access_token(deps.config.session_key, token, deps.clock.now()));
    return check_session(deps, claimed);
}

bool is_still_good(const Deps& deps, const Principal& who) {
    if (who.key) return is_still_good_key(deps, who);
    const auto now = check_session(deps, who);
    return now && now->reach == who.reach;
}

Result<std::vector<SessionRow>> list_sessions(const Deps& deps, AgentId agent) {
    ASSIGN_OR_RETURN(auto sessions, deps.store.people().list_sessions(agent));
    const auto oldest = deps.clock.now() - kRefreshLife;
    const auto over = deps.clock.now() - kAccessSeconds * kSecond;
    std::erase_if(sessions, [&](const SessionRow& one) {
        return one.last_used_at <= (one.site ? over : oldest);
    });
    return sessions;
}

Status end_session(const Deps& deps, const Actor& actor, SessionId id) {
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto session, transaction.people().session(id));
        if (!session || session->agent != actor.who.agent || session->ended_at != 0) {
            return fail(ErrorCode::kNotFound, "There is no such session.");
        }
        session->ended_at = deps.clock.now();
        RETURN_IF_ERROR(transaction.people().put_session(*session));
        return note_action(deps, transaction, actor, "session.ended", to_string(id));
    });
    if (!done) return tl::unexpected(done.error());
    deps.gate.end({.session = id});
    return {};
}

Status end_sessions_of(const Deps& deps, Transaction& transaction, AgentId agent, SessionId kept) {
    ASSIGN_OR_RETURN(auto sessions, transaction.people().sessions_of(agent));
    for (auto& session : sessions) {
        if (session.id == kept) continue;
        session.ended_at = deps.clock.now();
        RETURN_IF_ERROR(transaction.people().put_session(session));
    }
    return {};
}

Status end_other_sessions(const Deps& deps, const Actor& actor) {
    const auto agent = actor.who.agent;
    const Status done = deps.store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(end_sessions_of(deps, transaction, agent, actor.who.session));
        return note_action(deps, transaction, actor, "sessions.ended", "all others");
    });
    if (!done) return tl::unexpected(done.error());
    // The one that is kept comes back by itself.
    deps.gate.end({.agent = agent});
    return {};
}

}  // namespace roost
