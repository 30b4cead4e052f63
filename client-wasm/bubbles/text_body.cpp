#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Text& content, BubbleContext& bubble) {
    bubble.text(content.body, is_large_emoji(content.body) ? TextLook::kLargeEmoji : TextLook::kBody);
}

}  // namespace roost
