// The chip of reactions on a message's lower edge.
#pragma once

#include "client-wasm/bubbles/bubble.h"

namespace roost {

// "❤️😮 2": every emoji once, and how many reacted.
std::string chip_text(std::span<const StandingReaction> reactions);
// "Reactions: Amina Yusuf ❤️, You 😮"
std::string chip_label(
    const Words& words, std::span<const StandingReaction> reactions, std::string_view contact
);

void draw_reactions(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect);  // `rect`: of the bubble
void record_reactions(ui::Ui& ui, const Bubble& bubble, const ui::Rect& rect);

}  // namespace roost
