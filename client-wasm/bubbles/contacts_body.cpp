#include <string>
#include <vector>

#include "client-wasm/bubbles/bodies.h"

namespace roost {

namespace {

std::string reachable_at(const Contacts::Card& card) {
    if (!card.phones.empty()) return card.phones.front();
    if (!card.emails.empty()) return card.emails.front();
    return card.organisation;
}

// What the card itself has no room for.
std::vector<std::string> rest_of(const Contacts::Card& card) {
    std::vector<std::string> lines;
    const std::string shown = reachable_at(card);
    for (const auto* list : {&card.phones, &card.emails}) {
        for (const std::string& one : *list)
            if (one != shown) lines.push_back(one);
    }
    std::string work = card.organisation == shown ? "" : card.organisation;
    if (!card.position.empty()) work = work.empty() ? card.position : fill("{0}, {1}", {work, card.position});
    if (!work.empty()) lines.push_back(work);
    for (const auto* list : {&card.addresses, &card.urls})
        lines.insert(lines.end(), list->begin(), list->end());
    if (!card.birthday.empty()) lines.push_back(card.birthday);
    return lines;
}

// Among several it has to be said whose it is.
void draw_rest(const Contacts& content, const Contacts::Card& card, BubbleContext& bubble) {
    const std::vector<std::string> lines = rest_of(card);
    if (lines.empty()) return;
    if (content.cards.size() > 1) bubble.text(card.name, TextLook::kNote);
    std::string text;
    for (const std::string& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    bubble.text(text);
}

}  // namespace

void draw_body(const Contacts& content, BubbleContext& bubble) {
    for (const Contacts::Card& card : content.cards) {
        const std::string title = card.name.empty() ? std::string(bubble.words.contact) : card.name;
        bubble.card({ui::Icon::kPerson, ui::kAvatarHues[3], "", title, reachable_at(card)});
    }
    for (const Contacts::Card& card : content.cards)
        draw_rest(content, card, bubble);
    if (content.cards.empty()) bubble.text(bubble.words.contact, TextLook::kMissing);
}

}  // namespace roost
