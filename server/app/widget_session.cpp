#include "server/app/widget_session.h"

#include <utility>

#include "server/app/access_token.h"
#include "server/app/clock.h"
#include "server/app/embed_token.h"
#include "server/app/opaque_token.h"
#include "server/app/site_rules.h"
#include "server/app/sites.h"
#include "server/config.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::int64_t kAccessSeconds = std::int64_t{30} * 60;
// Sessions are forgotten a day after their start: none is gone on with so long that its last token outlives
// it.
constexpr UnixMillis kSessionGoesOn = kDay / 2;
constexpr std::size_t kLongestDevice = 300;

tl::unexpected<Error> not_good() {
    return fail(ErrorCode::kUnauthorized, "The token of this page is not good, or not any more.");
}

// What a token says, as far as it is proved.
struct Visit {
    SiteRow site;  // without an id where there is no such site
    EmbedClaims claims;
    AgentRow agent;
    Reach reach;
    bool is_good = false;
};

Result<std::optional<AgentRow>> agent_named(const Deps& deps, const std::string& subject) {
    const auto& people = deps.store.people();
    if (const auto id = parse_id<AgentId>(subject)) return people.find_agent(*id);
    return people.find_agent(std::string_view(subject));
}

Result<Visit> look_at(const Deps& deps, std::string_view token, std::string_view page) {
    const auto now = deps.clock.now();
    Visit visit;
    ASSIGN_OR_RETURN(auto site, deps.store.sites().find_site(claimed_site(token).value_or(SiteId{})));
    visit.site = std::move(site).value_or(SiteRow{});
    auto keys = good_secrets(deps.config, visit.site, now);
    // Whether there is such a site is nothing that the time should tell.
    if (keys.empty()) keys.push_back(make_opaque_token());
    const auto claims = read_embed_token(keys, token, now);
    if (!claims || !visit.site.id) return visit;
    visit.claims = *claims;
    visit.reach = reach_of(*claims);
    ASSIGN_OR_RETURN(auto agent, agent_named(deps, claims->subject));
    visit.agent = std::move(agent).value_or(AgentRow{});
    ASSIGN_OR_RETURN(const auto types, parse_record_types(deps.config.record_types));
    visit.is_good = claims->site == visit.site.id && visit.agent.id &&
                    visit.agent.state == AgentState::kActive && may_show(visit.site, types, visit.reach) &&
                    (page.empty() || is_origin_of(visit.site, page));
    return visit;
}

Status note_site_use(Transaction& transaction, SiteRow site, UnixMillis now) {
    // A while behind: pages come all day.
    constexpr UnixMillis kUsedAtLeastEvery = 10 * kMinute;
    if (now - site.last_used_at < kUsedAtLeastEvery) return {};
    site.last_used_at = now;
    return transaction.sites().put_site(site);
}

// Whoever looks at page after page of one program goes on with one session: it is one line where sessions are
// listed, and one in the log. Absent: there is none to go on with.
Result<std::optional<SessionRow>> session_like(Transaction& transaction, const SessionRow& wanted) {
    ASSIGN_OR_RETURN(const auto known, transaction.people().sessions_of(wanted.agent));
    for (const SessionRow& one : known)
        if (one.site == wanted.site && one.reach == wanted.reach && one.device == wanted.device &&
            one.address == wanted.address && one.ended_at == 0 &&
            one.started_at > wanted.started_at - kSessionGoesOn)
            return one;
    return std::nullopt;
}

Result<SessionId> open(const Deps& deps, Transaction& transaction, const Visit& visit, const Origin& from) {
    const auto now = deps.clock.now();
    // As it is now: it may have been changed since it was looked at.
    ASSIGN_OR_RETURN(const auto site, transaction.sites().site(visit.site.id));
    if (!site) return not_good();
    RETURN_IF_ERROR(note_site_use(transaction, *site, now));
    RETURN_IF_ERROR(transaction.sites().forget_sessions(now - kDay));
    SessionRow session;
    session.agent = visit.agent.id;
    session.device = truncate_code_points(to_valid_utf8(from.device), kLongestDevice);
    session.address = from.address;
    session.started_at = session.last_used_at = now;
    session.site = site->id;
    session.reach = visit.reach;
    ASSIGN_OR_RETURN(auto known, session_like(transaction, session));
    if (known) {
        known->last_used_at = now;
        RETURN_IF_ERROR(transaction.people().put_session(*known));
        return known->id;
    }
    ASSIGN_OR_RETURN(const auto id, transaction.people().add_session(session));
    Actor actor;
    actor.who.agent = visit.agent.id;
    actor.who.session = id;
    actor.address = from.address;
    RETURN_IF_ERROR(note_action(deps, transaction, actor, "widget.opened", site->name, visit.reach));
    return id;
}

// No id: refused, and noted, in the same number of steps.
Result<SessionId> enter(const Deps& deps, const Visit& visit, const Origin& from) {
    SessionId id;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        const auto hash = hash_of_token(visit.is_good ? visit.claims.jti : make_opaque_token());
        bool is_first = false;
        if (visit.is_good) {
            const auto now = deps.clock.now();
            ASSIGN_OR_RETURN(
                is_first, transaction.sites().use_token(visit.site.id, hash, visit.claims.ends_at, now)
            );
        }
        if (is_first) {
            ASSIGN_OR_RETURN(id, open(deps, transaction, visit, from));
            return {};
        }
        Actor nobody;
        nobody.address = from.address;
        const auto name = visit.site.id ? visit.site.name : "an unknown site";
        return note_action(deps, transaction, nobody, "widget.refused", name);
    });
    if (!done) return tl::unexpected(done.error());
    return id;
}

}  // namespace

Result<WidgetSession> open_widget_session(
    const Deps& deps, std::string_view token, std::string_view page, const Origin& from
) {
    ASSIGN_OR_RETURN(const auto visit, look_at(deps, token, page));
    ASSIGN_OR_RETURN(const auto id, enter(deps, visit, from));
    if (!id) return not_good();
    const auto& agent = visit.agent;
    Principal who{agent.id, agent.role};
    who.session = id;
    who.scope = visit.site.scope;
    return WidgetSession{
        make_access_token(deps.config.session_key, who, deps.clock.now(), kAccessSeconds),
        kAccessSeconds,
        {agent.id,
         agent.name,
         agent.email,
         std::string(role_name(agent.role)),
         permission_names(permissions_of(who))},
        visit.site.id,
        visit.claims.entity,
        visit.claims.contact};
}

Result<std::optional<PermissionSet>> scope_at_site(const Deps& deps, const SessionRow& session) {
    ASSIGN_OR_RETURN(const auto site, deps.store.sites().find_site(session.site));
    ASSIGN_OR_RETURN(const auto types, parse_record_types(deps.config.record_types));
    if (!site || !may_show(*site, types, session.reach)) return std::nullopt;
    return std::optional(site->scope);
}

}  // namespace roost
