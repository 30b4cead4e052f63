#include "client-wasm/bubbles/reaction_chip.h"

#include "client-wasm/bubbles/bubble_metrics.h"

namespace roost {

namespace {

constexpr float kHeight = kReactionsBelow + kReactionsOver;

text::Style style_of(const ui::Ui& ui) {
    return {.size = 14, .line_height = 19, .colour = ui.theme.text_secondary};
}

ui::Rect chip_rect(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect) {
    const float width = ui.text.width(bubble.reactions, style_of(ui)) + 16;
    const float x = bubble.is_out ? rect.x + rect.width - 8 - width : rect.x + 8;
    return {x, rect.y + rect.height - kReactionsOver, width, kHeight};
}

}  // namespace

std::string chip_text(std::span<const StandingReaction> reactions) {
    std::string text;
    for (const StandingReaction& one : reactions) {
        if (text.find(one.emoji) == std::string::npos) text += one.emoji;
    }
    return text.empty() ? text : text.append(" ").append(std::to_string(reactions.size()));
}

std::string chip_label(
    const Words& words, std::span<const StandingReaction> reactions, std::string_view contact
) {
    std::string all;
    for (const StandingReaction& one : reactions) {
        const bool is_ours = one.side == Direction::kOutbound;
        if (!all.empty()) all += ", ";
        all += fill("{0} {1}", {is_ours ? words.message.you.view() : contact, one.emoji});
    }
    return fill(words.message_menu.reactions, {all});
}

void draw_reactions(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect) {
    if (bubble.reactions.empty()) return;
    const ui::Rect chip = chip_rect(ui, bubble, rect);
    ui::fill(ui, chip, ui.theme.bubble_in, kHeight / 2);
    ui::outline(ui, chip, ui.theme.border, kHeight / 2);
    ui::draw_text_centred(ui, chip, bubble.reactions, style_of(ui));
}

void record_reactions(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect) {
    if (bubble.reactions.empty()) return;
    const ui::Rect chip = chip_rect(ui, bubble, rect);
    ui::record(ui, ui::Role::kText, bubble.reactions_label, chip, ui::key_of(ui, "reactions"));
}

}  // namespace roost
