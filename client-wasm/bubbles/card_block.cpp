#include "client-wasm/bubbles/card_block.h"

#include <array>

#include "client-wasm/bubbles/bubble_metrics.h"

namespace roost {

namespace {

using ui::Rect;
using ui::Ui;

constexpr float kTile = 40;

// A sheet with a folded corner and the file's ending.
void draw_sheet(Ui& ui, const BubbleCard& card, float x, float y) {
    constexpr float kWidth = 32, kHeight = 40, kFold = 10;
    const std::array<ImVec2, 6> sheet{
        {{x + 2, y},
         {x + kWidth - kFold, y},
         {x + kWidth, y + kFold},
         {x + kWidth, y + kHeight},
         {x, y + kHeight},
         {x, y + 2}}};
    ui::polygon(ui, sheet, card.hue);
    const std::array<ImVec2, 3> fold{
        {{x + kWidth - kFold, y}, {x + kWidth, y + kFold}, {x + kWidth - kFold, y + kFold}}};
    ui::polygon(ui, fold, ui::rgb(0xFFFFFF, 128));
    const text::Style style{.size = 9, .line_height = 12, .weight = 700, .colour = ui::rgb(0xFFFFFF)};
    ui::draw_text_centred(ui, {x, y + 22, kWidth, 12}, card.badge, style);
}

ui::PictureWish tile_wish(const BubbleCard& card) {
    return {.file = card.picture, .kind = card.picture_kind, .width = kTile, .height = kTile};
}

// What its file shows; asked for if it is not there yet.
ui::Picture tile_picture(Ui& ui, const BubbleCard& card, Commands& out) {
    if (card.picture.empty()) return {};
    const ui::PictureWish wish = tile_wish(card);
    const ui::Picture shown = ui.pictures.show(wish);
    if (shown.state == ui::PictureState::kUnknown) out.push_back(LoadPicture{wish});
    return shown;
}

void draw_tile(Ui& ui, const Bubble& bubble, const BubbleCard& card, ImVec2 at, Commands& out) {
    const float x = at.x, y = at.y;
    if (!card.badge.empty()) return draw_sheet(ui, card, x + 2, y);
    const ui::Picture shown = tile_picture(ui, card, out);
    if (shown.quad.texture != 0) return ui::draw_picture(ui, shown.quad, {x, y, kTile, kTile}, 8);
    const ui::Colour surface = bubble.is_out ? ui.theme.bubble_out : ui.theme.bubble_in;
    ui::fill(ui, {x, y, kTile, kTile}, card.hue != 0 ? card.hue : surface, 8);
    ui::draw_icon(ui, card.icon, x + 8, y + 8, 24, card.hue != 0 ? ui::rgb(0xFFFFFF) : ui.theme.text);
}

void draw_card(Ui& ui, const Bubble& bubble, const BubbleCard& card, const Rect& rect, Commands& out) {
    const ui::Colour secondary = bubble.is_out ? ui.theme.text_secondary_out : ui.theme.text_secondary;
    ui::fill(ui, rect, bubble.is_out ? ui.theme.quote_out : ui.theme.quote_in, 6);
    if (card.opens && ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui::with_alpha(ui.theme.text, 0.05F), 6);
    draw_tile(ui, bubble, card, {rect.x + 12, rect.y + 10}, out);
    const float text_x = rect.x + 64;
    const float end = card.opens ? kCardIcon : 12;
    const float room = rect.x + rect.width - end - text_x;
    const bool has_subtitle = !card.subtitle.empty();
    text::Style title = ui::button_style(ui.theme.text);
    title.weight = 500;
    ui::draw_text(ui, text_x, rect.y + (has_subtitle ? 11.0F : 20.0F), card.title, title, room);
    if (has_subtitle)
        ui::draw_text(ui, text_x, rect.y + 31, card.subtitle, ui::secondary_style(secondary), room);
    if (!card.opens) return;
    const float x = rect.x + rect.width - kCardIcon + 8;
    ui::draw_icon(ui, ui::Icon::kDownload, x, rect.y + 20, 20, secondary);
}

}  // namespace

Rect card_rect(const Bubble& bubble, std::size_t index, const Rect& rect) {
    const float y = rect.y + bubble.cards_y + (kCardHeight + kCardInset) * static_cast<float>(index);
    return {rect.x + kCardInset, y, rect.width - 2 * kCardInset, kCardHeight};
}

void draw_cards(Ui& ui, const Bubble& bubble, const Rect& rect, Commands& out) {
    for (std::size_t i = 0; i < bubble.cards.size(); ++i)
        draw_card(ui, bubble, bubble.cards[i], card_rect(bubble, i, rect), out);
}

void want_cards(Ui& ui, const Bubble& bubble, Commands& out) {
    for (const BubbleCard& card : bubble.cards)
        tile_picture(ui, card, out);
}

void record_cards(Ui& ui, const Bubble& bubble, const Rect& rect) {
    for (std::size_t i = 0; i < bubble.cards.size(); ++i) {
        const BubbleCard& card = bubble.cards[i];
        if (!card.opens) continue;
        const ui::NodeKey key = ui::key_of(ui, card.action);
        ui::record(ui, ui::Role::kButton, card.action, card_rect(bubble, i, rect), key);
    }
}

}  // namespace roost
