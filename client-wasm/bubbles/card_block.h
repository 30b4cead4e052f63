// The chips in a bubble: files, places, people.
#pragma once

#include <cstddef>

#include "client-wasm/bubbles/bubble.h"

namespace roost {

ui::Rect card_rect(const Bubble& bubble, std::size_t index, const ui::Rect& rect);  // `rect`: of the bubble
void draw_cards(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect, Commands& out);
// Asks for the pictures of their tiles that are not there yet.
void want_cards(ui::Ui& ui, const Bubble& bubble, Commands& out);
void record_cards(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect);

}  // namespace roost
