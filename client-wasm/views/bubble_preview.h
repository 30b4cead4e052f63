// A message that does not exist yet, as the customer would get it: the finished bubble on the thread's
// ground.
#pragma once

#include <span>

#include "client-wasm/app/commands.h"
#include "client-wasm/text/text_engine.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/message.h"

namespace roost {

// A message of ours with this content, as if it went out now.
Message message_to_preview(const ui::Ui& ui, Content content);

// Inside `width`, with the ground around it.
float bubble_preview_height(ui::Ui& ui, const Message& message, float width);
// `marks`: what of its text was filled in.
void draw_bubble_preview(
    ui::Ui& ui,
    const Message& message,
    const ui::Rect& rect,
    Commands& out,
    std::span<const text::TextRange> marks = {}
);

}  // namespace roost
