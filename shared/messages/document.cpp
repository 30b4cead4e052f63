#include "shared/messages/document.h"

#include "shared/messages/one_line.h"

namespace roost {

Document Document::read(const Json& body) {
    return {read_media_ref(body), string_or(body, "filename", "")};
}

Json write_document(const Document& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Document& content) {
    out.begin_object();
    write_members(out, content.media);
    out.text_member("filename", content.filename);
    out.end_object();
}

Preview preview(const Document& content) {
    return words_or(
        one_shown_line(content.media.caption, one_line(content.filename, "")), PreviewKind::kDocument
    );
}

}  // namespace roost
