#include "shared/messages/interactive.h"

#include <utility>

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

using ActionKind = InteractiveAction::Kind;

void add_action(Interactive& to, ActionKind kind, std::string title, std::string url = "") {
    if (!title.empty()) to.actions.push_back({kind, std::move(title), std::move(url)});
}

void read_actions(Interactive& to, const Json& action) {
    const Json& buttons = member(action, "buttons");
    if (buttons.is_array()) {
        for (const Json& button : buttons)
            add_action(to, ActionKind::kReply, string_or(member(button, "reply"), "title", ""));
    }
    add_action(to, ActionKind::kList, string_or(action, "button", ""));
    const Json& parameters = member(action, "parameters");
    const std::string url = to.kind == "cta_url" ? string_or(parameters, "url", "") : "";
    add_action(to, ActionKind::kLink, string_or(parameters, "display_text", ""), url);
    if (to.kind == "location_request_message") to.actions.push_back({ActionKind::kLocation, ""});
}

void read_header(Interactive& to, const Json& header) {
    to.header = string_or(header, "text", "");
    const std::string type = string_or(header, "type", "");
    const TemplateHeader kind = parse_template_header(type);
    if (!is_media(kind)) return;
    to.header_kind = kind;
    to.header_link = string_or(member(header, type), "link", "");
}

// "Name: Amina, Guests: 4"
std::string answers_in_line(const std::vector<FlowAnswer>& answers) {
    std::string line;
    for (const FlowAnswer& answer : answers) {
        if (!line.empty()) line += ", ";
        line += answer.label;
        line += ": ";
        line += answer.value;
    }
    return line;
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
    content.answers = flow_answers(string_or(reply, "response_json", ""));
    if (content.kind.ends_with("_reply")) return content;
    read_header(content, member(body, "header"));
    content.footer = string_or(member(body, "footer"), "text", "");
    read_actions(content, member(body, "action"));
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
    if (!content.answers.empty())
        return words_or(one_line(answers_in_line(content.answers), ""), PreviewKind::kInteractive);
    return words_or(
        one_shown_line(content.title, one_shown_line(content.description, "")), PreviewKind::kInteractive
    );
}

}  // namespace roost
