#include "client-wasm/views/menu.h"

#include "shared/base/utf8.h"

namespace roost {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view label, std::string_view letter) {
    if (label.size() < letter.size()) return false;
    for (std::size_t i = 0; i < letter.size(); ++i) {
        if (lower(label[i]) != lower(letter[i])) return false;
    }
    return true;
}

}  // namespace

bool menu_item(ui::Ui& ui, const MenuItem& item, const ui::Rect& row) {
    const float middle = row.y + row.height / 2;
    if (ui::is_hovered(ui, row)) ui::fill(ui, row, ui.theme.hover, 8);
    ui::draw_icon(ui, item.icon, row.x + 10, middle - 10, 20, ui.theme.text_secondary);
    const float room = row.width - 52;
    ui::draw_text(ui, row.x + 42, middle - 10, item.label, ui::body_style(ui.theme.text, false), room);
    if (ui::has_visible_focus(ui, item.key)) ui::focus_ring(ui, row, 8, 0);
    ui::record(ui, ui::Role::kMenuItem, item.label, row, item.key);
    return ui::was_activated(ui, item.key);
}

std::optional<std::size_t> menu_items(ui::Ui& ui, std::span<const MenuItem> items, ui::Rect row) {
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (menu_item(ui, items[i], row)) chosen = i;
        row.y += row.height;
    }
    move_in_menu(ui, items);
    return chosen;
}

void move_in_menu(ui::Ui& ui, std::span<const MenuItem> items) {
    for (const ui::Key& key : ui.input.keys) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].key != ui.input.focus || key.has_control) continue;
            if (const auto to = menu_step(items, i, key.name)) ui.wanted_focus = items[*to].key;
        }
    }
}

std::optional<std::size_t> menu_step(std::span<const MenuItem> items, std::size_t at, std::string_view key) {
    const std::size_t count = items.size();
    if (count == 0) return std::nullopt;
    if (key == "ArrowDown") return (at + 1) % count;
    if (key == "ArrowUp") return (at + count - 1) % count;
    if (key == "Home") return 0;
    if (key == "End") return count - 1;
    if (count_code_points(key) != 1) return std::nullopt;
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t to = (at + step) % count;
        if (begins_with(items[to].label, key)) return to;
    }
    return std::nullopt;
}

}  // namespace roost
