#include "client-wasm/views/composer_parts.h"

#include <algorithm>
#include <vector>

#include "client-wasm/views/composer.h"
#include "client-wasm/words/preview_words.h"
#include "shared/base/utf8.h"
#include "shared/model/service_window.h"

namespace roost {

namespace {

void draw_window_chip(const Conversation& row, ui::Ui& ui, float right, float y) {
    const UnixMillis left = window_left(row, ui.now);
    if (left == 0) return;
    ui.wake(ui.now + left % kMinute + 1);
    const bool is_short = closes_soon(left);
    const ui::Colour colour = is_short ? ui.theme.warn : ui.theme.accent;
    auto style = ui::secondary_style(colour, 600);
    style.has_tabular_numbers = true;
    const ComposerWords& words = ui.words.composer;
    const std::string duration = ui.locale.duration(left);
    const std::string label = fill(words.time_left, {duration});
    const float width = ui.text.width(label, style) + 40;
    const ui::Rect chip{right - width, y + 8, width, 28};
    ui::fill(ui, chip, is_short ? ui.theme.warn_tint : ui.theme.tint, 14);
    ui::draw_icon(ui, ui::Icon::kClock, chip.x + 9, chip.y + 6, 16, colour);
    ui::draw_text(ui, chip.x + 30, chip.y + 5, label, style);
    ui::record(ui, ui::Role::kText, fill(words.time_left_spoken, {duration}), chip, ui::key_of(ui, "window"));
}

}  // namespace

namespace {

text::Paragraph lay_read_only(ui::Ui& ui, float width) {
    const auto style = ui::body_style(ui.theme.text_secondary, ui.is_phone());
    const ui::NodeKey key = ui::make_key(0, "read only");
    return ui::wrap(ui, key, ui.words.settings.read_only, style, width - 2 * kComposerSide);
}

}  // namespace

float read_only_height(ui::Ui& ui, float width) {
    return lay_read_only(ui, width).height + 2 * kComposerSide;
}

void draw_read_only(ui::Ui& ui, const ui::Rect& rect) {
    ui::fill(ui, rect, ui.theme.panel);
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    const std::string_view words = ui.words.settings.read_only;
    const text::Paragraph laid = lay_read_only(ui, rect.width);
    const float x = rect.x + (rect.width - laid.width) / 2;
    const ui::NodeKey key = ui::make_key(0, "read only");
    ui::wrapped_node(ui, ui::Role::kText, key, words, laid, x, rect.y + kComposerSide);
}

void draw_tab_row(const Conversation& row, const UiState& state, ui::Ui& ui, const ui::Rect& rect) {
    auto style = ui::button_style(ui.theme.accent);
    const float x = rect.x + kComposerSide;
    const float width = ui.text.width(ui.words.composer.reply, style);
    ui::draw_text(ui, x, rect.y + 12, ui.words.composer.reply, style);
    ui::fill(ui, {x, rect.y + 37, width, 3}, ui.theme.accent, 1.5F);
    const std::string room = room_label(ui.locale, state.composer.draft.value);
    if (!room.empty()) {
        const bool is_over = count_utf16_units(state.composer.draft.value) > kLongestText;
        const auto room_style = ui::secondary_style(is_over ? ui.theme.danger : ui.theme.text_secondary);
        ui::text_node(ui, x + width + 20, rect.y + 13, room, room_style);
    }
    draw_window_chip(row, ui, rect.x + rect.width - kComposerSide, rect.y);
}

bool draw_reply(const Conversation& row, const Quote& quote, ui::Ui& ui, const ui::Rect& rect) {
    const ui::Rect box{rect.x + kComposerSide, rect.y, rect.width - 2 * kComposerSide, 48};
    ui::fill(ui, box, ui.theme.hover, 8);
    ui::fill_corners(ui, {box.x, box.y, 4, box.height}, ui.theme.accent, 8, ui::Corners::kStart);
    const bool is_ours = quote.direction == Direction::kOutbound;
    const std::string name = is_ours ? std::string(ui.words.message.you) : display_name(row);
    const std::string said_line = said(ui.locale, quote.preview);
    const std::string label = fill(ui.words.composer.answer_to, {name, said_line});
    const float room = box.width - 16 - 56;
    const ui::NodeKey key = ui::key_of(ui, "reply");
    ui::Scope group(ui, ui::Role::kGroup, label, box, key);
    ui::draw_text(ui, box.x + 16, box.y + 6, name, ui::secondary_style(ui.theme.accent, 600), room);
    const auto line = ui::secondary_style(ui.theme.text_secondary);
    ui::draw_text(ui, box.x + 16, box.y + 24, said_line, line, room);
    const ui::Rect close{box.x + box.width - 46, box.y + 2, 44, 44};
    const ui::ButtonSpec spec{
        .label = ui.words.composer.no_quote,
        .rect = close,
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kClose};
    return ui::button(ui, spec);
}

}  // namespace roost
