#include "server/app/teams.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "server/app/assign_conversation.h"
#include "server/app/gate.h"
#include "server/app/people.h"
#include "server/app/sight.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kMostMembers = 1'000;

Status check_members(Transaction& transaction, const std::vector<AgentId>& members) {
    if (members.size() > kMostMembers)
        return fail(ErrorCode::kInvalid, "'members' may name at most 1,000 agents.");
    for (const auto member : members) {
        ASSIGN_OR_RETURN(const auto known, transaction.teams().colleague(member));
        if (!known) return fail(ErrorCode::kInvalid, "'members' names somebody who is no agent.");
    }
    return {};
}

// Fills in what is asked for.
Status take(Transaction& transaction, Team& team, const TeamChange& change) {
    if (change.name) team.name = to_valid_utf8(trim(*change.name));
    if (!change.members) return {};
    RETURN_IF_ERROR(check_members(transaction, *change.members));
    team.members = *change.members;
    std::sort(team.members.begin(), team.members.end());
    team.members.erase(std::unique(team.members.begin(), team.members.end()), team.members.end());
    return {};
}

// Who is in one of them alone.
std::vector<AgentId> difference(const std::vector<AgentId>& a, const std::vector<AgentId>& b) {
    std::vector<AgentId> either;
    std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
    return either;
}

Status announce(Transaction& transaction, const Team& team, bool is_gone) {
    return transaction.append_event({transaction.take_seq(), TeamChanged{team, is_gone}});
}

Status announce_new_sights(Transaction& transaction, const std::vector<AgentId>& agents) {
    for (const auto agent : agents)
        RETURN_IF_ERROR(announce_new_sight(transaction, agent));
    return {};
}

// After the commit: their streams come back and read what they see now.
void ask_anew(const Deps& deps, const std::vector<AgentId>& agents) {
    for (const auto agent : agents)
        deps.gate.end({.agent = agent});
}

std::string words_for(const TeamChange& change, const std::vector<AgentId>& moved) {
    std::string words = change.name ? "named" : "";
    if (!moved.empty()) words += (words.empty() ? "" : ", ") + std::to_string(moved.size()) + " moved";
    return words;
}

}  // namespace

Result<Team> add_team(const Deps& deps, const Actor& actor, const TeamChange& wanted) {
    RETURN_IF_ERROR(check_name(wanted.name.value_or("")));
    Team team;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(take(transaction, team, wanted));
        ASSIGN_OR_RETURN(team.id, transaction.teams().add_team(team));
        RETURN_IF_ERROR(announce(transaction, team, false));
        RETURN_IF_ERROR(announce_new_sights(transaction, team.members));
        return note_action(deps, transaction, actor, "team.added", team.name);
    });
    if (!done) return tl::unexpected(done.error());
    ask_anew(deps, team.members);
    return team;
}

Result<Team> change_team(const Deps& deps, const Actor& actor, TeamId id, const TeamChange& change) {
    if (change.name) RETURN_IF_ERROR(check_name(*change.name));
    Team team;
    std::vector<AgentId> moved;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto before, transaction.teams().team(id));
        team = before;
        RETURN_IF_ERROR(take(transaction, team, change));
        if (team == before) return {};
        moved = difference(before.members, team.members);
        RETURN_IF_ERROR(transaction.teams().put_team(team));
        RETURN_IF_ERROR(announce(transaction, team, false));
        RETURN_IF_ERROR(announce_new_sights(transaction, moved));
        return note_action(deps, transaction, actor, "team.changed", team.name, words_for(change, moved));
    });
    if (!done) return tl::unexpected(done.error());
    ask_anew(deps, moved);
    return team;
}

Status remove_team(const Deps& deps, const Actor& actor, TeamId id) {
    Team team;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(team, transaction.teams().team(id));
        RETURN_IF_ERROR(release_conversations_of(transaction, id));
        RETURN_IF_ERROR(transaction.teams().remove_team(id));
        RETURN_IF_ERROR(announce(transaction, {id, team.name, {}}, true));
        RETURN_IF_ERROR(announce_new_sights(transaction, team.members));
        return note_action(deps, transaction, actor, "team.removed", team.name);
    });
    RETURN_IF_ERROR(done);
    ask_anew(deps, team.members);
    return {};
}

Status set_agents_see(const Deps& deps, const Actor& actor, AgentsSee what) {
    std::vector<AgentId> concerned;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto before, transaction.teams().agents_see());
        if (before == what) return {};
        RETURN_IF_ERROR(transaction.teams().set_agents_see(what));
        ASSIGN_OR_RETURN(const auto all, transaction.teams().colleagues());
        for (const auto& one : all)
            concerned.push_back(one.id);
        RETURN_IF_ERROR(announce_new_sights(transaction, concerned));
        const auto subject = "the inbox";
        return note_action(deps, transaction, actor, "sight.changed", subject, agents_see_name(what));
    });
    RETURN_IF_ERROR(done);
    ask_anew(deps, concerned);
    return {};
}

Status set_availability(const Deps& deps, AgentId agent, Availability wanted) {
    return deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto row, transaction.people().agent(agent));
        RETURN_IF_ERROR(transaction.teams().set_availability(agent, wanted));
        return announce_colleague(transaction, row);
    });
}

Status leave_teams(Transaction& transaction, AgentId agent) {
    ASSIGN_OR_RETURN(const auto teams, transaction.teams().teams_of(agent));
    for (const auto id : teams) {
        ASSIGN_OR_RETURN(auto team, transaction.teams().team(id));
        std::erase(team.members, agent);
        RETURN_IF_ERROR(transaction.teams().put_team(team));
        RETURN_IF_ERROR(announce(transaction, team, false));
    }
    return {};
}

}  // namespace roost
