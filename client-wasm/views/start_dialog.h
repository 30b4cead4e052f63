// Whom a new conversation is with, and from which of our numbers.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "client-wasm/views/start_button.h"
#include "shared/model/inbox.h"

namespace roost {

void draw_start_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_start_dialog();  // what has the focus when it opens

}  // namespace roost
