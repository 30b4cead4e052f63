// The ground of a strip above the conversation list: something that everybody there should know.
#pragma once

#include "client-wasm/ui/widgets.h"

namespace roost {

inline constexpr float kStripText = 48;  // where its words begin
inline constexpr float kStripEdge = 12;

// With its sign, whose upper edge is at `icon_y`. `warns`: there is something to do about it.
void draw_strip_ground(ui::Ui& ui, const ui::Rect& strip, bool warns, float icon_y);

}  // namespace roost
