#include "shared/messages/template.h"

#include "shared/messages/one_line.h"

namespace roost {

namespace {

// Our own members beside Meta's. They never leave for the Cloud API.
constexpr const char* kShown = "shown";
constexpr const char* kCards = "shown_cards";
constexpr const char* kBody = "body";  // all that older versions kept

}  // namespace

Template Template::read(const Json& body) {
    Template content;
    content.name = string_or(body, "name", "");
    content.language = string_or(member(body, "language"), "code", string_or(body, "language", ""));
    content.shown = read_template_part(member(body, kShown));
    if (content.shown.body.empty()) content.shown.body = string_or(body, kBody, "");
    const Json& cards = member(body, kCards);
    if (cards.is_array()) {
        for (const Json& card : cards)
            content.cards.push_back(read_template_part(card));
    }
    if (body.is_object()) {
        Json as_sent = body;
        for (const char* ours : {kShown, kCards, kBody})
            as_sent.erase(ours);
        content.raw = dump_json(as_sent);
    }
    return content;
}

Json write_template(const Template& content) {
    Json body = Json::parse(content.raw, nullptr, false);
    if (!body.is_object()) {
        body = Json{{"name", content.name}, {"language", Json{{"code", content.language}}}};
    }
    const auto part_json = [](const TemplatePart& part) {
        return json_written_by([&](JsonWriter& out) { write_template_part(out, part); });
    };
    if (content.shown != TemplatePart{}) body[kShown] = part_json(content.shown);
    for (const TemplatePart& card : content.cards)
        body[kCards].push_back(part_json(card));
    return body;
}

void write_body(JsonWriter& out, const Template& content) {
    out.raw(dump_json(write_template(content)));
}

Preview preview(const Template& content) {
    const TemplatePart& shown = content.shown;
    Preview said = words_or(one_shown_line(shown.body, one_line(shown.title, "")), PreviewKind::kTemplate);
    if (said.kind == PreviewKind::kTemplate) said.text = one_line(content.name, "");
    return said;
}

}  // namespace roost
