#include "server/app/sight.h"

#include <utility>

#include "server/sha256.h"

namespace roost {

namespace {

bool sees_everything(AgentRole role) {
    return role == AgentRole::kAdmin || role == AgentRole::kSupervisor;
}

}  // namespace

Reach sight_of(AgentId agent, AgentRole role, AgentsSee what, std::vector<TeamId> teams) {
    if (sees_everything(role) || what == AgentsSee::kEverything) return {};
    if (what == AgentsSee::kOwn) return reach_of(Sight{agent, {}, false});
    return reach_of(Sight{agent, std::move(teams), true});
}

Result<Reach> read_sight(const Deps& deps, const AgentRow& agent) {
    if (sees_everything(agent.role)) return Reach();
    ASSIGN_OR_RETURN(const auto what, deps.store.teams().agents_see());
    ASSIGN_OR_RETURN(auto teams, deps.store.teams().teams_of(agent.id));
    return sight_of(agent.id, agent.role, what, std::move(teams));
}

Status announce_colleague(Transaction& transaction, const AgentRow& agent) {
    ASSIGN_OR_RETURN(const auto known, transaction.teams().colleague(agent.id));
    const ColleagueChanged changed{known.value_or(Colleague{agent.id, agent.name}), !known};
    return transaction.append_event({transaction.take_seq(), changed});
}

Status announce_new_sight(Transaction& transaction, AgentId id) {
    ASSIGN_OR_RETURN(const auto known, transaction.teams().colleague(id));
    if (!known) return {};  // sees nothing, and says so at the door
    const auto seq = transaction.take_seq();
    RETURN_IF_ERROR(transaction.append_event({seq, ColleagueChanged{*known, false}}));
    return transaction.links().set_narrowed(word_of_sight(id), seq);
}

std::string sight_mark(const Reach& reach) {
    constexpr std::size_t kEnough = 16;
    if (reach.empty()) return "all";
    Sha256 sum;
    sum.add(reach);
    return sum.finish().substr(0, kEnough);
}

std::string word_of_sight(AgentId agent) {
    return "s" + to_string(agent);
}

}  // namespace roost
