#include "shared/messages/unsupported.h"

#include "shared/messages/one_line.h"

namespace roost {

namespace {

std::string reason_of(const Json& message) {
    const Json& errors = member(message, "errors");
    if (!errors.is_array() || errors.empty()) return {};
    const Json& error = errors.front();
    const std::string details = string_or(member(error, "error_data"), "details", "");
    return details.empty() ? string_or(error, "title", string_or(error, "message", "")) : details;
}

}  // namespace

Unsupported read_unsupported(std::string_view type, const Json& message) {
    const Json& body = member(message, Unsupported::kType);
    const bool is_ours = type == Unsupported::kType && member(body, "raw").is_string();
    if (is_ours)
        return {string_or(body, "type", ""), string_or(body, "reason", ""), string_or(body, "raw", "")};
    Unsupported content{std::string(type), reason_of(message), dump_json(message)};
    if (type == Unsupported::kType) content.type = string_or(body, "type", type);
    return content;
}

void write_body(JsonWriter& out, const Unsupported& content) {
    out.begin_object().key("type").string(content.type);
    out.text_member("reason", content.reason).key("raw").string(content.raw).end_object();
}

Preview preview(const Unsupported& content) {
    if (content.type == Unsupported::kDeleted) return {PreviewKind::kDeleted, "", 0};
    const bool is_named = content.type != Unsupported::kType;
    return {PreviewKind::kUnshown, is_named ? one_line(content.type, "") : "", 0};
}

}  // namespace roost
