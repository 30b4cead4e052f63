#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const System& content, BubbleContext& bubble) {
    bubble.is_system_line = true;
    bubble.text(content.body.empty() ? bubble.words.notice.view() : content.body, TextLook::kNote);
}

}  // namespace roost
