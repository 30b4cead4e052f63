#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Unsupported& content, BubbleContext& bubble) {
    bubble.heading = {ui::Icon::kInfo, content.type.empty() ? "Unknown message" : content.type};
    bubble.text("This message cannot be shown here yet.", TextLook::kMissing);
    bubble.text(content.reason, TextLook::kNote);
}

}  // namespace roost
