// Who is signed in, in the corner of the rail or of the list: opens the account menu, which is loaded later.
#pragma once

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

// The reader's own, as colleagues see it.
Availability availability_of(const Inbox& inbox);

// `hit`: how wide and high the place is that can be pressed, around `at`.
void draw_account_button(const Inbox& inbox, UiState& state, ui::Ui& ui, ImVec2 at, float hit);

}  // namespace roost
