// The languages, each by its own name, over everything else.
#include <algorithm>
#include <string>
#include <string_view>

#include "client-wasm/views/account_menu.h"
#include "client-wasm/views/floating.h"

namespace roost {

namespace {

constexpr float kWidth = 288;
constexpr float kTop = 52;
constexpr float kRow = 44;

ui::NodeKey menu_key() {
    return ui::make_key(0, "language menu");
}

ui::Rect menu_rect(const ui::Ui& ui) {
    const auto rows = static_cast<float>(kLanguages.size() + 1);
    const ui::Rect& view = ui.viewport;
    const float height = kTop + kRow * rows + 12;
    if (ui.is_phone()) return {view.width - kWidth - 12, 60, kWidth, height};
    return {72, std::max(8.0F, view.height - height - 12), kWidth, height};
}

bool language_row(
    ui::Ui& ui, const ui::Rect& row, std::string_view name, std::string_view tag, bool is_chosen
) {
    if (ui::is_hovered(ui, row)) ui::fill(ui, row, ui.theme.hover, 8);
    const ui::Colour colour = is_chosen ? ui.theme.accent : ui.theme.text;
    auto style = ui::body_style(colour, false);
    style.weight = is_chosen ? 600 : 400;
    ui::draw_text(ui, row.x + 42, row.y + 12, name, style, row.width - 52);
    if (is_chosen) ui::draw_icon(ui, ui::Icon::kTickOne, row.x + 12, row.y + 15, 20, colour);
    const ui::NodeKey key = ui::key_of(ui, tag.empty() ? "system" : tag);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, row, 8, 0);
    ui::Node& node = ui::record(ui, ui::Role::kButton, name, row, key);
    node.is_pressed = is_chosen;
    node.language = tag;
    return ui::was_activated(ui, key);
}

}  // namespace

ui::NodeKey chosen_of_language_menu(const UiState& state) {
    return ui::make_key(menu_key(), state.language.empty() ? "system" : state.language);
}

void draw_language_menu(UiState& state, ui::Ui& ui, Commands& out) {
    const ui::Rect menu = menu_rect(ui);
    draw_floating_ground(ui, menu);
    const AccountWords& words = ui.words.account;
    ui::Scope scope(ui, ui::Role::kDialog, words.language, menu, menu_key());
    auto title = ui::name_style(ui.theme.text);
    title.weight = 600;
    ui::heading(ui, 2, menu.x + 16, menu.y + 16, words.language, title, menu.width - 32);
    ui::Rect row{menu.x + 8, menu.y + kTop, menu.width - 16, kRow};
    const auto offer = [&](std::string_view name, std::string_view tag) {
        if (language_row(ui, row, name, tag, state.language == tag)) {
            out.push_back(ChooseLanguage{std::string(tag)});
            state.overlay = Overlay::kNone;
        }
        row.y += kRow;
    };
    offer(words.system, "");
    for (const Language& one : kLanguages)
        offer(one.own_name, one.tag);
}

}  // namespace roost
