#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Sticker& content, BubbleContext& bubble) {
    const std::string subtitle(content.is_animated ? bubble.words.animated.view() : "");
    const ui::PictureKind kind = content.is_animated ? ui::PictureKind::kMoving : ui::PictureKind::kImage;
    bubble.picture_or_card(
        content.media,
        {.icon = ui::Icon::kSticker,
         .label = std::string(bubble.words.sticker),
         .kind = kind,
         .is_sticker = true},
        {ui::Icon::kSticker, ui::kAvatarHues[1], "", std::string(bubble.words.sticker), subtitle}
    );
}

}  // namespace roost
