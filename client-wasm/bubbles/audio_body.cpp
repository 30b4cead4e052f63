#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Audio& content, BubbleContext& bubble) {
    const bool is_voice = content.is_voice;
    const std::string title(is_voice ? bubble.words.voice : bubble.words.audio);
    const MediaCopy& file = content.media.file;
    if (file.state == MediaState::kPending || file.state == MediaState::kStored) {
        bubble.sound = BubbleSound{.label = title, .file = file.id, .size = file.size};
        return;
    }
    const auto icon = is_voice ? ui::Icon::kMicrophone : ui::Icon::kMusic;
    bubble.card({icon, ui::kAvatarHues[9], "", title, format_word(content.media.mime_type)});
}

}  // namespace roost
