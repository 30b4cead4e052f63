#include "shared/messages/system.h"

#include "shared/messages/one_line.h"

namespace roost {

System System::read(const Json& body) {
    System system;
    system.kind = string_or(body, "type", "");
    system.body = string_or(body, "body", "");
    system.new_wa_id = text_or_number(body, "wa_id");
    if (system.new_wa_id.empty()) system.new_wa_id = text_or_number(body, "new_wa_id");  // older versions
    return system;
}

Json write_system(const System& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const System& content) {
    out.begin_object().text_member("type", content.kind).text_member("body", content.body);
    out.text_member("wa_id", content.new_wa_id).end_object();
}

Preview preview(const System& content) {
    return words_or(one_line(content.body, ""), PreviewKind::kNotice);
}

}  // namespace roost
