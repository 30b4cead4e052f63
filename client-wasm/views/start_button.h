// Where a conversation with a number is begun.
#pragma once

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_start_button(UiState& state, ui::Ui& ui, const ui::Rect& rect);
void open_start(UiState& state);

}  // namespace roost
