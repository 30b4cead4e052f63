#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Audio& content, BubbleContext& bubble) {
    const bool is_voice = content.is_voice;
    const auto icon = is_voice ? ui::Icon::kMicrophone : ui::Icon::kMusic;
    const std::string title(is_voice ? bubble.words.voice : bubble.words.audio);
    bubble.card({icon, ui::kAvatarHues[9], "", title, format_word(content.media.mime_type)});
}

}  // namespace roost
