// What stands around the field: the row above it, and what is answered. Part of composer.cpp.
#pragma once

#include <string>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

inline constexpr float kComposerSide = 16;
inline constexpr float kTabsHeight = 44;
inline constexpr float kReplyHeight = 56;

void draw_tab_row(const Conversation& row, const UiState& state, ui::Ui& ui, const ui::Rect& rect);
// In place of the field, for who may only read.
float read_only_height(ui::Ui& ui, float width);
void draw_read_only(ui::Ui& ui, const ui::Rect& rect);
// Over the field; a button and Escape take it away. Returns whether it is to go.
bool draw_reply(const Conversation& row, const Quote& quote, ui::Ui& ui, const ui::Rect& rect);

}  // namespace roost
