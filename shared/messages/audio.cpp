#include "shared/messages/audio.h"

#include "shared/messages/one_line.h"

namespace roost {

Audio read_audio(const Json& body) {
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

std::string preview(const Audio& content) {
    return content.is_voice ? "Voice message" : one_line(content.media.caption, "Audio");
}

}  // namespace roost
