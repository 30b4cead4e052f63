#include <array>
#include <set>

#include "server/simulator/message_checks.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kMaxBody = 1024;
constexpr std::size_t kMaxListBody = 4096;
constexpr std::size_t kMaxLabel = 20;
constexpr std::size_t kMaxHeading = 60;
constexpr std::size_t kMaxListTitle = 24;
constexpr std::size_t kMaxRowId = 200;
constexpr std::size_t kMaxRowDescription = 72;
constexpr std::size_t kMaxSections = 10;
constexpr std::size_t kMaxRows = 10;

Refusal check_buttons(const Json& action) {
    const Json& buttons = member(action, "buttons");
    if (!buttons.is_array() || buttons.empty()) return missing("action['buttons']");
    if (buttons.size() > 3) return invalid("action['buttons']", "must have at most 3 items");
    std::set<std::string> ids;
    std::set<std::string> titles;
    for (const Json& button : buttons) {
        const Json& reply = member(button, "reply");
        if (string_or(button, "type", "") != "reply") return invalid("button['type']", "must be reply");
        if (auto refusal = check_required_text(reply, "id", 256)) return refusal;
        if (auto refusal = check_required_text(reply, "title", kMaxLabel)) return refusal;
        const bool is_new_id = ids.insert(string_or(reply, "id", "")).second;
        const bool is_new_title = titles.insert(string_or(reply, "title", "")).second;
        if (!is_new_id || !is_new_title) return invalid("action['buttons']", "ids and titles must differ");
    }
    return std::nullopt;
}

Refusal check_rows(const Json& section, std::set<std::string>& ids) {
    const Json& rows = member(section, "rows");
    if (!rows.is_array() || rows.empty()) return missing("section['rows']");
    for (const Json& row : rows) {
        if (auto refusal = check_required_text(row, "id", kMaxRowId)) return refusal;
        if (auto refusal = check_required_text(row, "title", kMaxListTitle)) return refusal;
        if (auto refusal = check_length(row, "description", kMaxRowDescription)) return refusal;
        if (!ids.insert(string_or(row, "id", "")).second) return invalid("row['id']", "must be unique");
    }
    return std::nullopt;
}

Refusal check_list(const Json& action) {
    if (auto refusal = check_required_text(action, "button", kMaxLabel)) return refusal;
    const Json& sections = member(action, "sections");
    if (!sections.is_array() || sections.empty()) return missing("action['sections']");
    if (sections.size() > kMaxSections) return invalid("action['sections']", "must have at most 10 items");
    std::set<std::string> ids;
    for (const Json& section : sections) {
        if (sections.size() > 1 && string_or(section, "title", "").empty())
            return missing("section['title']");
        if (auto refusal = check_length(section, "title", kMaxListTitle)) return refusal;
        if (auto refusal = check_rows(section, ids)) return refusal;
    }
    if (ids.size() > kMaxRows) return invalid("action['sections']", "total row count must be at most 10");
    return std::nullopt;
}

Refusal check_cta_url(const Json& action) {
    const Json& parameters = member(action, "parameters");
    if (string_or(action, "name", "") != "cta_url") return invalid("action['name']", "must be cta_url");
    if (auto refusal = check_required_text(parameters, "display_text", kMaxLabel)) return refusal;
    const std::string url = string_or(parameters, "url", "");
    if (url.empty()) return missing("parameters['url']");
    const bool is_web_address = url.starts_with("http://") || url.starts_with("https://");
    return is_web_address ? std::nullopt : invalid("parameters['url']", "is not a valid URI.");
}

Refusal check_named_action(const Json& action) {
    return string_or(action, "name", "").empty() ? missing("action['name']") : std::nullopt;
}

Refusal check_any_action(const Json&) {
    return std::nullopt;
}

struct Type {
    std::string_view name;
    std::size_t max_body;
    bool needs_body;
    Refusal (*check_action)(const Json& action);
};

constexpr auto kTypes = std::to_array<Type>({
    {"button", kMaxBody, true, check_buttons},
    {"list", kMaxListBody, true, check_list},
    {"cta_url", kMaxBody, true, check_cta_url},
    {"location_request_message", kMaxBody, true, check_named_action},
    {"call_permission_request", kMaxBody, false, check_named_action},
    {"request_contact_info", kMaxBody, true, check_named_action},
    {"address_message", kMaxBody, true, check_named_action},
    {"catalog_message", kMaxBody, true, check_named_action},
    {"voice_call", kMaxBody, true, check_named_action},
    {"flow", kMaxBody, true, check_named_action},
    {"order_details", kMaxBody, true, check_named_action},
    {"order_status", kMaxBody, true, check_named_action},
    {"product", kMaxBody, false, check_any_action},
    {"product_list", kMaxBody, true, check_any_action},
    {"carousel", kMaxBody, true, check_any_action},
});

Refusal check_header(const Json& header, const Holdings& holdings) {
    if (header.is_null()) return std::nullopt;
    const std::string type = string_or(header, "type", "");
    if (type == "text") return check_required_text(header, "text", kMaxHeading);
    for (const std::string_view media : {"image", "video", "document"}) {
        if (type == media) return check_media_reference(member(header, media), media, holdings);
    }
    return invalid("header['type']", "must be one of {document, image, text, video}");
}

}  // namespace

Refusal check_interactive(const Json& interactive, const Holdings& holdings) {
    const std::string name = string_or(interactive, "type", "");
    for (const Type& type : kTypes) {
        if (type.name != name) continue;
        const Json& body = member(interactive, "body");
        if (type.needs_body && body.is_null()) return missing("interactive['body']");
        if (!body.is_null()) {
            if (auto refusal = check_required_text(body, "text", type.max_body)) return refusal;
        }
        if (auto refusal = check_header(member(interactive, "header"), holdings)) return refusal;
        if (auto refusal = check_length(member(interactive, "footer"), "text", kMaxHeading)) return refusal;
        const Json& action = member(interactive, "action");
        return action.is_object() ? type.check_action(action) : missing("interactive['action']");
    }
    return name.empty() ? missing("interactive['type']") : invalid("interactive['type']", "is not known");
}

}  // namespace roost::simulator
