// Where everything in a bubble stands.
#include <algorithm>
#include <cmath>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/bubbles/bubble_metrics.h"
#include "client-wasm/bubbles/picture_block.h"

namespace roost {

namespace {

void take_paragraphs(Bubble& bubble, std::span<const text::Paragraph> paragraphs) {
    std::size_t next = 0;
    for (PlacedParagraph& paragraph : bubble.paragraphs)
        paragraph.laid = paragraphs[next++];
    if (bubble.failure) bubble.failure->laid = paragraphs[next];
}

float meta_width(const Bubble& bubble, text::TextEngine& text) {
    return text.width(bubble.time, ui::time_style(0)) + (bubble.is_out ? 3 + kTickWidth : 0);
}

void arrange_system_line(Bubble& bubble) {
    PlacedParagraph& line = bubble.paragraphs.front();
    line.x = kChipPaddingX;
    line.y = kChipPaddingY;
    bubble.width = line.laid.width + 2 * kChipPaddingX;
    bubble.height = line.laid.height + 2 * kChipPaddingY;
}

// Large emoji and stickers stand alone, with the time in a chip below.
void arrange_bare(Bubble& bubble, float meta) {
    const bool is_picture = bubble.picture.has_value();
    const float width = is_picture ? bubble.picture->width : bubble.paragraphs.front().laid.width;
    const float height = is_picture ? bubble.picture->height : bubble.paragraphs.front().laid.height;
    bubble.width = std::ceil(std::max(width, meta + 16));
    bubble.height = height + 20;
    bubble.meta_x = bubble.width - meta - 8;
    bubble.meta_y = bubble.height - kMetaHeight - 2;
}

float card_width(const BubbleCard& card, text::TextEngine& text) {
    const float title = text.width(card.title, ui::button_style(0));
    const float subtitle = text.width(card.subtitle, ui::secondary_style(0));
    return 12 + 40 + 12 + std::max(title, subtitle) + (card.opens ? kCardIcon : 12);
}

// Returns their lower edge; `width` grows.
float arrange_cards(Bubble& bubble, text::TextEngine& text, float y, float& width) {
    const float room = bubble.max_width - 2 * kCardInset;
    bubble.cards_y = y;
    for (const BubbleCard& card : bubble.cards) {
        const float wanted = std::max(card_width(card, text), kCardWidth);
        width = std::max(width, std::min(wanted, room) - 2 * (kBubblePadding - kCardInset));
        y += kCardHeight + kCardInset;
    }
    return y;
}

// Below words and time, to the lower edge of the bubble.
void arrange_cards_below(Bubble& bubble, text::TextEngine& text, float& bottom, float& width) {
    if (bubble.cards.empty() || !bubble.has_cards_below) return;
    const float end = arrange_cards(bubble, text, bottom + kBubbleBottom, width);
    bottom = end - kBubbleBottom;
}

// Everything above the paragraphs. Returns its lower edge; `width` grows.
float arrange_top(Bubble& bubble, text::TextEngine& text, float& width) {
    const bool has_cards = !bubble.cards.empty() && !bubble.has_cards_below;
    const bool has_box = has_cards || bubble.quote || bubble.picture || bubble.sound;
    float y = has_box && !bubble.heading ? kCardInset : kBubbleTop;
    if (bubble.heading) {
        y += kHeadingHeight;
        width = std::max(width, 22 + text.width(bubble.heading->text, ui::secondary_style(0)));
    }
    const float room = bubble.max_width - 2 * kCardInset;
    if (bubble.quote) {
        const float name = text.width(bubble.quote->name, ui::secondary_style(0, 600));
        const float line = text.width(bubble.quote->line, ui::secondary_style(0));
        const float wanted = std::max(name, line) + 2 * kQuotePadding;
        width = std::max(width, std::min(wanted, room) - 2 * (kBubblePadding - kCardInset));
        y += kQuoteHeight + kCardInset;
    }
    if (bubble.picture) {
        bubble.picture->y = y;
        width = std::max(width, bubble.picture->width - 2 * (kBubblePadding - kCardInset));
        y += bubble.picture->height + (bubble.paragraphs.empty() ? 0 : kCardInset);
    }
    if (bubble.sound) {
        bubble.sound->y = y;
        width = std::max(width, std::min(kSoundWidth, bubble.max_width - 2 * kBubblePadding));
        y += kSoundHeight;
    }
    if (!has_cards) return y;
    y = arrange_cards(bubble, text, y, width);
    return y + (bubble.paragraphs.empty() ? -kCardInset : 2);
}

// How far the last line reaches from the side where it begins.
float end_of_last_line(const text::Paragraph& paragraph) {
    if (paragraph.lines.empty()) return 0;
    const text::ParagraphLine& last = paragraph.lines.back();
    return paragraph.is_last_line_right_to_left ? paragraph.width - last.x : last.x + last.width;
}

// Places the time at the end of the last line if there is room, else below. Returns the content's lower edge.
float arrange_meta(Bubble& bubble, float meta, float bottom, float& width) {
    const float inner = bubble.max_width - 2 * kBubblePadding;
    bool is_at_start = false;
    if (bubble.paragraphs.empty()) {
        bottom += 16;
    } else {
        const text::Paragraph& last = bubble.paragraphs.back().laid;
        const float needed = end_of_last_line(last) + kMetaGap + meta;
        const bool has_room = needed <= inner && !last.ends_with_ground;
        is_at_start = last.is_last_line_right_to_left != bubble.is_mirrored;
        if (!has_room) bottom += kMetaHeight;
        width = std::max(width, has_room ? needed : std::max(meta, end_of_last_line(last)));
    }
    bubble.meta_x = is_at_start ? kBubblePadding : kBubblePadding + width - meta;
    bubble.meta_y = bottom + kMetaDrop - kMetaHeight;
    return bottom;
}

// In the lower corner of the picture, which leaves less room below itself than words do.
float arrange_meta_on_picture(Bubble& bubble, float meta, float bottom, float width) {
    bubble.meta_x = kBubblePadding + width - meta;
    bubble.meta_y = bottom - kMetaHeight - 5;
    return bottom + kCardInset - kBubbleBottom;
}

void arrange_failure(Bubble& bubble, text::TextEngine& text, float& bottom, float& width) {
    if (!bubble.failure) return;
    PlacedParagraph& failure = *bubble.failure;
    failure.x = kBubblePadding + kFailureIcon;
    failure.y = bottom + 17;
    bottom = failure.y + failure.laid.height;
    if (!bubble.repair.is_wide) {
        width = std::max(width, kFailureIcon + failure.laid.width + kFailureButton);
        return;
    }
    bubble.repair_width = text.width(bubble.repair.label, ui::secondary_style(0, 600));
    bottom += kRepairRow;
    width = std::max(width, kFailureIcon + std::max(failure.laid.width, bubble.repair_width));
}

}  // namespace

void arrange(Bubble& bubble, std::span<const text::Paragraph> paragraphs, text::TextEngine& text) {
    take_paragraphs(bubble, paragraphs);
    if (bubble.is_system_line && !bubble.paragraphs.empty()) return arrange_system_line(bubble);
    const float meta = meta_width(bubble, text);
    if (bubble.is_bare) return arrange_bare(bubble, meta);

    float width = bubble.actions.empty() ? 0 : 222.0F;
    float bottom = arrange_top(bubble, text, width);
    for (PlacedParagraph& paragraph : bubble.paragraphs) {
        paragraph.x = kBubblePadding;
        paragraph.y = bottom;
        bottom += paragraph.laid.height;
        width = std::max(width, paragraph.laid.width);
    }
    bottom = holds_time(bubble) ? arrange_meta_on_picture(bubble, meta, bottom, width)
                                : arrange_meta(bubble, meta, bottom, width);
    float failure_width = width;
    arrange_cards_below(bubble, text, bottom, failure_width);
    arrange_failure(bubble, text, bottom, failure_width);
    if (bubble.meta_x > kBubblePadding) bubble.meta_x += std::ceil(failure_width) - width;
    width = std::ceil(failure_width);  // so that what stands at the right, too, is on whole pixels
    for (PlacedParagraph& paragraph : bubble.paragraphs) {
        if (paragraph.laid.is_last_line_right_to_left != bubble.is_mirrored)
            paragraph.x += width - paragraph.laid.width;
    }
    bubble.width = width + 2 * kBubblePadding;
    bubble.actions_y = bottom + kBubbleBottom;
    bubble.height = bubble.actions_y + kActionHeight * static_cast<float>(bubble.actions.size());
}

}  // namespace roost
