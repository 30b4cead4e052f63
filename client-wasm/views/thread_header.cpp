// The strip above the messages, and what stands there when no conversation is open.
#include <string>

#include "client-wasm/views/conversation_menu.h"
#include "client-wasm/views/owners.h"
#include "client-wasm/views/thread.h"

namespace roost {

namespace {

// What is under the name: the number, unless the name is the number.
std::string reachable_at(const Conversation& row, const Words& words) {
    if (row.is_blocked) return std::string(words.blocking.marked);
    if (row.is_unreachable) return std::string(words.sending.repair.is_unreachable);
    if (row.contact_name.empty() || row.wa_id.empty()) {
        switch (row.platform) {
            case Platform::kWhatsApp:
                return "WhatsApp";
            case Platform::kMessenger:
                return "Messenger";
            case Platform::kInstagram:
                return "Instagram";
        }
    }
    Conversation nameless = row;
    nameless.contact_name.clear();
    return display_name(nameless);
}

void draw_back_button(ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const ui::ButtonSpec back{
        .label = ui.words.thread.back, .rect = rect, .kind = ui::ButtonKind::kRound, .icon = ui::Icon::kBack};
    if (ui::button(ui, back)) out.push_back(CloseConversation{});
}

void draw_search_button(const UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const ui::ButtonSpec search{
        .label = ui.words.search.in_conversation,
        .rect = rect,
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kSearch,
        .is_expanded = state.thread_search.is_open()};
    if (!ui::button(ui, search)) return;
    if (state.thread_search.is_open()) {
        out.push_back(CloseThreadSearch{});
    } else {
        out.push_back(OpenThreadSearch{});
    }
}

}  // namespace

void draw_thread_header(
    const Inbox& inbox,
    const Conversation& row,
    const std::string& own_number,
    UiState& state,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
) {
    ui::fill(ui, rect, ui.theme.panel);
    ui::hairline(ui, rect.x, rect.y + rect.height - 1, rect.width, ui.theme.border);
    const float middle = rect.y + rect.height / 2;
    float x = rect.x + 16;
    if (ui.is_phone()) {
        draw_back_button(ui, {rect.x + 4, middle - 22, 44, 44}, out);
        x = rect.x + 52;
    }
    const std::string name = display_name(row);
    ui::avatar(ui, {x + 20, middle}, 40, row.id.value, initials(name));
    const float text_x = x + 52;
    const bool has_menu =
        can_change_block(state, row) || can_link(state) || (can_assign(state) && ui.is_phone());
    const float end = rect.x + rect.width - 12 - (has_menu ? 44.0F : 0.0F);
    float room = end - 4 - 44 - text_x;
    // On a phone it stands in the menu.
    if (can_assign(state) && !ui.is_phone()) {
        const float taken = draw_assign_button(inbox, state, row, ui, {end - 48, middle}, room - 160);
        room -= taken + 12;
    }
    ui::heading(ui, ui.is_phone() ? 1 : 2, text_x, middle - 20, name, ui::name_style(ui.theme.text), room);
    const bool is_away = row.is_unreachable || row.is_blocked;
    auto secondary = ui::secondary_style(is_away ? ui.theme.warn : ui.theme.text_secondary);
    secondary.has_tabular_numbers = true;
    std::string under = reachable_at(row, ui.words);
    if (!own_number.empty()) under += " · " + fill(ui.words.thread.by_number, {own_number});
    ui::text_node(ui, text_x, middle + 1, under, secondary, room);
    draw_search_button(state, ui, {end - 44, middle - 22, 44, 44}, out);
    if (has_menu) draw_menu_button(state, ui, conversation_menu(ui.words), {end, middle - 22, 44, 44});
}

void draw_no_thread(ui::Ui& ui, const ui::Rect& rect) {
    ui::fill(ui, rect, ui.theme.app);
    const float middle = rect.y + rect.height / 2;
    ui::draw_icon(ui, ui::Icon::kInbox, rect.x + rect.width / 2 - 20, middle - 72, 40, ui.theme.accent);
    const auto title = ui::title_style(ui.theme.text);
    const std::string_view first = ui.words.thread.choose;
    const std::string_view second = ui.words.thread.choose_note;
    const auto note = ui::body_style(ui.theme.text_secondary, false);
    const float width = ui.text.width(first, title);
    ui::heading(ui, 2, rect.x + (rect.width - width) / 2, middle - 16, first, title, rect.width);
    const float note_width = ui.text.width(second, note);
    ui::text_node(ui, rect.x + (rect.width - note_width) / 2, middle + 16, second, note, rect.width);
}

}  // namespace roost
