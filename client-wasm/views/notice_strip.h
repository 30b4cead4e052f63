// What Meta says about a template, a number or the account, for administrators: one at a time, until it is
// dismissed.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// A strip across a column. Returns its height; 0 when there is nothing to tell.
float draw_notice_strip(const UiState& state, ui::Ui& ui, const ui::Rect& column, Commands& out);

}  // namespace roost
