// The strip at the far side: logo, places, the connection light, the reader's own account.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

void draw_rail(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);
// The round button with the reader's initials; `at` is its centre.
void draw_account_button(const Inbox& inbox, UiState& state, ui::Ui& ui, ImVec2 at, float hit);
// Over everything else, with its corner at `corner`: right below it, or above it.
void draw_account_menu(UiState& state, ui::Ui& ui, const ui::Rect& menu, Commands& out);

}  // namespace roost
