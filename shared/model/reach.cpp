#include "shared/model/reach.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "shared/model/phone_number.h"

namespace roost {

namespace {

constexpr char kRecord = 'r';
constexpr char kNumber = 'c';
constexpr char kAssignee = 'a';
constexpr char kTeam = 't';
constexpr std::string_view kNobodys = "o";
// Both stand in no word: ids have no control characters.
constexpr char kBetween = '\n';  // clauses of a reach, words of an audience
constexpr char kOr = '\t';

// Calls `take` with each part until it returns false; true = all were taken.
template <class Take>
bool each_part(std::string_view text, char separator, const Take& take) {
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0 && !take(text.substr(0, end))) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

bool holds_word(std::string_view audience, std::string_view word) {
    std::string whole(1, kBetween);
    whole += word;
    return audience.find(whole += kBetween) != std::string_view::npos;
}

std::string_view clause_in(std::string_view reach, bool is_sight) {
    std::string_view found;
    each_part(reach, kBetween, [&](std::string_view clause) {
        if (clause.starts_with(kAssignee) == is_sight) found = clause;
        return found.empty();
    });
    return found;
}

template <class Id>
Id id_after(std::string_view word) {
    return parse_id<Id>(word.substr(1)).value_or(Id{});
}

void keep_own(RecordLinks& links, const Reach& page) {
    std::erase_if(links, [&](const RecordLink& link) { return reach_of(link.record) != page; });
}

template <class Changed>
EventPayload heard(Changed changed, std::string_view reach, const RowBefore& before) {
    const bool was_unread = before.was_unread && is_reached(before.audience, reach);
    const auto& row = changed.conversation;
    if (!is_reached(row, reach)) return ConversationGone{row.id, row.platform, was_unread};
    changed.conversation = narrowed(std::move(changed.conversation), reach);
    changed.counts = {};
    changed.was_unread = was_unread;
    return changed;
}

EventPayload narrow(MessageAdded added, std::string_view reach, const RowBefore& before) {
    added.message = narrowed(std::move(added.message), reach);
    return heard(std::move(added), reach, before);
}

EventPayload narrow(MessageChanged changed, std::string_view reach, const RowBefore& /*before*/) {
    changed.message = narrowed(std::move(changed.message), reach);
    return changed;
}

EventPayload narrow(ConversationChanged changed, std::string_view reach, const RowBefore& before) {
    return heard(std::move(changed), reach, before);
}

template <class Other>
EventPayload narrow(Other other, std::string_view /*reach*/, const RowBefore& /*before*/) {
    return other;
}

}  // namespace

Reach reach_of(const RecordRef& record) {
    return kRecord + record.type + "/" + record.id;
}

Reach reach_of_number(const std::string& digits) {
    const auto variants = wa_id_variants(digits);
    return kNumber + *std::min_element(variants.begin(), variants.end());
}

Reach reach_of(const Sight& sight) {
    Reach reach = kAssignee + to_string(sight.agent);
    for (const auto team : sight.teams)
        reach += std::string{kOr, kTeam} + to_string(team);
    if (sight.sees_unassigned) reach.append(1, kOr).append(kNobodys);
    return reach;
}

Reach both(const Reach& page, const Reach& sight) {
    return page.empty() || sight.empty() ? page + sight : page + kBetween + sight;
}

Reach page_in(std::string_view reach) {
    return Reach(clause_in(reach, false));
}

std::optional<RecordRef> record_in(std::string_view reach) {
    const auto page = clause_in(reach, false);
    if (!page.starts_with(kRecord)) return std::nullopt;
    const auto slash = std::min(page.find('/'), page.size() - 1);
    return RecordRef{std::string(page.substr(1, slash - 1)), std::string(page.substr(slash + 1))};
}

std::string number_in(std::string_view reach) {
    const auto page = clause_in(reach, false);
    return page.starts_with(kNumber) ? std::string(page.substr(1)) : std::string();
}

std::optional<Sight> sight_in(std::string_view reach) {
    const auto clause = clause_in(reach, true);
    if (clause.empty()) return std::nullopt;
    Sight sight;
    each_part(clause, kOr, [&](std::string_view word) {
        if (word.front() == kAssignee) sight.agent = id_after<AgentId>(word);
        if (word.front() == kTeam) sight.teams.push_back(id_after<TeamId>(word));
        if (word == kNobodys) sight.sees_unassigned = true;
        return true;
    });
    return sight;
}

Reach uploaders_of(std::string_view reach) {
    auto page = page_in(reach);
    if (!page.empty()) return page;
    const auto sight = sight_in(reach);
    return sight ? reach_of(Sight{sight->agent, {}, false}) : Reach();
}

std::string audience_of(const Conversation& conversation) {
    std::string audience(1, kBetween);
    const auto add = [&audience](std::string_view word) { audience.append(word).append(1, kBetween); };
    if (!conversation.wa_id.empty()) add(reach_of_number(conversation.wa_id));
    for (const auto& link : conversation.links)
        add(reach_of(link.record));
    if (conversation.assignee) add(kAssignee + to_string(conversation.assignee));
    if (conversation.team) add(kTeam + to_string(conversation.team));
    if (!conversation.assignee && !conversation.team) add(kNobodys);
    return audience;
}

bool is_reached(std::string_view audience, std::string_view reach) {
    return each_part(reach, kBetween, [&](std::string_view clause) {
        return !each_part(clause, kOr, [&](std::string_view word) { return !holds_word(audience, word); });
    });
}

std::vector<std::string> words_of(std::string_view reach) {
    std::vector<std::string> words;
    each_part(reach, kBetween, [&](std::string_view clause) {
        return each_part(clause, kOr, [&](std::string_view word) {
            words.emplace_back(word);
            return true;
        });
    });
    return words;
}

std::vector<std::string> words_lost(std::string_view before, std::string_view after) {
    auto words = words_of(before);
    std::erase_if(words, [&](const std::string& word) { return holds_word(after, word); });
    return words;
}

Conversation narrowed(Conversation conversation, std::string_view reach) {
    if (const auto page = page_in(reach); !page.empty()) keep_own(conversation.links, page);
    return conversation;
}

Message narrowed(Message message, std::string_view reach) {
    if (const auto page = page_in(reach); !page.empty()) keep_own(message.links, page);
    return message;
}

Event narrowed(Event event, std::string_view reach, const RowBefore& before) {
    if (reach.empty()) return event;
    event.payload = std::visit(
        [&](auto payload) { return narrow(std::move(payload), reach, before); }, std::move(event.payload)
    );
    return event;
}

}  // namespace roost
