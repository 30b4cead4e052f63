#include "client-wasm/views/blocked_strip.h"

#include <algorithm>

#include "client-wasm/views/composer_parts.h"

namespace roost {

namespace {

constexpr float kGap = 8;

// What it says, and below it why Meta did not let them in again.
std::string said_in(const Conversation& row, const UiState& state, const ui::Ui& ui) {
    const std::string strip(ui.words.blocking.strip);
    const BlockingState& blocking = state.blocking;
    const bool is_about_them = blocking.conversation == row.id && !blocking.error.empty();
    return is_about_them ? strip + "\n" + blocking.error : strip;
}

text::Paragraph laid(ui::Ui& ui, const std::string& said, float width) {
    const auto style = ui::body_style(ui.theme.text_secondary, ui.is_phone());
    return ui::wrap(ui, ui::make_key(0, "blocked"), said, style, width - 2 * kComposerSide);
}

bool shows_button(const UiState& state) {
    return may(state, permission::kTend);
}

}  // namespace

float blocked_strip_height(const Conversation& row, const UiState& state, ui::Ui& ui, float width) {
    const float button = shows_button(state) ? kGap + 44 : 0;
    return laid(ui, said_in(row, state, ui), width).height + 2 * kComposerSide + button;
}

void draw_blocked_strip(
    const Conversation& row, const UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
) {
    ui::fill(ui, rect, ui.theme.panel);
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    const std::string said = said_in(row, state, ui);
    const text::Paragraph words = laid(ui, said, rect.width);
    const float x = rect.x + (rect.width - words.width) / 2;
    const ui::NodeKey key = ui::make_key(0, "blocked");
    ui::wrapped_node(ui, ui::Role::kText, key, said, words, x, rect.y + kComposerSide);
    if (!shows_button(state)) return;
    const Word& label = ui.words.blocking.unblock;
    const float width = std::max(120.0F, ui.text.width(label, ui::button_style(0)) + 32);
    const float y = rect.y + kComposerSide + words.height + kGap;
    ui::ButtonSpec spec{.label = label, .rect = {rect.x + (rect.width - width) / 2, y, width, 44}};
    spec.kind = ui::ButtonKind::kQuiet;
    spec.is_disabled = state.blocking.is_busy;
    if (ui::button(ui, spec)) out.push_back(ChangeBlock{row.id, false});
}

}  // namespace roost
