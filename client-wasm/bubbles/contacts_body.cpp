#include "client-wasm/bubbles/bodies.h"

namespace roost {

namespace {

std::string reachable_at(const Contacts::Card& card) {
    if (!card.phones.empty()) return card.phones.front();
    if (!card.emails.empty()) return card.emails.front();
    return card.organisation;
}

}  // namespace

void draw_body(const Contacts& content, BubbleContext& bubble) {
    for (const Contacts::Card& card : content.cards) {
        const std::string title = card.name.empty() ? std::string(bubble.words.contact) : card.name;
        bubble.card({ui::Icon::kPerson, ui::kAvatarHues[3], "", title, reachable_at(card)});
    }
    if (content.cards.empty()) bubble.text(bubble.words.contact, TextLook::kMissing);
}

}  // namespace roost
