#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Video& content, BubbleContext& bubble) {
    const ui::Colour hue = ui::kAvatarHues[5];
    bubble.picture_or_card(
        content.media,
        {.icon = ui::Icon::kVideo, .label = std::string(bubble.words.video), .kind = ui::PictureKind::kFilm},
        {ui::Icon::kVideo, hue, "", std::string(bubble.words.video), format_word(content.media.mime_type)}
    );
    bubble.text(content.media.caption);
}

}  // namespace roost
