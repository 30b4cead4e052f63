#include "shared/messages/interactive.h"

#include "shared/messages/one_line.h"

namespace roost {

namespace {

// What a person reads of an answer to a flow, a call request and the like, which have no title.
std::string title_of(const Json& body, const Json& reply) {
    for (const std::string_view key : {"title", "body", "response"}) {
        std::string title = string_or(reply, key, "");
        if (!title.empty()) return title;
    }
    return string_or(member(body, "body"), "text", "");
}

void write_reply(JsonWriter& out, const Interactive& content) {
    out.key(content.kind).begin_object();
    out.text_member("id", content.id).text_member("title", content.title);
    out.text_member("description", content.description).end_object();
}

bool is_reply(std::string_view kind) {
    return kind == "button_reply" || kind == "list_reply";
}

}  // namespace

Interactive Interactive::read(const Json& body) {
    Interactive content;
    content.kind = string_or(body, "type", "");
    const Json& reply = member(body, content.kind);
    content.id = text_or_number(reply, "id");
    content.title = title_of(body, reply);
    content.description = string_or(reply, "description", "");
    if (body.is_object()) content.raw = dump_json(body);
    return content;
}

Json write_interactive(const Interactive& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Interactive& content) {
    if (!content.raw.empty() && Json::accept(content.raw)) {
        out.raw(content.raw);
        return;
    }
    out.begin_object().text_member("type", content.kind);
    if (is_reply(content.kind)) {
        write_reply(out, content);
    } else if (!content.title.empty()) {
        out.key("body").begin_object().key("text").string(content.title).end_object();
    }
    out.end_object();
}

Preview preview(const Interactive& content) {
    if (content.kind == "call_permission_reply") {
        return {content.title == "accept" ? PreviewKind::kCallsAllowed : PreviewKind::kCallsRefused, {}, 0};
    }
    return words_or(
        one_shown_line(content.title, one_shown_line(content.description, "")), PreviewKind::kInteractive
    );
}

}  // namespace roost
