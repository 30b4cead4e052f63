// The picture in a bubble: how large it is shown, known before it is there, and what stands in its place.
#pragma once

#include "client-wasm/bubbles/bubble.h"

namespace roost {

struct PictureBox {
    float width = 0;
    float height = 0;

    bool operator==(const PictureBox&) const = default;
};
// In the shape of the file as far as the bounds allow; the middle of what is longer is shown. Four to three
// while the shape is unknown.
PictureBox picture_box(const BubblePicture& picture, float room);
// How high a message with this content begins; 0 for kinds without a picture.
float estimated_picture(const Content& content, float room);

// A click shows it in full size.
bool opens_viewer(const Bubble& bubble);
// Time and ticks stand on it.
bool holds_time(const Bubble& bubble);
// `rect`: of the bubble.
ui::Rect picture_rect(const Bubble& bubble, const ui::Rect& rect);
void draw_picture_block(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect, Commands& out);
void record_picture(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect);

// Why the file is not there; empty unless fetching it was given up.
std::string fault_said(const MediaWords& words, const MediaCopy& copy);

}  // namespace roost
