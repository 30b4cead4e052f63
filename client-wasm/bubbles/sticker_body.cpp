#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Sticker& content, BubbleContext& bubble) {
    const std::string subtitle = content.is_animated ? "Animated" : "";
    bubble.card({ui::Icon::kSticker, ui::kAvatarHues[1], "", "Sticker", subtitle});
}

}  // namespace roost
