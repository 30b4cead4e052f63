// What belongs to the reader alone: theme, language, shortcuts, signing out. A dialog over everything else.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_account_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
// What has the focus when it opens.
ui::NodeKey first_of_account_menu(const ui::Ui& ui);

void draw_language_menu(UiState& state, ui::Ui& ui, Commands& out);
// What has the focus when it opens.
ui::NodeKey chosen_of_language_menu(const UiState& state);

}  // namespace roost
