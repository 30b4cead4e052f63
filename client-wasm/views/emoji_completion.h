// Suggestions above the caret while a short code is being written, and codes that are closed with a colon.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// What the composer's field has to say about the list, and whether Enter was for it.
struct CompletionResult {
    ui::NodeKey list = 0;  // 0: none is shown
    ui::NodeKey active_option = 0;
    bool wants_to_send = false;  // Enter came when there was nothing to choose any more
};

// Takes the keys first; draws nothing yet.
CompletionResult take_completion(
    const EmojiState& emojis, ComposerState& composer, const ui::Ui& ui, ui::NodeKey field, Commands& out
);
// Above everything else of the composer. `bounds`: where it may lie.
void draw_completion(
    const EmojiState& emojis,
    ComposerState& composer,
    ui::Ui& ui,
    const ui::Rect& bounds,
    ui::NodeKey field,
    Commands& out
);

}  // namespace roost
