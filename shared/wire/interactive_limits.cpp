#include "shared/wire/interactive_limits.h"

#include <array>
#include <set>
#include <string>
#include <utility>

#include "shared/wire/field_checks.h"

namespace roost {

namespace {

constexpr std::string_view kAction = "interactive.action.";

std::string field(std::string_view part) {
    std::string name(kAction);
    name += part;
    return name;
}

std::string element(std::string_view list, std::size_t index) {
    std::string name(list);
    name += '[';
    name += std::to_string(index);
    name += ']';
    return name;
}

Status repeated(const std::string& name) {
    return fail(ErrorCode::kInvalid, "'" + name + "' must differ from the others");
}

// Each once, as Meta wants ids and titles.
class Once {
  public:
    Status check(const std::string& name, std::string text) {
        return seen_.insert(std::move(text)).second ? Status() : repeated(name);
    }

  private:
    std::set<std::string> seen_;
};

Status check_buttons(const Json& action) {
    const Json& buttons = member(action, "buttons");
    const std::string list = field("buttons");
    RETURN_IF_ERROR(check_count(list, buttons.is_array() ? buttons.size() : 0, 1, kMostButtons));
    Once ids;
    Once titles;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const std::string name = element(list, i);
        if (string_or(buttons[i], "type", "") != "reply")
            return fail(ErrorCode::kInvalid, "'" + name + ".type' must be reply");
        const Json& reply = member(buttons[i], "reply");
        const std::string id = string_or(reply, "id", "");
        const std::string title = string_or(reply, "title", "");
        RETURN_IF_ERROR(check_filled(name + ".reply.id", id, kLongestButtonId));
        RETURN_IF_ERROR(check_filled(name + ".reply.title", title, kLongestLabel));
        RETURN_IF_ERROR(ids.check(name + ".reply.id", id));
        RETURN_IF_ERROR(titles.check(name + ".reply.title", title));
    }
    return {};
}

Status check_row(const std::string& name, const Json& row, Once& ids) {
    const std::string id = string_or(row, "id", "");
    RETURN_IF_ERROR(check_filled(name + ".id", id, kLongestRowId));
    RETURN_IF_ERROR(check_filled(name + ".title", string_or(row, "title", ""), kLongestRow));
    RETURN_IF_ERROR(check_length(name + ".description", string_or(row, "description", ""), kLongestNote));
    return ids.check(name + ".id", id);
}

Status check_list(const Json& action) {
    RETURN_IF_ERROR(check_filled(field("button"), string_or(action, "button", ""), kLongestLabel));
    const Json& sections = member(action, "sections");
    const std::string list = field("sections");
    RETURN_IF_ERROR(check_count(list, sections.is_array() ? sections.size() : 0, 1, kMostSections));
    std::size_t row_count = 0;
    Once ids;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const std::string name = element(list, i);
        const std::string title = string_or(sections[i], "title", "");
        // One section needs no name.
        if (sections.size() > 1) RETURN_IF_ERROR(check_present(name + ".title", title));
        RETURN_IF_ERROR(check_length(name + ".title", title, kLongestRow));
        const Json& rows = member(sections[i], "rows");
        RETURN_IF_ERROR(check_count(name + ".rows", rows.is_array() ? rows.size() : 0, 1, kMostRows));
        row_count += rows.size();
        for (std::size_t k = 0; k < rows.size(); ++k)
            RETURN_IF_ERROR(check_row(element(name + ".rows", k), rows[k], ids));
    }
    return check_count(field("sections.rows"), row_count, 1, kMostRows);
}

Status check_name(const Json& action, std::string_view wanted) {
    if (string_or(action, "name", "") == wanted) return {};
    return fail(ErrorCode::kInvalid, "'" + field("name") + "' must be " + std::string(wanted));
}

Status check_link(const Json& action) {
    RETURN_IF_ERROR(check_name(action, "cta_url"));
    const Json& parameters = member(action, "parameters");
    const std::string label = string_or(parameters, "display_text", "");
    const std::string url = string_or(parameters, "url", "");
    RETURN_IF_ERROR(check_filled(field("parameters.display_text"), label, kLongestLabel));
    RETURN_IF_ERROR(check_filled(field("parameters.url"), url, kLongestUrl));
    return check_web_address(field("parameters.url"), url);
}

Status check_location_request(const Json& action) {
    return check_name(action, "send_location");
}

struct Kind {
    std::string_view name;
    Status (*check_action)(const Json& action);
    std::size_t longest_body;
    bool takes_files;     // in its header
    bool takes_headings;  // header and footer at all
};

constexpr std::array<Kind, 4> kKinds{
    {{"button", check_buttons, kLongestBody, true, true},
     {"list", check_list, kLongestListBody, false, true},
     {"cta_url", check_link, kLongestBody, true, true},
     {"location_request_message", check_location_request, kLongestBody, false, false}}};

Status check_header(const Json& header, const Kind* kind) {
    if (header.is_null()) return {};
    const std::string type = string_or(header, "type", "");
    if (kind != nullptr && !kind->takes_headings)
        return fail(ErrorCode::kInvalid, "'interactive.header' has no place in this kind");
    if (type == "text")
        return check_filled("interactive.header.text", string_or(header, "text", ""), kLongestHeading);
    if (kind != nullptr && !kind->takes_files)
        return fail(ErrorCode::kInvalid, "'interactive.header.type' must be text");
    const bool is_file = type == "image" || type == "video" || type == "document";
    if (!is_file)
        return fail(ErrorCode::kInvalid, "'interactive.header.type' must be text, image, video or document");
    const Json& media = member(header, type);
    if (!string_or(media, "id", "").empty()) return {};
    return check_web_address("interactive.header." + type + ".link", string_or(media, "link", ""));
}

Status check_footer(const Json& footer, const Kind* kind) {
    if (footer.is_null()) return {};
    if (kind != nullptr && !kind->takes_headings)
        return fail(ErrorCode::kInvalid, "'interactive.footer' has no place in this kind");
    return check_filled("interactive.footer.text", string_or(footer, "text", ""), kLongestHeading);
}

const Kind* find_kind(std::string_view name) {
    for (const Kind& kind : kKinds)
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace

Status check_interactive(const Interactive& interactive) {
    RETURN_IF_ERROR(check_present("interactive.type", interactive.kind));
    if (interactive.kind.ends_with("_reply"))
        return fail(ErrorCode::kInvalid, "'interactive.type' is one that only customers send");
    const Json body = write_interactive(interactive);
    const Kind* kind = find_kind(interactive.kind);
    const std::string text = string_or(member(body, "body"), "text", "");
    const std::size_t longest = kind == nullptr ? kLongestBody : kind->longest_body;
    if (kind != nullptr) RETURN_IF_ERROR(check_present("interactive.body.text", text));
    RETURN_IF_ERROR(check_length("interactive.body.text", text, longest));
    RETURN_IF_ERROR(check_header(member(body, "header"), kind));
    RETURN_IF_ERROR(check_footer(member(body, "footer"), kind));
    const Json& action = member(body, "action");
    if (!action.is_object()) return fail(ErrorCode::kInvalid, "'interactive.action' must be an object");
    return kind == nullptr ? Status() : kind->check_action(action);
}

}  // namespace roost
