#include "shared/messages/template.h"

#include "shared/messages/one_line.h"

namespace roost {

namespace {

// Our own member beside Meta's: the filled-in text. It never leaves for the Cloud API.
constexpr std::string_view kBody = "body";

}  // namespace

Template read_template(const Json& body) {
    Template content;
    content.name = string_or(body, "name", "");
    content.language = string_or(member(body, "language"), "code", string_or(body, "language", ""));
    content.body = string_or(body, kBody, "");
    if (body.is_object()) {
        Json as_sent = body;
        as_sent.erase(std::string(kBody));
        content.raw = dump_json(as_sent);
    }
    return content;
}

Json write_template(const Template& content) {
    Json body = Json::parse(content.raw, nullptr, false);
    if (!body.is_object()) {
        body = Json{{"name", content.name}, {"language", Json{{"code", content.language}}}};
    }
    if (!content.body.empty()) body[std::string(kBody)] = content.body;
    return body;
}

void write_body(JsonWriter& out, const Template& content) {
    out.raw(dump_json(write_template(content)));
}

Preview preview(const Template& content) {
    Preview said = words_or(one_shown_line(content.body, ""), PreviewKind::kTemplate);
    if (said.kind == PreviewKind::kTemplate) said.text = one_line(content.name, "");
    return said;
}

}  // namespace roost
