// The sheet of keys that `?` opens.
#pragma once

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_help(UiState& state, ui::Ui& ui);
ui::NodeKey first_of_help();

}  // namespace roost
