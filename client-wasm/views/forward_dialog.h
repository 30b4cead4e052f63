// To whom a message goes on: those of the list who can be written to now.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

void open_forward(UiState& state, const Message& message);
// Closes itself (Overlay::kNone) when the message is on its way, or gone.
void draw_forward_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_forward_dialog();  // what has the focus when it opens

}  // namespace roost
