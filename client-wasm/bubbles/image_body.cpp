#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Image& content, BubbleContext& bubble) {
    const ui::Colour hue = ui::kAvatarHues[6];
    bubble.card({ui::Icon::kPhoto, hue, "", "Photo", format_word(content.media.mime_type)});
    bubble.text(content.media.caption);
}

}  // namespace roost
