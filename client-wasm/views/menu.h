// The pieces of a menu: rows with an icon, and how keys move between them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "client-wasm/ui/widgets.h"

namespace roost {

struct MenuItem {
    ui::Icon icon = ui::Icon::kInfo;
    std::string label;
    ui::NodeKey key = 0;
};

// Draws the row and records it below the scope of its menu. True if it was chosen since the last frame.
bool menu_item(ui::Ui& ui, const MenuItem& item, const ui::Rect& row);
// All of them, from `row` downwards, with their keys. The one that was chosen since the last frame.
std::optional<std::size_t> menu_items(ui::Ui& ui, std::span<const MenuItem> items, ui::Rect row);
// Arrows, Home, End and first letters move the focus.
void move_in_menu(ui::Ui& ui, std::span<const MenuItem> items);

// Pure: where `key` leads from item `at`: arrows go around, Home and End to the ends, a letter to the next
// item that begins with it. Absent: nowhere.
std::optional<std::size_t> menu_step(std::span<const MenuItem> items, std::size_t at, std::string_view key);

}  // namespace roost
