// What else than words can be sent: opened by the button beside the field.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_attach_menu(UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_attach_menu();

}  // namespace roost
