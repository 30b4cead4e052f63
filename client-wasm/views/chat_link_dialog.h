// The link that opens a chat with somebody in WhatsApp itself, also as a code for cameras.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

// Whether there is one: of people without a telephone number there is none.
bool has_chat_link(const Conversation& row);
void open_chat_link(UiState& state, ConversationId conversation);
// Closes itself (Overlay::kNone) when the conversation is gone.
void draw_chat_link_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_chat_link_dialog();  // what has the focus when it opens

}  // namespace roost
