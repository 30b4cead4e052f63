// A popover above the composer in which emoji are found by name, group or habit. Everything else stays in use
// beside it; it stays open for several.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// `composer`: what it stands above; `field`: what it writes into.
void draw_emoji_picker(
    const EmojiState& emojis,
    EmojiPickerState& picker,
    ui::Ui& ui,
    const ui::Rect& composer,
    ui::NodeKey field,
    Commands& out
);
void toggle_emoji_picker(const EmojiState& emojis, EmojiPickerState& picker, Commands& out);

}  // namespace roost
