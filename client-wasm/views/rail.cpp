#include "client-wasm/views/rail.h"

#include <string>

#include "client-wasm/views/account_menu.h"
#include "client-wasm/views/connection.h"
#include "client-wasm/views/sign_in.h"
#include "client-wasm/views/template_desk.h"

namespace roost {

namespace {

void draw_count(ui::Ui& ui, float right, float y, int count) {
    if (count <= 0) return;
    const std::string words = count > 99 ? ui.locale.number(99) + "+" : ui.locale.number(count);
    const text::Style style{
        .size = 11,
        .line_height = 18,
        .weight = 600,
        .has_tabular_numbers = true,
        .colour = ui.theme.on_accent_fill};
    const float width = std::max(18.0F, ui.text.width(words, style) + 8);
    const ui::Rect pill{right - width, y, width, 18};
    ui::fill(ui, pill, ui.theme.accent_fill, 9);
    ui::draw_text_centred(ui, pill, words, style);
}

void draw_inbox_button(const Inbox& inbox, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    ui::fill(ui, rect, ui.theme.tint, 12);
    ui::draw_icon(ui, ui::Icon::kInbox, rect.x + 8, rect.y + 8, 24, ui.theme.accent);
    draw_count(ui, rect.x + rect.width + 4, rect.y - 4, inbox.counts.all);
    const ui::NodeKey key = ui::key_of(ui, "inbox");
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, 12);
    std::string label(ui.words.rail.inbox);
    if (inbox.counts.all > 0) label = ui.locale.count(ui.words.rail.inbox_unread, inbox.counts.all);
    ui::record(ui, ui::Role::kButton, label, rect, key).is_current = true;
    if (ui::was_activated(ui, key)) out.push_back(CloseConversation{});
}

void draw_templates_button(UiState& state, ui::Ui& ui, const ui::Rect& rect) {
    const bool is_open = state.overlay == Overlay::kTemplateDesk;
    if (is_open) ui::fill(ui, rect, ui.theme.tint, 12);
    if (!is_open && ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.selected, 12);
    const ui::Colour colour = is_open ? ui.theme.accent : ui.theme.text_secondary;
    ui::draw_icon(ui, ui::Icon::kTemplate, rect.x + 8, rect.y + 8, 24, colour);
    const ui::NodeKey key = ui::key_of(ui, "templates");
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, 12);
    ui::record(ui, ui::Role::kButton, ui.words.templates.title, rect, key);
    if (ui::was_activated(ui, key)) open_template_desk(state);
}

}  // namespace

void draw_rail(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    ui::fill(ui, rect, ui.theme.app);
    ui::vertical_hairline(ui, rect.x + rect.width - 1, rect.y, rect.height, ui.theme.border);
    draw_logo(ui, rect.x + 12, rect.y + 12, 40);
    ui::Scope scope(ui, ui::Role::kNavigation, ui.words.rail.navigation, {}, ui::key_of(ui, "rail"));
    draw_inbox_button(inbox, ui, {rect.x + 12, rect.y + 72, 40, 40}, out);
    if (state.leads) draw_templates_button(state, ui, {rect.x + 12, rect.y + 120, 40, 40});
    const float bottom = rect.y + rect.height;
    draw_connection_below(state.connection, ui, {rect.x, bottom - 92, rect.width - 1, 30});
    draw_account_button(inbox, state, ui, {rect.x + 32, bottom - 34}, 44);
}

}  // namespace roost
