// The records that a conversation is about, under its header.
#pragma once

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/conversation.h"

namespace roost {

// From `column`'s upper edge down; returns the height it took, 0 without any. On one line: where there is no
// room for all, the last place opens the list of them.
float draw_record_strip(const Conversation& row, UiState& state, ui::Ui& ui, const ui::Rect& column);

}  // namespace roost
