// In place of the composer, where the person is blocked.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/conversation.h"

namespace roost {

float blocked_strip_height(const Conversation& row, const UiState& state, ui::Ui& ui, float width);
void draw_blocked_strip(
    const Conversation& row, const UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
);

}  // namespace roost
