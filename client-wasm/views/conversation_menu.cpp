#include "client-wasm/views/conversation_menu.h"

#include <string>
#include <vector>

#include "client-wasm/views/chat_link_dialog.h"
#include "client-wasm/views/owners.h"
#include "client-wasm/views/records_dialog.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/model/block_refusal.h"

namespace roost {

namespace {

using settings::Item;
using settings::Press;

ui::NodeKey menu_key() {
    return ui::make_key(0, "conversation menu");
}

bool is_asking_about(const UiState& state, const Conversation& row) {
    return state.blocking.conversation == row.id && state.blocking.is_busy;
}

std::vector<MenuItem> menu_of(const UiState& state, const Conversation& row, const Words& words) {
    std::vector<MenuItem> items;
    if (can_assign(state))
        items.push_back(
            {ui::Icon::kPerson, std::string(words.team.assign), ui::make_key(menu_key(), "assign")}
        );
    if (can_link(state))
        items.push_back(
            {ui::Icon::kLink, std::string(words.records.title), ui::make_key(menu_key(), "records")}
        );
    const Word& label = row.is_blocked ? words.blocking.unblock : words.blocking.block;
    if (can_change_block(state, row))
        items.push_back({ui::Icon::kBlocked, std::string(label), ui::make_key(menu_key(), "block")});
    if (has_chat_link(row))
        items.push_back({ui::Icon::kOpen, std::string(words.records.chat), ui::make_key(menu_key(), "chat")});
    return items;
}

std::string refusal_of(const UiState& state, const Conversation& row, const ui::Ui& ui) {
    const BlockingState& blocking = state.blocking;
    if (blocking.conversation == row.id && !blocking.error.empty()) return blocking.error;
    if (can_be_blocked(row, ui.now)) return {};
    constexpr auto kTooLate = static_cast<std::size_t>(BlockRefusal::kSilentTooLong);
    return std::string(ui.words.blocking.refusals.at(kTooLate));
}

std::vector<Item> question_items(const UiState& state, const Conversation& row, const ui::Ui& ui) {
    const BlockingWords& words = ui.words.blocking;
    const bool is_busy = is_asking_about(state, row);
    std::vector<Item> items;
    items.push_back(settings::note(settings::key_of("question"), std::string(words.note)));
    if (is_busy) items.push_back(settings::note(settings::key_of("asking"), std::string(words.asking)));
    const std::string refusal = refusal_of(state, row, ui);
    if (!refusal.empty()) items.push_back(settings::problem(settings::key_of("refusal"), refusal));
    Press go{settings::key_of("go"), std::string(words.block)};
    go.is_primary = true;
    go.is_danger = true;
    go.is_disabled = is_busy || !can_be_blocked(row, ui.now);
    items.push_back(
        settings::presses({{settings::key_of("cancel"), std::string(ui.words.settings.cancel)}, go})
    );
    items.back().is_ending = true;
    return items;
}

}  // namespace

ButtonMenu conversation_menu(const Words& words) {
    return {ui::Icon::kMore, words.blocking.more, Overlay::kConversationMenu, menu_key(), 220};
}

ui::NodeKey first_of_conversation_menu(const UiState& state) {
    return ui::make_key(menu_key(), can_assign(state) ? "assign" : can_link(state) ? "records" : "block");
}

ui::NodeKey first_of_block_question() {
    return settings::key_of("cancel");
}

void draw_conversation_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.open);
    if (row == nullptr) {
        state.overlay = Overlay::kNone;
        return;
    }
    const std::vector<MenuItem> items = menu_of(state, *row, ui.words);
    const auto chosen = draw_button_menu(state, ui, conversation_menu(ui.words), items);
    if (!chosen) return;
    if (items[*chosen].icon == ui::Icon::kPerson) return open_assign(state, row->id);
    if (items[*chosen].icon == ui::Icon::kLink) return open_records(state, row->id, {});
    if (items[*chosen].icon == ui::Icon::kOpen) return open_chat_link(state, row->id);
    if (!state.blocking.is_busy) state.blocking = {};
    state.overlay = row->is_blocked ? Overlay::kNone : Overlay::kBlockQuestion;
    if (row->is_blocked) out.push_back(ChangeBlock{row->id, false});
}

void draw_block_question(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.open);
    if (row == nullptr || row->is_blocked) {
        state.overlay = Overlay::kNone;
        return;
    }
    const std::string title = fill(ui.words.blocking.question, {display_name(*row)});
    settings::draw_dialog(ui, title, question_items(state, *row, ui));
    const bool goes = ui::was_activated(ui, settings::key_of("go"));
    if (goes && !is_asking_about(state, *row)) {
        out.push_back(ChangeBlock{row->id, true});
        out.push_back(Say{std::string(ui.words.blocking.asking)});
    }
    if (ui::was_activated(ui, settings::key_of("cancel"))) state.overlay = Overlay::kNone;
}

}  // namespace roost
