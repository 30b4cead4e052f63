#include "shared/messages/reaction.h"

#include "shared/messages/one_line.h"

namespace roost {

Reaction Reaction::read(const Json& body) {
    return {string_or(body, "message_id", ""), string_or(body, "emoji", "")};
}

Json write_reaction(const Reaction& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Reaction& content) {
    out.begin_object().key("message_id").string(content.target_wamid);
    out.key("emoji").string(content.emoji).end_object();
}

Preview preview(const Reaction& content) {
    if (content.emoji.empty()) return {PreviewKind::kReactionRemoved, {}, 0};
    return {PreviewKind::kReacted, one_line(content.emoji, ""), 0};
}

}  // namespace roost
