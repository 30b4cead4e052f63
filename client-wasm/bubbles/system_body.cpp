#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const System& content, BubbleContext& bubble) {
    bubble.is_system_line = true;
    bubble.text(preview(content), TextLook::kNote);
}

}  // namespace roost
