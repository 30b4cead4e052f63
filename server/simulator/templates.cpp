#include "server/simulator/templates.h"

#include <algorithm>
#include <set>

#include "shared/base/ids.h"

namespace roost::simulator {

namespace {

Json described(const Template& t) {
    return Json{
        {"name", t.name},
        {"parameter_format", t.is_named ? "NAMED" : "POSITIONAL"},
        {"components", t.components},
        {"language", t.language},
        {"status", t.status},
        {"category", t.category},
        {"quality_score", {{"score", t.quality}, {"date", 1'795'000'000}}},
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

// Named parameters say which they are, positional ones must not.
Refusal check_names(const Template& pattern, const Json& given) {
    for (const char* part : {"header", "body"}) {
        const Json& parameters = member(component_of(given, part), "parameters");
        if (!parameters.is_array()) continue;
        for (const Json& one : parameters) {
            if (string_or(one, "type", "") != "text") continue;
            if (one.contains("parameter_name") == pattern.is_named) continue;
            return graph_error(100, std::string(part) + ": Parameter name is missing or not expected");
        }
    }
    return std::nullopt;
}

// A button whose address has a gap, and one that copies a code, need their text (cloud-api §2.3).
Refusal check_buttons(const Json& buttons, const Json& given) {
    if (!buttons.is_array()) return std::nullopt;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const std::string type = lower(string_or(buttons[i], "type", ""));
        const bool needs_text =
            type == "copy_code" || type == "otp" || count_placeholders(string_or(buttons[i], "url", "")) > 0;
        const bool has_text = std::any_of(given.begin(), given.end(), [&](const Json& component) {
            return lower(string_or(component, "type", "")) == "button" &&
                   text_or_number(component, "index") == std::to_string(i) && parameters_in(component) == 1;
        });
        if (needs_text && !has_text)
            return graph_error(131008, "Required parameter is missing: button at index " + std::to_string(i));
    }
    return std::nullopt;
}

// The message itself, or a card of its carousel.
Refusal check_part(const Template& pattern, const Json& wanted, const Json& given) {
    const Json& header = component_of(wanted, "header");
    if (!header.is_null()) {
        if (auto refusal = check_header_format(header, component_of(given, "header"))) return refusal;
    }
    if (auto refusal = check_count("body", component_of(wanted, "body"), component_of(given, "body")))
        return refusal;
    if (auto refusal = check_names(pattern, given)) return refusal;
    return check_buttons(member(component_of(wanted, "buttons"), "buttons"), given);
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

const Json& header_file(const Json& frame) {
    const Json& parameters = member(component_of(member(frame, "components"), "header"), "parameters");
    static const Json kNone;
    if (!parameters.is_array() || parameters.empty()) return kNone;
    return member(parameters.front(), string_or(parameters.front(), "type", ""));
}

Templates::Templates() : templates_(sample_templates()) {}

tl::expected<Json, GraphError> Templates::create(const Json& body, std::string id) {
    Template made;
    made.id = std::move(id);
    made.name = string_or(body, "name", "");
    made.language = string_or(body, "language", "");
    made.category = string_or(body, "category", "");
    made.components = member(body, "components");
    made.is_named = lower(string_or(body, "parameter_format", "")) == "named";
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

Json Templates::list(const TemplateFilter& filter) const {
    const auto passes = [](const std::string& wanted, const std::string& has) {
        return wanted.empty() || wanted == has;
    };
    Json data = Json::array();
    Json paging = Json::object();
    // A cursor is the place in the whole list, as Meta's are opaque to whoever asks.
    auto at = static_cast<std::size_t>(parse_decimal(filter.after).value_or(0));
    for (; at < templates_.size() && data.size() < filter.limit; ++at) {
        const Template& t = templates_[at];
        const bool is_wanted = passes(filter.name, t.name) && passes(filter.status, t.status) &&
                               passes(filter.language, t.language) && passes(filter.category, t.category);
        if (is_wanted) data.push_back(described(t));
    }
    paging["cursors"] = {{"before", "0"}, {"after", std::to_string(at)}};
    if (at < templates_.size()) paging["next"] = "https://graph.facebook.com/next";
    return Json{{"data", data}, {"paging", paging}};
}

std::vector<Json> Templates::set_status(std::string_view name, std::string_view status) {
    std::vector<Json> told;
    for (Template& t : templates_) {
        if (t.name != name) continue;
        t.status = status;
        told.push_back(
            {{"event", status},
             {"message_template_id", parse_decimal(t.id).value_or(0)},
             {"message_template_name", t.name},
             {"message_template_language", t.language},
             {"reason", "NONE"}}
        );
    }
    return told;
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
    if (auto refusal = check_part(*found, found->components, given)) return refusal;
    const Json& cards = member(component_of(found->components, "carousel"), "cards");
    if (!cards.is_array()) return std::nullopt;
    const Json& sent_cards = member(component_of(given, "carousel"), "cards");
    if (!sent_cards.is_array() || sent_cards.size() != cards.size())
        return graph_error(132000, "carousel: number of cards does not match the template");
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const Json& card = member(sent_cards[i], "components");
        if (auto refusal = check_part(*found, member(cards[i], "components"), card)) return refusal;
    }
    return std::nullopt;
}

std::string Templates::category_of(std::string_view name) const {
    for (const Template& t : templates_) {
        if (t.name == name) return lower(t.category);
    }
    return {};
}

}  // namespace roost::simulator
