// The strip at the far side: logo, places, the connection light, the reader's own account.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

void draw_rail(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);

}  // namespace roost
