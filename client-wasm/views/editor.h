// The dialog that writes a message that is more than text: fields of one table beside the finished bubble.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

void draw_editor(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_editor(const EditorState& editor);

}  // namespace roost
