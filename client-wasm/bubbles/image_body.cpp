#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Image& content, BubbleContext& bubble) {
    const ui::Colour hue = ui::kAvatarHues[6];
    bubble.picture_or_card(
        content.media,
        {.icon = ui::Icon::kPhoto, .label = std::string(bubble.words.photo), .file = {}},
        {ui::Icon::kPhoto, hue, "", std::string(bubble.words.photo), format_word(content.media.mime_type)}
    );
    bubble.text(content.media.caption);
}

}  // namespace roost
