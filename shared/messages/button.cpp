#include "shared/messages/button.h"

#include "shared/messages/one_line.h"

namespace roost {

Button Button::read(const Json& body) {
    return {text_or_number(body, "text"), text_or_number(body, "payload")};
}

Json write_button(const Button& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Button& content) {
    out.begin_object().key("text").string(content.text);
    out.text_member("payload", content.payload).end_object();
}

Preview preview(const Button& content) {
    return words_or(one_line(content.text, one_line(content.payload, "")), PreviewKind::kButton);
}

}  // namespace roost
