// Who is to look after a conversation, and whose it is.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

// Closes itself (Overlay::kNone) when somebody is chosen, or the conversation is gone.
void draw_assign_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_assign_dialog();  // what has the focus when it opens

}  // namespace roost
