#include "client-wasm/views/message_info.h"

#include <algorithm>
#include <cctype>

#include "client-wasm/views/settings_drawings.h"
#include "client-wasm/views/settings_parts.h"
#include "client-wasm/views/template_choice.h"
#include "client-wasm/words/failures.h"

namespace roost {

namespace {

using settings::Item;
using settings::key_of;

std::string said_moment(const ui::Ui& ui, UnixMillis at) {
    return at == 0 ? std::string(ui.words.message_menu.not_yet)
                   : ui.locale.day_and_clock(at, ui.now, ui.utc_offset(at));
}

// "utility" is one of the templates' categories; new words of Meta's are shown as they are.
std::string category_said(const ui::Ui& ui, const std::string& category) {
    if (category == "service") return std::string(ui.words.message_menu.service);
    std::string known = category;
    std::transform(known.begin(), known.end(), known.begin(), [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    std::string said = category_label(ui.locale, known);
    return said == known ? readable_name(category) : said;
}

std::string cost_said(const ui::Ui& ui, const Charge& charge) {
    const MessageMenuWords& words = ui.words.message_menu;
    return fill(charge.is_billable ? words.charged : words.free, {category_said(ui, charge.category)});
}

std::vector<Item> items_of(const ui::Ui& ui, const Message& message) {
    const MessageMenuWords& words = ui.words.message_menu;
    std::vector<settings::Fact> facts;
    for (auto& [icon, label, at] : moments_of(ui.words, message))
        facts.push_back({icon, label, said_moment(ui, at)});
    if (message.charge)
        facts.push_back({ui::Icon::kCart, std::string(words.cost), cost_said(ui, *message.charge)});
    std::vector<Item> items{settings::fact_grid(key_of("message moments"), std::string(words.info), facts)};
    if (message.failure) {
        const std::string why = failure_said(ui.words, *message.failure);
        items.push_back(settings::problem(key_of("message failure"), why));
        if (const std::string& details = message.failure->details; !details.empty())
            items.push_back(settings::note(key_of("message details"), fill(words.meta_says, {details})));
    }
    items.push_back(settings::presses({{first_of_message_info(), std::string(ui.words.help.close)}}));
    return items;
}

// Where nobody says when, it is better not asked: of what was played before its moment was kept.
bool tells_played(const Message& message) {
    if (message.times.played != 0) return true;
    const auto* sound = std::get_if<Audio>(&message.content);
    return sound != nullptr && sound->is_voice && message.status != DeliveryStatus::kPlayed;
}

}  // namespace

std::vector<MessageMoment> moments_of(const Words& words, const Message& message) {
    using ui::Icon;
    const MessageMenuWords& said = words.message_menu;
    const auto moment = [](Icon icon, const Word& label, UnixMillis at) {
        return MessageMoment{icon, std::string(label), at};
    };
    if (message.direction == Direction::kInbound) return {moment(Icon::kTickOne, said.received, message.at)};
    std::vector<MessageMoment> moments{
        moment(Icon::kTickClock, said.written, message.at),
        moment(Icon::kTickOne, said.sent, message.times.sent),
        moment(Icon::kTickTwo, said.delivered, message.times.delivered),
        moment(Icon::kTickTwo, said.read, message.times.read)};
    if (tells_played(message))
        moments.push_back(moment(Icon::kMicrophone, said.played, message.times.played));
    if (message.status != DeliveryStatus::kFailed) return moments;
    std::erase_if(moments, [](const MessageMoment& one) { return one.at == 0; });
    if (message.times.failed != 0)
        moments.push_back(moment(Icon::kTickFailed, said.failed, message.times.failed));
    return moments;
}

ui::NodeKey first_of_message_info() {
    return key_of("message info close");
}

void draw_message_info(const Inbox& inbox, UiState& state, const MessageMenu& menu, ui::Ui& ui) {
    const Message* message = message_of(inbox, state.open, menu);
    if (message == nullptr || ui::was_activated(ui, first_of_message_info())) {
        state.overlay = Overlay::kNone;
        return;
    }
    settings::draw_dialog(ui, std::string(ui.words.message_menu.info), items_of(ui, *message));
}

}  // namespace roost
