#include "shared/model/reach.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "shared/model/phone_number.h"

namespace roost {

namespace {

constexpr char kRecord = 'r';
constexpr char kNumber = 'c';
// Stands in no reach: ids have no control characters.
constexpr char kBetween = '\n';

void keep_own(RecordLinks& links, std::string_view reach) {
    std::erase_if(links, [&](const RecordLink& link) { return reach_of(link.record) != reach; });
}

void narrow(MessageAdded& added, std::string_view reach) {
    added.message = narrowed(std::move(added.message), reach);
    added.conversation = narrowed(std::move(added.conversation), reach);
    added.counts = {};
}

void narrow(MessageChanged& changed, std::string_view reach) {
    changed.message = narrowed(std::move(changed.message), reach);
}

void narrow(ConversationChanged& changed, std::string_view reach) {
    changed.conversation = narrowed(std::move(changed.conversation), reach);
    changed.counts = {};
}

template <class Other>
void narrow(Other& /*says nothing of other records*/, std::string_view /*reach*/) {}

}  // namespace

Reach reach_of(const RecordRef& record) {
    return kRecord + record.type + "/" + record.id;
}

Reach reach_of_number(const std::string& digits) {
    const auto variants = wa_id_variants(digits);
    return kNumber + *std::min_element(variants.begin(), variants.end());
}

std::optional<RecordRef> record_in(std::string_view reach) {
    if (!reach.starts_with(kRecord)) return std::nullopt;
    const auto slash = std::min(reach.find('/'), reach.size() - 1);
    return RecordRef{std::string(reach.substr(1, slash - 1)), std::string(reach.substr(slash + 1))};
}

std::string number_in(std::string_view reach) {
    return reach.starts_with(kNumber) ? std::string(reach.substr(1)) : std::string();
}

std::string audience_of(const Conversation& conversation) {
    std::string audience;
    const auto add = [&audience](const Reach& reach) {
        if (audience.empty()) audience += kBetween;
        audience += reach + kBetween;
    };
    if (!conversation.wa_id.empty()) add(reach_of_number(conversation.wa_id));
    for (const auto& link : conversation.links)
        add(reach_of(link.record));
    return audience;
}

bool is_reached(std::string_view audience, std::string_view reach) {
    if (reach.empty()) return true;
    return audience.find(kBetween + std::string(reach) + kBetween) != std::string_view::npos;
}

Conversation narrowed(Conversation conversation, std::string_view reach) {
    if (!reach.empty()) keep_own(conversation.links, reach);
    return conversation;
}

Message narrowed(Message message, std::string_view reach) {
    if (!reach.empty()) keep_own(message.links, reach);
    return message;
}

Event narrowed(Event event, std::string_view reach) {
    if (reach.empty()) return event;
    std::visit([&](auto& payload) { narrow(payload, reach); }, event.payload);
    return event;
}

}  // namespace roost
