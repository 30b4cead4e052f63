#include "client-wasm/bubbles/picture_block.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client-wasm/bubbles/bubble_metrics.h"
#include "client-wasm/bubbles/card_block.h"
#include "client-wasm/bubbles/file_family.h"
#include "client-wasm/bubbles/sound_block.h"
#include "client-wasm/ui/blur.h"

namespace roost {

namespace {

ui::PictureWish wish_of(const BubblePicture& picture, const ui::Rect& rect) {
    return {
        .file = picture.file,
        .kind = picture.kind,
        .width = rect.width,
        .height = rect.height,
        .natural_width = picture.natural_width,
        .natural_height = picture.natural_height};
}

PictureBox sticker_box(float shape) {
    if (shape >= 1) return {kStickerEdge, std::round(kStickerEdge / shape)};
    return {std::round(kStickerEdge * shape), kStickerEdge};
}

void draw_place(ui::Ui& ui, const Bubble& bubble, const BubblePicture& picture, const ui::Rect& rect) {
    constexpr float kIcon = 32;
    if (const auto blur = read_blur(picture.blur)) {
        const auto width = static_cast<float>(picture.natural_width);
        const auto height = static_cast<float>(picture.natural_height);
        return ui::draw_blur(ui, *blur, height > 0 ? width / height : 1, rect, kPictureRadius);
    }
    const ui::Colour ground = bubble.is_out ? ui.theme.quote_out : ui.theme.quote_in;
    const ui::Colour colour = bubble.is_out ? ui.theme.text_secondary_out : ui.theme.text_secondary;
    ui::fill(ui, rect, bubble.is_bare ? ui.theme.chip : ground, bubble.is_bare ? 12 : kPictureRadius);
    const float x = rect.x + (rect.width - kIcon) / 2, y = rect.y + (rect.height - kIcon) / 2;
    ui::draw_icon(ui, picture.icon, x, y, kIcon, ui::with_alpha(colour, 0.6F));
}

// What says that it moves: the button in its middle, how long and how large it is.
void draw_film(ui::Ui& ui, const BubblePicture& picture, const ui::Rect& rect, float seconds) {
    const ui::Colour white = ui::rgb(0xFFFFFF);
    const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
    if (!picture.file.empty()) {
        const float tip = ui.is_mirrored() ? -10.0F : 10.0F;
        std::array<ImVec2, 3> triangle{{{x - tip * 0.7F, y - 11}, {x + tip, y}, {x - tip * 0.7F, y + 11}}};
        if (ui.is_mirrored()) std::swap(triangle[0], triangle[2]);
        ui::circle(ui, {x, y}, 26, ui::rgb(0x0B141A, 150));
        ui::polygon(ui, triangle, white);
    }
    std::string facts = seconds > 0 ? play_time(seconds) : "";
    if (picture.size > 0) {
        const std::string size = ui.locale.file_size(picture.size);
        facts = facts.empty() ? size : fill("{0} · {1}", {facts, size});
    }
    const float line = rect.y + rect.height - kMetaHeight - 5;
    ui::draw_icon(ui, ui::Icon::kVideo, rect.x + 8, line - 1, 16, white);
    ui::draw_text(ui, rect.x + 29, line, facts, ui::time_style(white));
}

}  // namespace

PictureBox picture_box(const BubblePicture& picture, float room) {
    const bool is_known = picture.natural_width > 0 && picture.natural_height > 0;
    const auto width = static_cast<float>(picture.natural_width);
    const auto height = static_cast<float>(picture.natural_height);
    if (picture.is_sticker) return sticker_box(is_known ? std::clamp(width / height, 0.5F, 2.0F) : 1);
    const float shape = is_known ? width / height : 4.0F / 3;
    const float widest = std::min(kWidestPicture, room);
    const float wanted = std::min(widest, kHighestPicture * shape);
    const float shown = std::round(std::max(std::min(kNarrowestPicture, widest), wanted));
    return {shown, std::round(std::clamp(shown / shape, kLowestPicture, kHighestPicture))};
}

float estimated_picture(const Content& content, float room) {
    if (!shows_picture(content)) return 0;
    const MediaRef* media = media_in(content);
    const bool is_sticker = file_kind(content) == Sticker::kType;
    BubblePicture picture;
    picture.is_sticker = is_sticker;
    picture.natural_width = media->file.width;
    picture.natural_height = media->file.height;
    return picture_box(picture, room).height + (is_sticker ? 20 : 2 * kCardInset);
}

bool opens_viewer(const Bubble& bubble) {
    const bool is_there = bubble.picture && !bubble.picture->file.empty();
    return is_there && !bubble.picture->is_sticker && bubble.message->id;  // not before it is a message
}

bool holds_time(const Bubble& bubble) {
    return bubble.picture && bubble.paragraphs.empty() && !bubble.is_bare;
}

ui::Rect picture_rect(const Bubble& bubble, const ui::Rect& rect) {
    const float height = bubble.picture ? bubble.picture->height : 0;
    const float y = rect.y + (bubble.picture ? bubble.picture->y : 0);
    if (!bubble.is_bare) return {rect.x + kCardInset, y, rect.width - 2 * kCardInset, height};
    const float width = bubble.picture ? bubble.picture->width : 0;
    return {bubble.is_out ? rect.x + rect.width - width : rect.x, y, width, height};
}

void want_picture(ui::Ui& ui, const Bubble& bubble, Commands& out) {
    want_cards(ui, bubble, out);
    if (!bubble.picture || bubble.picture->file.empty()) return;
    const ui::PictureWish wish =
        wish_of(*bubble.picture, picture_rect(bubble, {0, 0, bubble.width, bubble.height}));
    if (ui.pictures.show(wish).state == ui::PictureState::kUnknown) out.push_back(LoadPicture{wish});
}

void draw_picture_block(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect, Commands& out) {
    if (!bubble.picture) return;
    constexpr float kScrim = 48;
    const BubblePicture& picture = *bubble.picture;
    const ui::Rect place = picture_rect(bubble, rect);
    const ui::PictureWish wish = wish_of(picture, place);
    ui::Picture shown;
    if (!wish.file.empty()) {
        shown = ui.pictures.show(wish);
        if (shown.state == ui::PictureState::kUnknown) out.push_back(LoadPicture{wish});
    }
    if (shown.quad.texture == 0) {
        draw_place(ui, bubble, picture, place);
    } else {
        ui::draw_picture(ui, shown.quad, place, bubble.is_bare ? 0 : kPictureRadius);
    }
    const bool is_film = picture.kind == ui::PictureKind::kFilm;
    const ui::Rect lower{place.x, place.y + place.height - kScrim, place.width, kScrim};
    if (holds_time(bubble) || is_film) ui::scrim(ui, lower, kPictureRadius);
    if (is_film) draw_film(ui, picture, place, shown.seconds);
}

void record_picture(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect) {
    if (!bubble.picture) return;
    const BubblePicture& picture = *bubble.picture;
    const bool opens = opens_viewer(bubble);
    const ui::Role role = opens ? ui::Role::kButton : ui::Role::kImage;
    const bool is_film = picture.kind == ui::PictureKind::kFilm;
    const Word& opening = is_film ? ui.words.media.play : ui.words.media.open;
    const std::string label = opens ? fill(opening, {picture.label}) : picture.label;
    const ui::Rect place = picture_rect(bubble, rect);
    ui::Node& node = ui::record(ui, role, label, place, ui::key_of(ui, "picture"));
    node.is_busy = picture.file.empty();
    if (picture.kind != ui::PictureKind::kMoving) return;
    node.role = ui::Role::kMoving;
    node.href = ui.pictures.show(wish_of(picture, place)).address;
}

std::string fault_said(const MediaWords& words, const MediaCopy& copy) {
    if (copy.state != MediaState::kFailed) return "";
    // In the order of MediaFault; without a fault it is not known why.
    const std::array<std::string_view, 7> said{
        words.unavailable,
        words.expired,
        words.gone,
        words.too_large,
        words.damaged,
        words.refused,
        words.unavailable};
    return std::string(said.at(static_cast<std::size_t>(copy.fault)));
}

}  // namespace roost
