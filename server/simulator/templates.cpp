#include "server/simulator/templates.h"

#include <algorithm>
#include <set>

namespace roost::simulator {

namespace {

Json body_component(std::string_view text) {
    return Json::array({Json{{"type", "BODY"}, {"text", text}}});
}

Json described(const Template& t) {
    return Json{
        {"name", t.name},
        {"parameter_format", "POSITIONAL"},
        {"components", t.components},
        {"language", t.language},
        {"status", t.status},
        {"category", t.category},
        {"id", t.id}};
}

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

// The component of a template or of a send, by its type in any case; null if it has none.
const Json& component_of(const Json& components, std::string_view type) {
    static const Json kNone;
    if (!components.is_array()) return kNone;
    for (const Json& component : components) {
        if (lower(string_or(component, "type", "")) == type) return component;
    }
    return kNone;
}

std::size_t parameters_in(const Json& component) {
    const Json& parameters = member(component, "parameters");
    return parameters.is_array() ? parameters.size() : 0;
}

Refusal check_count(std::string_view part, const Json& wanted, const Json& given) {
    const std::size_t expected = count_placeholders(string_or(wanted, "text", ""));
    const std::size_t received = parameters_in(given);
    if (expected == received) return std::nullopt;
    return graph_error(
        132000,
        std::string(part) + ": number of localizable_params (" + std::to_string(received) +
            ") does not match the expected number of params (" + std::to_string(expected) + ")"
    );
}

Refusal check_header_format(const Json& wanted, const Json& given) {
    const std::string format = string_or(wanted, "format", "TEXT");
    if (format == "TEXT") return check_count("header", wanted, given);
    const Json& parameters = member(given, "parameters");
    const bool has_one = parameters.is_array() && parameters.size() == 1;
    const std::string received = has_one ? string_or(parameters.front(), "type", "") : "unknown";
    if (received == lower(format)) return std::nullopt;
    return graph_error(132012, "header: Format mismatch, expected " + format + ", received " + received);
}

GraphError creation_error(std::string details) {
    GraphError error = graph_error(100, std::move(details));
    error.subcode = 2388023;
    return error;
}

bool is_template_name(std::string_view name) {
    return !name.empty() && name.size() <= 512 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

}  // namespace

std::size_t count_placeholders(std::string_view text) {
    std::set<std::string> names;
    for (auto start = text.find("{{"); start != std::string_view::npos; start = text.find("{{", start + 2)) {
        const auto end = text.find("}}", start);
        if (end == std::string_view::npos) break;
        names.emplace(text.substr(start + 2, end - start - 2));
    }
    return names.size();
}

Templates::Templates() {
    templates_.push_back(
        {"1001", "hello_world", "en_US", "UTILITY", "APPROVED", body_component("Hello World")}
    );
    templates_.push_back(
        {"1002",
         "visit_reminder",
         "en_US",
         "UTILITY",
         "APPROVED",
         body_component("Hello {{1}}, our team comes on {{2}}. Please reply here if that does not suit you.")}
    );
    templates_.push_back(
        {"1003",
         "pick_up_again",
         "en_US",
         "UTILITY",
         "APPROVED",
         body_component("Hello {{1}}, we have news about your request. Reply to this message to continue.")}
    );
}

tl::expected<Json, GraphError> Templates::create(const Json& body, std::string id) {
    Template made;
    made.id = std::move(id);
    made.name = string_or(body, "name", "");
    made.language = string_or(body, "language", "");
    made.category = string_or(body, "category", "");
    made.components = member(body, "components");
    if (!is_template_name(made.name))
        return tl::unexpected(creation_error("name: lower case, digits and _ only"));
    if (made.language.empty()) return tl::unexpected(creation_error("language is required"));
    if (made.category.empty()) return tl::unexpected(creation_error("category is required"));
    const std::string text = string_or(component_of(made.components, "body"), "text", "");
    if (text.empty()) return tl::unexpected(creation_error("components: a BODY with text is required"));
    if (text.starts_with("{{") || text.ends_with("}}")) {
        return tl::unexpected(creation_error("a parameter cannot stand at the start or the end of the body"));
    }
    for (const Template& other : templates_) {
        if (other.name == made.name && other.language == made.language) {
            return tl::unexpected(creation_error("There is already content in this language for this name"));
        }
    }
    templates_.push_back(made);
    return Json{{"id", made.id}, {"status", made.status}, {"category", made.category}};
}

bool Templates::remove(std::string_view name) {
    return std::erase_if(templates_, [&](const Template& t) { return t.name == name; }) > 0;
}

Json Templates::list(std::string_view name, std::string_view status) const {
    Json data = Json::array();
    for (const Template& t : templates_) {
        const bool is_wanted = (name.empty() || t.name == name) && (status.empty() || t.status == status);
        if (is_wanted) data.push_back(described(t));
    }
    return Json{{"data", data}, {"paging", {{"cursors", {{"before", "MAZDZD"}, {"after", "MjQZD"}}}}}};
}

bool Templates::set_status(std::string_view name, std::string_view status) {
    bool is_found = false;
    for (Template& t : templates_) {
        if (t.name != name) continue;
        t.status = status;
        is_found = true;
    }
    return is_found;
}

Refusal Templates::check_send(const Json& frame) const {
    const std::string name = string_or(frame, "name", "");
    const std::string language = string_or(member(frame, "language"), "code", "");
    const auto found = std::find_if(templates_.begin(), templates_.end(), [&](const Template& t) {
        return t.name == name && t.language == language;
    });
    if (found == templates_.end()) {
        return graph_error(132001, "template name (" + name + ") does not exist in " + language);
    }
    if (found->status == "PAUSED") return graph_error(132015);
    if (found->status == "DISABLED") return graph_error(132016);
    if (found->status != "APPROVED") {
        return graph_error(132001, "template name (" + name + ") is not approved in " + language);
    }
    const Json& given = member(frame, "components");
    const Json& header = component_of(found->components, "header");
    if (!header.is_null()) {
        if (auto refusal = check_header_format(header, component_of(given, "header"))) return refusal;
    }
    return check_count("body", component_of(found->components, "body"), component_of(given, "body"));
}

std::string Templates::category_of(std::string_view name) const {
    for (const Template& t : templates_) {
        if (t.name == name) return lower(t.category);
    }
    return {};
}

}  // namespace roost::simulator
