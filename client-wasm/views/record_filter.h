// That the list shows the conversations of one record alone, and the way back to all.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// From `column`'s upper edge down; returns the height it took, 0 where all are shown.
float draw_record_filter(
    const ConversationListState& list, ui::Ui& ui, const ui::Rect& column, Commands& out
);

}  // namespace roost
