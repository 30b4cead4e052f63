#include "shared/model/reactions.h"

#include <algorithm>
#include <variant>

namespace roost {

namespace {

const Reaction* sent_reaction(const Message& message) {
    const auto* reaction = std::get_if<Reaction>(&message.content);
    return message.status == DeliveryStatus::kFailed ? nullptr : reaction;
}

void put(std::vector<StandingReaction>& standing, Direction side, const std::string& emoji) {
    std::erase_if(standing, [side](const StandingReaction& one) { return one.side == side; });
    if (!emoji.empty()) standing.push_back({side, emoji});
}

}  // namespace

bool may_react_to(const Message& message, UnixMillis now) {
    return now - message.at <= kMayReactFor && !std::holds_alternative<Reaction>(message.content);
}

Reactions Reactions::of(const std::vector<Message>& messages, std::span<const Message> beyond) {
    std::map<std::string, std::vector<StandingReaction>, std::less<>> wanted;
    const auto take = [&wanted](const Message& message) {
        const Reaction* reaction = sent_reaction(message);
        if (reaction == nullptr || reaction->target_wamid.empty()) return;
        put(wanted[reaction->target_wamid], message.direction, reaction->emoji);
    };
    std::for_each(messages.begin(), messages.end(), take);
    std::for_each(beyond.begin(), beyond.end(), take);
    Reactions reactions;
    if (wanted.empty()) return reactions;
    for (const Message& message : messages) {
        const auto found = wanted.find(message.wamid);
        if (found != wanted.end()) reactions.by_message_.insert(wanted.extract(found));
    }
    return reactions;
}

std::span<const StandingReaction> Reactions::on(const Message& message) const {
    const auto found = by_message_.find(message.wamid);
    if (found == by_message_.end()) return {};
    return found->second;
}

std::string Reactions::from(Direction side, const Message& message) const {
    for (const StandingReaction& one : on(message)) {
        if (one.side == side) return one.emoji;
    }
    return "";
}

bool Reactions::is_seen_elsewhere(const Message& message) const {
    const Reaction* reaction = sent_reaction(message);
    return reaction != nullptr && by_message_.contains(reaction->target_wamid);
}

}  // namespace roost
