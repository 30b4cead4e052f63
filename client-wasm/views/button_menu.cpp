#include "client-wasm/views/button_menu.h"

#include <algorithm>

#include "client-wasm/views/floating.h"

namespace roost {

void draw_menu_button(UiState& state, ui::Ui& ui, const ButtonMenu& menu, const ui::Rect& rect) {
    ui::ButtonSpec button{
        .label = menu.label,
        .rect = rect,
        .kind = ui::ButtonKind::kRound,
        .icon = menu.icon,
        .is_expanded = state.overlay == menu.overlay};
    button.opens_menu = true;
    if (!ui::button(ui, button)) return;
    state.overlay = menu.overlay;
    state.menu_x = rect.x + rect.width;
    state.menu_y = rect.y + rect.height;
}

std::optional<std::size_t> draw_button_menu(
    const UiState& state, ui::Ui& ui, const ButtonMenu& menu, std::span<const MenuItem> items
) {
    constexpr float kPadding = 6;
    constexpr float kMargin = 8;
    const float row = ui.is_phone() ? 44.0F : 40.0F;
    const float furthest = std::max(kMargin, ui.viewport.width - menu.width - kMargin);
    const float x = std::clamp(state.menu_x - menu.width, kMargin, furthest);
    const float height = row * static_cast<float>(items.size()) + 2 * kPadding;
    const ui::Rect rect{x, state.menu_y, menu.width, height};
    draw_floating_ground(ui, rect);
    // Nothing under it can be reached: to those who listen that is a dialog, and the menu is what it holds.
    const ui::Scope cover(ui, ui::Role::kDialog, menu.label, rect, ui::make_key(menu.key, "cover"));
    const ui::Scope scope(ui, ui::Role::kMenu, menu.label, rect, menu.key);
    return menu_items(ui, items, {rect.x + kPadding, rect.y + kPadding, rect.width - 2 * kPadding, row});
}

}  // namespace roost
