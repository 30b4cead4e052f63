// What can be done with the open conversation beside writing in it, and the question before somebody is
// blocked.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/views/button_menu.h"
#include "shared/model/inbox.h"

namespace roost {

ButtonMenu conversation_menu(const Words& words);
// Both close themselves (Overlay::kNone) when the conversation is gone.
void draw_conversation_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
void draw_block_question(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
// What has the focus when they open.
ui::NodeKey first_of_conversation_menu(const UiState& state);
ui::NodeKey first_of_block_question();

}  // namespace roost
