// That nothing goes out from our number for the time being, and why.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

// A strip across a column while a number is in trouble, with the way to mend it for those who may. Returns
// its height; 0 when there is none.
float draw_account_strip(
    const Inbox& inbox, const UiState& state, ui::Ui& ui, const ui::Rect& column, Commands& out
);

}  // namespace roost
