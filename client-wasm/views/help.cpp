#include "client-wasm/views/help.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace roost {

namespace {

struct Shortcut {
    std::string_view first;
    std::string_view second;  // empty: there is one key only
    std::string_view meaning;
    std::string_view spoken;
};

constexpr std::array<Shortcut, 7> kShortcuts{{
    {"J", "↓", "Next conversation", "J or arrow down: Next conversation"},
    {"K", "↑", "Previous conversation", "K or arrow up: Previous conversation"},
    {"Enter", "", "Open the conversation, or send", "Enter: Open the conversation, or send"},
    {"Shift", "Enter", "New line in a message", "Shift and Enter: New line in a message"},
    {"R", "", "Reply", "R: Reply"},
    {"Esc", "", "Close what is on top", "Escape: Close what is on top"},
    {"?", "", "This list", "Question mark: This list"},
}};
constexpr float kTop = 68;
constexpr float kRow = 40;

ui::NodeKey help_key() {
    return ui::make_key(0, "help");
}

// Returns where it begins.
float draw_key(ui::Ui& ui, float right, float middle, std::string_view name) {
    const auto style = ui::secondary_style(ui.theme.text, 500);
    const float width = std::max(28.0F, ui.text.width(name, style) + 16);
    const ui::Rect cap{right - width, middle - 13, width, 26};
    ui::fill(ui, cap, ui.theme.hover, 6);
    ui::outline(ui, cap, ui.theme.control, 6);
    ui::draw_text_centred(ui, cap, name, style);
    return cap.x;
}

void draw_shortcut(ui::Ui& ui, const Shortcut& shortcut, const ui::Rect& row) {
    const float middle = row.y + row.height / 2;
    const auto style = ui::body_style(ui.theme.text, false);
    ui::draw_text(ui, row.x, middle - 9, shortcut.meaning, style);
    float right = row.x + row.width;
    if (!shortcut.second.empty()) right = draw_key(ui, right, middle, shortcut.second) - 6;
    draw_key(ui, right, middle, shortcut.first);
    const std::string spoken(shortcut.spoken);
    ui::record(ui, ui::Role::kListItem, spoken, row, ui::key_of(ui, shortcut.meaning));
}

}  // namespace

ui::NodeKey first_of_help() {
    return ui::make_key(help_key(), "close");
}

void draw_help(UiState& state, ui::Ui& ui) {
    ui::fill(ui, ui.viewport, ui::rgb(0x0B141A, 102));
    const float width = std::min(440.0F, ui.viewport.width - 32);
    const float height = kTop + kRow * static_cast<float>(kShortcuts.size()) + 20;
    const ui::Rect sheet{
        (ui.viewport.width - width) / 2, std::max(16.0F, (ui.viewport.height - height) / 2), width, height};
    ui::drop_shadow(ui, sheet, 12);
    ui::fill(ui, sheet, ui.theme.panel, 12);
    ui::outline(ui, sheet, ui.theme.border, 12);
    ui::Scope scope(ui, ui::Role::kDialog, "Keyboard shortcuts", sheet, help_key());
    const float x = sheet.x + 24;
    const float inner = width - 48;
    const auto title = ui::title_style(ui.theme.text);
    ui::heading(ui, 2, x, sheet.y + 22, "Keyboard shortcuts", title, inner - 88);
    const ui::ButtonSpec close{
        .label = "Close",
        .rect = {sheet.x + width - 92, sheet.y + 12, 76, 44},
        .kind = ui::ButtonKind::kQuiet,
        .key = first_of_help()};
    if (ui::button(ui, close)) state.overlay = Overlay::kNone;
    ui::Scope list(ui, ui::Role::kList, "Shortcuts", {}, ui::key_of(ui, "shortcuts"));
    float y = sheet.y + kTop;
    for (const Shortcut& shortcut : kShortcuts) {
        draw_shortcut(ui, shortcut, {x, y, inner, kRow});
        y += kRow;
    }
}

}  // namespace roost
