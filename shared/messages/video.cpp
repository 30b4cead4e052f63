#include "shared/messages/video.h"

#include "shared/messages/one_line.h"

namespace roost {

Video Video::read(const Json& body) {
    return {read_media_ref(body)};
}

Json write_video(const Video& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Video& content) {
    out.begin_object();
    write_members(out, content.media);
    out.end_object();
}

Preview preview(const Video& content) {
    return words_or(one_shown_line(content.media.caption, ""), PreviewKind::kVideo);
}

}  // namespace roost
