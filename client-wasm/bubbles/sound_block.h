// A voice message or a piece of music in a bubble: play and pause, the wave to move in, the speed.
#pragma once

#include "client-wasm/app/ui_state.h"
#include "client-wasm/bubbles/bubble.h"

namespace roost {

// What the player knows of it.
void take_player(BubbleSound& sound, const PlayerState& player);
void draw_sound(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect);  // `rect`: of the bubble
void record_sound(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect);
// What was done with it since the last frame; asks for its wave. `node`: of the message.
void use_sound(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect, ui::NodeKey node, Commands& out);

// Of a voice note: that of read ticks once the customer has played it.
ui::Colour microphone_colour(const ui::Theme& theme, const Bubble& bubble);
// "0:42", "1:02:03"
std::string play_time(float seconds);
// The loudest of the peaks under each of `count` bars, 0 to 255; small ones where nothing is known.
std::vector<std::uint8_t> bars_of(const std::vector<std::uint8_t>& peaks, std::size_t count);

}  // namespace roost
