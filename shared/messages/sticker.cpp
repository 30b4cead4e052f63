#include "shared/messages/sticker.h"

#include "shared/messages/one_line.h"

namespace roost {

Sticker Sticker::read(const Json& body) {
    return {read_media_ref(body), optional_bool(body, "animated").value_or(false)};
}

Json write_sticker(const Sticker& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Sticker& content) {
    out.begin_object();
    write_members(out, content.media);
    if (content.is_animated) out.key("animated").boolean(true);
    out.end_object();
}

Preview preview(const Sticker& content) {
    return words_or(one_line(content.media.caption, ""), PreviewKind::kSticker);
}

}  // namespace roost
