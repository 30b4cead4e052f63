#include "client-wasm/views/rail.h"

#include <string>

#include "client-wasm/views/account_button.h"
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

struct Place {
    ui::Icon icon;
    std::string_view key;
    std::string label;
    bool is_open = false;     // it is what is shown
    bool is_current = false;  // … as the page's place, not as a dialog over it
};

// True if it was chosen since the last frame.
bool draw_place(ui::Ui& ui, const ui::Rect& rect, const Place& place) {
    if (place.is_open) ui::fill(ui, rect, ui.theme.tint, 12);
    if (!place.is_open && ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.selected, 12);
    const ui::Colour colour = place.is_open ? ui.theme.accent : ui.theme.text_secondary;
    ui::draw_icon(ui, place.icon, rect.x + 8, rect.y + 8, 24, colour);
    const ui::NodeKey key = ui::key_of(ui, place.key);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, 12);
    ui::record(ui, ui::Role::kButton, place.label, rect, key).is_current = place.is_current;
    return ui::was_activated(ui, key);
}

void draw_inbox_button(
    const Inbox& inbox, const UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
) {
    std::string label(ui.words.rail.inbox);
    if (inbox.counts.all > 0) label = ui.locale.count(ui.words.rail.inbox_unread, inbox.counts.all);
    const bool is_here = !shows_settings(state);
    const bool is_chosen = draw_place(ui, rect, {ui::Icon::kInbox, "inbox", label, is_here, is_here});
    draw_count(ui, rect.x + rect.width + 4, rect.y - 4, inbox.counts.all);
    if (!is_chosen) return;
    if (is_here) out.push_back(CloseConversation{});
    if (!is_here) out.push_back(OpenSettings{SettingsSection::kNone});
}

}  // namespace

void draw_rail(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    ui::fill(ui, rect, ui.theme.app);
    ui::vertical_hairline(ui, rect.x + rect.width - 1, rect.y, rect.height, ui.theme.border);
    draw_logo(ui, rect.x + 12, rect.y + 12, 40);
    ui::Scope scope(ui, ui::Role::kNavigation, ui.words.rail.navigation, {}, ui::key_of(ui, "rail"));
    ui::Rect place{rect.x + 12, rect.y + 72, 40, 40};
    draw_inbox_button(inbox, state, ui, place, out);
    if (may(state, permission::kManageTemplates)) {
        place.y += 48;
        const bool is_open = state.overlay == Overlay::kTemplateDesk;
        const std::string label(ui.words.templates.title);
        if (draw_place(ui, place, {ui::Icon::kTemplate, "templates", label, is_open}))
            open_template_desk(state);
    }
    place.y += 48;
    const bool is_open = shows_settings(state);
    const std::string label(ui.words.settings.title);
    if (draw_place(ui, place, {ui::Icon::kSettings, "settings", label, is_open, is_open}))
        out.push_back(OpenSettings{SettingsSection::kAccount});
    const float bottom = rect.y + rect.height;
    draw_connection_below(state.connection, ui, {rect.x, bottom - 92, rect.width - 1, 30});
    draw_account_button(inbox, state, ui, {rect.x + 32, bottom - 34}, 44);
}

}  // namespace roost
