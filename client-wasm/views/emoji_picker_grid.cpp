// The picker's grid: its cells, walking over them, choosing one.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "client-wasm/views/emoji_picker_parts.h"

namespace roost {

namespace {

constexpr std::size_t kMostFound = 200;

void insert(EmojiPicker& picker, std::size_t cell) {
    const auto& cells = picker.state.shown.cells;
    if (cell >= cells.size()) return;
    if (const auto target = std::exchange(picker.state.reacts_to, std::nullopt)) {
        const std::string emoji = emoji::with_tone(*cells[cell], picker.emojis.tone);
        picker.out.push_back(React{target->conversation, target->wamid, emoji});
        picker.state.is_open = false;
        return;
    }
    InsertEmoji command;
    command.field = picker.field;
    command.text = emoji::with_tone(*cells[cell], picker.emojis.tone);
    command.sign = cells[cell]->sign;
    picker.out.push_back(std::move(command));
}

void show(EmojiPicker& picker, std::size_t cell, float top, float room) {
    const auto row = picker.state.shown.grid.row_of(cell);
    if (!row) return;
    if (row->y >= top && row->y + row->height <= top + room) return;
    const float below = row->y + row->height - room;
    picker.state.scroll_to = row->y < top ? std::max(0.0F, row->y - picker.shape().heading) : below;
    ++picker.state.scroll_revision;
}

void walk(EmojiPicker& picker, emoji::Step step, const ui::Rect& area) {
    EmojiPickerState& state = picker.state;
    // The first step from what was typed goes on from what Enter would take.
    state.active = state.shown.grid.neighbour(state.active, step);
    state.has_walked = true;
    if (state.active) show(picker, *state.active, picker.ui.scroll_top(emoji_list_key()), area.height);
}

void draw_cell(EmojiPicker& picker, std::size_t cell, const ui::Rect& rect) {
    ui::Ui& ui = picker.ui;
    const emoji::Emoji& one = *picker.state.shown.cells[cell];
    const ui::NodeKey key = emoji_option_key(cell);
    const bool is_active = picker.state.active == cell;
    const ui::Rect ground{rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2};
    if (ui::is_hovered(ui, rect)) picker.hovered = cell;
    if (is_active || picker.hovered == cell) ui::fill(ui, ground, ui.theme.selected, 8);
    if (is_active) ui::outline(ui, ground, ui.theme.accent, 8, 2);
    draw_emoji_sign(ui, rect, emoji::with_tone(one, picker.emojis.tone), picker.is_phone() ? 28.0F : 24.0F);
    const std::string name = emoji::name_with_tone(picker.emojis.list, one, picker.emojis.tone);
    ui::Node& node = ui::record(ui, ui::Role::kOption, name, rect, key);
    node.position = static_cast<int>(cell) + 1;
    node.set_size = static_cast<int>(picker.state.shown.grid.size());
    node.is_selected = is_active;
    node.is_focusable = false;
    if (ui::was_activated(ui, key)) insert(picker, cell);
}

void draw_row(EmojiPicker& picker, const emoji::GridRow& row, const ui::Rect& area, float top) {
    ui::Ui& ui = picker.ui;
    const float y = area.y + row.y - top;
    if (row.count == 0) {
        const auto style = ui::secondary_style(ui.theme.text_secondary, 500);
        ui::draw_text(
            ui,
            area.x + 12,
            y + 8,
            ui.words.emoji.*kEmojiSectionNames[row.section].name,
            style,
            area.width - 24
        );
        return;
    }
    const float cell = picker.state.shown.shape.cell;
    const auto columns = static_cast<float>(picker.state.shown.shape.columns);
    const float left = area.x + (area.width - columns * cell) / 2;
    for (std::size_t i = 0; i < row.count; ++i)
        draw_cell(picker, row.first + i, {left + static_cast<float>(i) * cell, y, cell, cell});
}

}  // namespace

void take_emoji_search(EmojiPicker& picker) {
    EmojiPickerState& state = picker.state;
    const auto changed = picker.ui.input.changed_fields.find(emoji_search_key());
    if (changed == picker.ui.input.changed_fields.end()) return;
    state.search.value = changed->second;
    state.has_walked = false;
    state.active.reset();
    if (!state.search.value.empty()) state.active = 0;
    state.scroll_to = 0;
    ++state.scroll_revision;
}

void collect_emoji(EmojiPicker& picker) {
    EmojiCells& shown = picker.state.shown;
    const std::string& query = picker.state.search.value;
    const emoji::GridShape shape = picker.shape();
    const bool is_same =
        shown.revision == picker.emojis.revision && shown.query == query && shown.shape == shape;
    if (is_same) return;
    shown.revision = picker.emojis.revision;
    shown.query = query;
    shown.shape = shape;
    const bool is_search = !query.empty();
    std::array<std::size_t, kEmojiSections> counts{};
    if (is_search) {
        shown.cells = emoji::search(picker.emojis.list, query, kMostFound);
        counts[0] = shown.cells.size();
    } else {
        shown.cells.clear();
        for (const emoji::Recent& recent : picker.state.shown_recents) {
            const emoji::Emoji* known = picker.emojis.list.find(recent.sign);
            if (known != nullptr) shown.cells.push_back(known);
        }
        counts[0] = shown.cells.size();
        for (const emoji::Emoji& one : picker.emojis.list.all()) {
            shown.cells.push_back(&one);
            ++counts[static_cast<std::size_t>(one.group) + 1];
        }
    }
    shown.grid = emoji::Grid(counts, shape, !is_search);
}

void take_emoji_keys(EmojiPicker& picker, const ui::Rect& area) {
    if (picker.ui.input.focus != emoji_search_key()) return;
    for (const ui::Key& key : picker.ui.input.keys) {
        if (!key.is_in_field || key.has_control) continue;
        if (key.name == "ArrowDown") walk(picker, emoji::Step::kDown, area);
        if (key.name == "ArrowUp") walk(picker, emoji::Step::kUp, area);
        if (key.name == "ArrowLeft") walk(picker, emoji::Step::kLeft, area);
        if (key.name == "ArrowRight") walk(picker, emoji::Step::kRight, area);
        if (key.name == "Enter" && picker.state.active) insert(picker, *picker.state.active);
    }
}

void draw_emoji_list(EmojiPicker& picker, const ui::Rect& area) {
    EmojiPickerState& state = picker.state;
    const emoji::Grid& grid = state.shown.grid;
    ui::ScrollerSpec spec{grid.height() + 8, state.scroll_to, state.scroll_revision};
    const float top = std::clamp(
        state.scroll_to.value_or(picker.ui.scroll_top(emoji_list_key())),
        0.0F,
        std::max(0.0F, spec.content_height - area.height)
    );
    state.scroll_to.reset();
    ui::Scroller list(
        picker.ui, {ui::Role::kListBox, picker.ui.words.emoji.title, area, emoji_list_key(), spec, top}
    );
    for (const emoji::GridRow& row : grid.rows_between(top, top + area.height))
        draw_row(picker, row, area, top);
}

void draw_emoji_sign(ui::Ui& ui, const ui::Rect& rect, std::string_view sign, float size) {
    ui::draw_text_centred(
        ui, rect, sign, {.size = size, .line_height = size * 1.5F, .colour = ui.theme.text}
    );
}

}  // namespace roost
