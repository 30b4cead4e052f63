// A button of the headers and the menu that hangs from it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/views/menu.h"

namespace roost {

struct ButtonMenu {
    ui::Icon icon = ui::Icon::kMore;
    const Word& label;  // of both
    Overlay overlay = Overlay::kNone;
    ui::NodeKey key = 0;
    float width = 0;
};

void draw_menu_button(UiState& state, ui::Ui& ui, const ButtonMenu& menu, const ui::Rect& rect);
// The item that was chosen since the last frame; the menu is then still open.
std::optional<std::size_t> draw_button_menu(
    const UiState& state, ui::Ui& ui, const ButtonMenu& menu, std::span<const MenuItem> items
);

}  // namespace roost
