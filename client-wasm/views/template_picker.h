// Choosing a template and filling it in: under the thread of a window that has closed where there is room,
// else over everything.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/conversation.h"
#include "shared/model/inbox.h"

namespace roost {

// What stands where the composer was while the 24-hour window is closed: why, and the way to a template.
float closed_window_height(const Conversation& row, const ui::Ui& ui, float width);
void draw_closed_window(
    const Conversation& row, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
);

// Of Overlay::kTemplates.
void draw_template_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_templates(const ui::Ui& ui);  // what has the focus when it opens

}  // namespace roost
