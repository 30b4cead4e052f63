#include <string>
#include <vector>

#include "client-wasm/bubbles/bodies.h"
#include "shared/model/phone_number.h"

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

// As WhatsApp knows it, else the first that says its country; empty = none can be written to.
std::string number_of(const Contacts::Card& card) {
    if (!e164_digits(card.wa_id).empty()) return "+" + e164_digits(card.wa_id);
    for (const std::string& phone : card.phones)
        if (phone.starts_with('+') && !e164_digits(phone).empty()) return phone;
    return "";
}

void offer_actions(const Contacts& content, BubbleContext& bubble) {
    const RecordWords& words = bubble.locale.words().records;
    const bool is_alone = content.cards.size() == 1;
    for (const Contacts::Card& card : content.cards) {
        const std::string number = number_of(card);
        if (!bubble.may_start_from || number.empty()) continue;
        const std::string& name = card.name.empty() ? number : card.name;
        std::string label(words.message_person);
        if (!is_alone) label = fill(words.message_named, {name});
        BubbleAction action{ui::Icon::kReply, std::move(label), ""};
        action.starts = StartConversation{number, *bubble.may_start_from};
        bubble.actions.push_back(std::move(action));
    }
    // What is not sent yet, or only shown before, is nothing to keep.
    if (!bubble.message.id || content.cards.empty()) return;
    const Word& label = is_alone ? words.save_contact : words.save_contacts;
    BubbleAction action{ui::Icon::kDownload, std::string(label), ""};
    action.saves = true;
    bubble.actions.push_back(std::move(action));
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
    offer_actions(content, bubble);
}

}  // namespace roost
