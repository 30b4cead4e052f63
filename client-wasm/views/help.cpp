#include "client-wasm/views/help.h"
#include "client-wasm/views/floating.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace roost {

namespace {

// The caps are what keyboards have on them, in every language.
struct Shortcut {
    std::string_view first;
    std::string_view second;  // empty: there is one key only
    Word HelpWords::*meaning;
    bool is_chord = false;    // both keys at once
    bool is_writing = false;  // of no use to who may only read
};

constexpr std::array<Shortcut, 13> kShortcuts{{
    {"J", "↓", &HelpWords::next},
    {"K", "↑", &HelpWords::previous},
    {"Enter", "", &HelpWords::open},
    {"Shift", "Enter", &HelpWords::new_line, true, true},
    {"R", "", &HelpWords::reply, false, true},
    {"A", "", &HelpWords::assign, false, true},
    {"/", "", &HelpWords::search},
    {"Ctrl Shift", "F", &HelpWords::search_here, true},
    {"Ctrl", "K", &HelpWords::palette, true},
    {"Shift", "F10", &HelpWords::message_menu, true},
    {":", "", &HelpWords::emoji, false, true},
    {"Esc", "", &HelpWords::leave},
    {"?", "", &HelpWords::this_list},
}};

// As a voice says the cap.
std::string_view spoken_key(const HelpWords& words, std::string_view cap) {
    if (cap == "↓") return words.arrow_down;
    if (cap == "↑") return words.arrow_up;
    if (cap == ":") return words.colon;
    if (cap == "Esc") return words.escape;
    return cap == "?" ? words.question_mark.view() : cap;
}

std::string spoken(const HelpWords& words, const Shortcut& shortcut) {
    const std::string_view first = spoken_key(words, shortcut.first);
    const std::string_view meaning = words.*shortcut.meaning;
    if (shortcut.second.empty()) return fill(words.spoken, {first, meaning});
    const Word& joint = shortcut.is_chord ? words.both : words.either;
    return fill(words.spoken, {fill(joint, {first, spoken_key(words, shortcut.second)}), meaning});
}

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
    const HelpWords& words = ui.words.help;
    ui::draw_text(ui, row.x, middle - 9, words.*shortcut.meaning, style);
    float right = row.x + row.width;
    if (!shortcut.second.empty()) right = draw_key(ui, right, middle, shortcut.second) - 6;
    draw_key(ui, right, middle, shortcut.first);
    ui::record(ui, ui::Role::kListItem, spoken(words, shortcut), row, ui::key_of(ui, shortcut.first));
}

}  // namespace

ui::NodeKey first_of_help() {
    return ui::make_key(help_key(), "close");
}

void draw_help(UiState& state, ui::Ui& ui) {
    dim_everything(ui);
    const bool may_write = may(state, permission::kSend);
    const auto is_shown = [&](const Shortcut& one) { return may_write || !one.is_writing; };
    const auto count = std::count_if(kShortcuts.begin(), kShortcuts.end(), is_shown);
    const float width = std::min(440.0F, ui.viewport.width - 32);
    const float height = kTop + kRow * static_cast<float>(count) + 20;
    const ui::Rect sheet{
        (ui.viewport.width - width) / 2, std::max(16.0F, (ui.viewport.height - height) / 2), width, height};
    draw_floating_ground(ui, sheet);
    ui::Scope scope(ui, ui::Role::kDialog, ui.words.help.title, sheet, help_key());
    const float x = sheet.x + 24;
    const float inner = width - 48;
    const auto title = ui::title_style(ui.theme.text);
    ui::heading(ui, 2, x, sheet.y + 22, ui.words.help.title, title, inner - 88);
    const ui::ButtonSpec close{
        .label = ui.words.help.close,
        .rect = {sheet.x + width - 92, sheet.y + 12, 76, 44},
        .kind = ui::ButtonKind::kQuiet,
        .key = first_of_help()};
    if (ui::button(ui, close)) state.overlay = Overlay::kNone;
    ui::Scope list(ui, ui::Role::kList, ui.words.help.list, {}, ui::key_of(ui, "shortcuts"));
    float y = sheet.y + kTop;
    for (const Shortcut& shortcut : kShortcuts) {
        if (!is_shown(shortcut)) continue;
        draw_shortcut(ui, shortcut, {x, y, inner, kRow});
        y += kRow;
    }
}

}  // namespace roost
