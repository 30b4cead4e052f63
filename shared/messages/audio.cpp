#include "shared/messages/audio.h"

#include "shared/messages/one_line.h"

namespace roost {

Audio Audio::read(const Json& body) {
    return {read_media_ref(body), optional_bool(body, "voice").value_or(false)};
}

Json write_audio(const Audio& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Audio& content) {
    out.begin_object();
    write_members(out, content.media);
    if (content.is_voice) out.key("voice").boolean(true);
    out.end_object();
}

Preview preview(const Audio& content) {
    if (content.is_voice) return {PreviewKind::kVoice, {}, 0};
    return words_or(one_line(content.media.caption, ""), PreviewKind::kAudio);
}

}  // namespace roost
