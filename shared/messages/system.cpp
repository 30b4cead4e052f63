#include "shared/messages/system.h"

#include "shared/messages/one_line.h"

namespace roost {

System System::read(const Json& body) {
    System system;
    system.kind = string_or(body, "type", "");
    system.body = string_or(body, "body", "");
    system.new_wa_id = text_or_number(body, "wa_id");
    if (system.new_wa_id.empty()) system.new_wa_id = text_or_number(body, "new_wa_id");  // older versions
    const Json& user_id = member(body, "user_id");
    system.new_user_id =
        user_id.is_object() ? text_or_number(user_id, "current") : text_or_number(body, "user_id");
    return system;
}

Json write_system(const System& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const System& content) {
    out.begin_object().text_member("type", content.kind).text_member("body", content.body);
    out.text_member("wa_id", content.new_wa_id).text_member("user_id", content.new_user_id).end_object();
}

Preview preview(const System& content) {
    if (content.kind == "request_welcome") return {PreviewKind::kOpenedChat, {}, 0};
    if (content.kind == "customer_identity_changed") return {PreviewKind::kIdentityChanged, {}, 0};
    if (content.kind.ends_with("_changed_number") && !content.new_wa_id.empty())
        return {PreviewKind::kNumberChanged, content.new_wa_id, 0};
    return words_or(one_line(content.body, ""), PreviewKind::kNotice);
}

}  // namespace roost
