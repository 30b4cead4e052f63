#include "shared/messages/image.h"

#include "shared/messages/one_line.h"

namespace roost {

Image Image::read(const Json& body) {
    return {read_media_ref(body)};
}

Json write_image(const Image& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Image& content) {
    out.begin_object();
    write_members(out, content.media);
    out.end_object();
}

Preview preview(const Image& content) {
    return words_or(one_shown_line(content.media.caption, ""), PreviewKind::kPhoto);
}

}  // namespace roost
