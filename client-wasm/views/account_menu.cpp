#include "client-wasm/views/account_menu.h"

#include <array>
#include <span>
#include <string_view>

#include "client-wasm/views/account_button.h"
#include "client-wasm/views/floating.h"
#include "client-wasm/views/menu.h"
#include "client-wasm/views/owners.h"
#include "client-wasm/views/template_desk.h"

namespace roost {

namespace {

constexpr float kWidth = 288;
constexpr float kTop = 72;
constexpr float kChoiceHeight = 84;
constexpr float kRow = 44;

// A phone has no rail and no keys.
bool lists_templates(const UiState& state, const ui::Ui& ui) {
    return ui.is_phone() && may(state, permission::kManageTemplates);
}

ui::Rect menu_rect(const UiState& state, const ui::Ui& ui) {
    const float rows = lists_templates(state, ui) ? 4 : 3;
    const float height = kTop + 2 * kChoiceHeight + rows * kRow + 16;
    const ui::Rect& view = ui.viewport;
    if (ui.is_phone()) return {view.width - kWidth - 12, 60, kWidth, height};
    return {72, view.height - height - 12, kWidth, height};
}

ui::NodeKey menu_key() {
    return ui::make_key(0, "account menu");
}

// Some words of which one holds: as many beside each other as there are.
struct Segment {
    std::string_view label;
    std::string_view key;
    bool is_chosen = false;
};

// Which one was pressed since the last frame; -1 = none.
int segments(
    ui::Ui& ui,
    std::string_view title,
    std::string_view name,
    std::span<const Segment> all,
    const ui::Rect& rect
) {
    ui::draw_text(ui, rect.x, rect.y + 6, title, ui::secondary_style(ui.theme.text_secondary, 500));
    ui::Scope scope(ui, ui::Role::kGroup, title, {}, ui::make_key(menu_key(), name));
    const float width = rect.width / static_cast<float>(all.size());
    const float top = rect.y + 28;
    ui::fill(ui, {rect.x, top + 4, rect.width, 36}, ui.theme.selected, 8);
    int pressed = -1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Segment& one = all[i];
        const ui::Rect hit{rect.x + static_cast<float>(i) * width, top, width, kRow};
        const ui::Rect shown{hit.x + 3, top + 7, width - 6, 30};
        if (one.is_chosen) ui::fill(ui, shown, ui.theme.panel, 6);
        if (one.is_chosen) ui::outline(ui, shown, ui.theme.accent, 6);
        const auto style =
            ui::secondary_style(one.is_chosen ? ui.theme.accent : ui.theme.text, one.is_chosen ? 600 : 400);
        ui::draw_text_centred(ui, shown, one.label, style);
        const ui::NodeKey key = ui::key_of(ui, one.key);
        if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, shown, 6, 1);
        ui::record(ui, ui::Role::kButton, one.label, hit, key).is_pressed = one.is_chosen;
        if (ui::was_activated(ui, key)) pressed = static_cast<int>(i);
    }
    return pressed;
}

void draw_theme(const UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const AccountWords& words = ui.words.account;
    constexpr std::array kThemes{ThemeChoice::kSystem, ThemeChoice::kLight, ThemeChoice::kDark};
    const std::array<Segment, 3> choices{
        {{words.system, "system", state.theme == kThemes[0]},
         {words.light, "light", state.theme == kThemes[1]},
         {words.dark, "dark", state.theme == kThemes[2]}}};
    const int pressed = segments(ui, words.theme, "theme", choices, rect);
    if (pressed >= 0) out.push_back(ChooseTheme{kThemes.at(static_cast<std::size_t>(pressed))});
}

void draw_status(const Inbox& inbox, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const TeamWords& words = ui.words.team;
    constexpr std::array kAll{Availability::kOnline, Availability::kAway, Availability::kOffline};
    std::array<Segment, 3> choices;
    for (std::size_t i = 0; i < kAll.size(); ++i)
        choices[i] = {
            availability_label(kAll[i], words),
            availability_name(kAll[i]),
            availability_of(inbox) == kAll[i]};
    const int pressed = segments(ui, words.status, "status", choices, rect);
    if (pressed >= 0) out.push_back(ChooseAvailability{kAll.at(static_cast<std::size_t>(pressed))});
}

bool menu_row(ui::Ui& ui, const ui::Rect& row, ui::Icon icon, std::string_view label, std::string_view name) {
    const bool is_chosen = menu_item(ui, {icon, std::string(label), ui::key_of(ui, name)}, row);
    ui.tree.back().role = ui::Role::kButton;
    return is_chosen;
}

}  // namespace

ui::NodeKey first_of_account_menu(const ui::Ui&) {
    return ui::make_key(ui::make_key(menu_key(), "status"), availability_name(Availability::kOnline));
}

void draw_account_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const ui::Rect menu = menu_rect(state, ui);
    draw_floating_ground(ui, menu);
    ui::Scope scope(ui, ui::Role::kDialog, ui.words.account.title, menu, menu_key());
    const float room = menu.width - 32;
    ui::text_node(ui, menu.x + 16, menu.y + 12, state.my_name, ui::name_style(ui.theme.text), room);
    const auto secondary = ui::secondary_style(ui.theme.text_secondary);
    ui::text_node(ui, menu.x + 16, menu.y + 36, state.my_email, secondary, room);
    ui::hairline(ui, menu.x, menu.y + 64, menu.width, ui.theme.border);
    draw_status(inbox, ui, {menu.x + 16, menu.y + kTop, room, kChoiceHeight}, out);
    draw_theme(state, ui, {menu.x + 16, menu.y + kTop + kChoiceHeight, room, kChoiceHeight}, out);
    ui::Rect row{menu.x + 8, menu.y + kTop + 2 * kChoiceHeight, menu.width - 16, kRow};
    if (lists_templates(state, ui)) {
        if (menu_row(ui, row, ui::Icon::kTemplate, ui.words.templates.title, "templates"))
            open_template_desk(state);
        row.y += kRow;
    }
    if (ui.is_phone()) {
        if (menu_row(ui, row, ui::Icon::kSettings, ui.words.settings.title, "settings")) {
            state.overlay = Overlay::kNone;
            out.push_back(OpenSettings{});
        }
        row.y += kRow;
    }
    if (menu_row(ui, row, ui::Icon::kLanguage, ui.words.account.language, "language"))
        state.overlay = Overlay::kLanguageMenu;
    row.y += kRow;
    if (!ui.is_phone()) {
        if (menu_row(ui, row, ui::Icon::kInfo, ui.words.account.shortcuts, "shortcuts"))
            state.overlay = Overlay::kHelp;
        row.y += kRow;
    }
    if (menu_row(ui, row, ui::Icon::kSignOut, ui.words.account.sign_out, "sign-out"))
        out.push_back(SignOut{});
}

}  // namespace roost
