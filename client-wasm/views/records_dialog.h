// The records that a conversation or one message is linked to: shown, linked and unlinked.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

// Of the whole conversation if `message` is 0.
void open_records(UiState& state, ConversationId conversation, MessageId message);
// Closes itself (Overlay::kNone) when what it is about is gone.
void draw_records_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_records_dialog();  // what has the focus when it opens

}  // namespace roost
