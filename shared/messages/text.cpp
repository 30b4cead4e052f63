#include "shared/messages/text.h"

#include "shared/messages/one_line.h"

namespace roost {

Text Text::read(const Json& body) {
    return {string_or(body, "body", ""), optional_bool(body, "preview_url").value_or(false)};
}

Json write_text(const Text& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Text& content) {
    out.begin_object().key("body").string(content.body);
    if (content.has_link_preview) out.key("preview_url").boolean(true);
    out.end_object();
}

Preview preview(const Text& content) {
    return words_or(one_shown_line(content.body, ""), PreviewKind::kEmpty);
}

}  // namespace roost
