#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/bubbles/file_family.h"
#include "shared/model/wave.h"

namespace roost {

namespace {

// What the server has heard already needs not be loaded to be drawn.
void take_wave(const MediaCopy& file, BubbleSound& sound) {
    const auto wave = read_wave(file.wave);
    if (!wave) return;
    sound.is_known = true;
    sound.peaks.assign(wave->peaks.begin(), wave->peaks.end());
    sound.seconds = static_cast<float>(wave->length) / kSecond;
}

}  // namespace

void draw_body(const Audio& content, BubbleContext& bubble) {
    const bool is_voice = content.is_voice;
    const std::string title(is_voice ? bubble.words.voice : bubble.words.audio);
    const MediaCopy& file = content.media.file;
    const bool is_sound = is_of_family(file, "audio/") || is_of_family(file, "video/");
    if (is_sound && (file.state == MediaState::kPending || file.state == MediaState::kStored)) {
        bubble.sound = BubbleSound{.label = title, .file = file.id, .size = file.size, .is_voice = is_voice};
        take_wave(file, *bubble.sound);
        return;
    }
    const auto icon = is_voice ? ui::Icon::kMicrophone : ui::Icon::kMusic;
    bubble.file_card(file, "", {icon, ui::kAvatarHues[9], "", title, format_word(content.media.mime_type)});
}

}  // namespace roost
