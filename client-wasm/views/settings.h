// One's own account, the people, the keys of other programs and the log: a place beside the inbox, with its
// sections at the side where there is room, and one after the other elsewhere.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

void draw_settings(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);
void draw_settings_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
// A step towards where one came from.
void leave_settings(const UiState& state, const ui::Rect& viewport, Commands& out);
// What has the focus when a section comes, or when what had it is gone.
ui::NodeKey settings_anchor(const UiState& state, const ui::Rect& viewport);

}  // namespace roost
