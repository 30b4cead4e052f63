#include "server/simulator/template_checks.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

#include "server/simulator/templates.h"
#include "shared/base/utf8.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kLongestBody = 1024;
constexpr std::size_t kLongestLine = 60;
constexpr std::size_t kLongestLabel = 25;

constexpr int kTooLong = 2388040;
constexpr int kHeaderFormat = 2388047;
constexpr int kBodyFormat = 2388072;
constexpr int kFooterFormat = 2388073;
constexpr int kTooManyParameters = 2388293;
constexpr int kParameterAtEdge = 2388299;

bool is_template_name(std::string_view name) {
    return !name.empty() && name.size() <= 512 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Refusal too_long(std::string_view part, std::string_view text, std::size_t limit) {
    if (count_utf16_units(text) <= limit) return std::nullopt;
    return template_error(
        kTooLong,
        "Character Limit Exceeded",
        "The " + std::string(part) + " can have at most " + std::to_string(limit) + " characters."
    );
}

// What stands between {{ and }}, each once.
std::set<std::string> parameters_of(std::string_view text) {
    std::set<std::string> names;
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 2)) {
        const auto end = text.find("}}", at);
        if (end == std::string_view::npos) break;
        names.emplace(text.substr(at + 2, end - at - 2));
    }
    return names;
}

// {{1}}, {{2}}, …: as many as there are. Names count themselves.
bool are_consecutive(const std::set<std::string>& names) {
    const bool has_numbers = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return !name.empty() && name.front() >= '0' && name.front() <= '9';
    });
    if (!has_numbers) return true;
    for (std::size_t i = 1; i <= names.size(); ++i)
        if (!names.contains(std::to_string(i))) return false;
    return true;
}

std::size_t samples_in(const Json& component, const std::string& place) {
    const Json& example = member(component, "example");
    const Json& named = member(example, place + "_text_named_params");
    if (named.is_array()) return named.size();
    const Json& list = member(example, place + "_text");
    if (!list.is_array() || list.empty()) return 0;
    return list.front().is_array() ? list.front().size() : list.size();
}

std::size_t words_beside_parameters(const std::string& text) {
    std::istringstream words(text);
    std::string word;
    std::size_t count = 0;
    while (words >> word)
        if (word.find("{{") == std::string::npos) ++count;
    return count;
}

// Of a header's file: what the store for samples called it.
Refusal check_sample(const Json& component) {
    const Json& handles = member(member(component, "example"), "header_handle");
    const bool is_known = handles.is_array() && handles.size() == 1 && handles[0].is_string() &&
                          handles[0].get_ref<const std::string&>().starts_with(kSampleMark);
    if (is_known) return std::nullopt;
    return template_error(
        kHeaderFormat,
        "Message Header Format Is Incorrect",
        "The header needs a sample: upload one and name its handle."
    );
}

Refusal check_header(const Json& component) {
    const std::string format = string_or(component, "format", "TEXT");
    if (format == "IMAGE" || format == "VIDEO" || format == "DOCUMENT") return check_sample(component);
    if (format != "TEXT") return std::nullopt;
    const std::string text = string_or(component, "text", "");
    const auto parameters = parameters_of(text);
    const bool is_well_formed = !text.empty() && text.find('\n') == std::string::npos &&
                                parameters.size() <= 1 && are_consecutive(parameters) &&
                                samples_in(component, "header") == parameters.size();
    if (!is_well_formed) {
        return template_error(
            kHeaderFormat,
            "Message Header Format Is Incorrect",
            "The header must be one line with at most one parameter, and a sample for it."
        );
    }
    return too_long("header", text, kLongestLine);
}

Refusal check_body(const Json& component) {
    const std::string text = string_or(component, "text", "");
    if (text.empty()) return invalid("components", "a BODY with text is required");
    if (auto refusal = too_long("body", text, kLongestBody)) return refusal;
    const auto parameters = parameters_of(text);
    if (text.starts_with("{{") || text.ends_with("}}")) {
        return template_error(
            kParameterAtEdge,
            "Parameters At The Start Or End",
            "Variables can't be at the start or end of the template."
        );
    }
    if (!are_consecutive(parameters) || samples_in(component, "body") != parameters.size()) {
        return template_error(
            kBodyFormat,
            "Message Body Format Is Incorrect",
            "Variables must be numbered without a gap, and each needs a sample."
        );
    }
    if (!parameters.empty() && words_beside_parameters(text) < 2 * parameters.size() + 1) {
        return template_error(
            kTooManyParameters,
            "Too Many Variables For The Length",
            "This template has too many variables for its length. Use fewer of them or more words."
        );
    }
    return std::nullopt;
}

Refusal check_footer(const Json& component) {
    const std::string text = string_or(component, "text", "");
    if (!parameters_of(text).empty() || text.find('\n') != std::string::npos) {
        return template_error(
            kFooterFormat, "Message Footer Format Is Incorrect", "The footer can't have variables or lines."
        );
    }
    return too_long("footer", text, kLongestLine);
}

Refusal check_button(const Json& button) {
    const std::string type = string_or(button, "type", "");
    if (auto refusal = too_long("label of a button", string_or(button, "text", ""), kLongestLabel))
        return refusal;
    const bool needs_label = type == "QUICK_REPLY" || type == "URL" || type == "PHONE_NUMBER";
    if (needs_label && string_or(button, "text", "").empty()) return missing("text");
    if (type == "URL" && string_or(button, "url", "").empty()) return missing("url");
    if (type == "PHONE_NUMBER" && string_or(button, "phone_number", "").empty())
        return missing("phone_number");
    if (type == "COPY_CODE" && member(button, "example").empty()) return missing("example");
    return std::nullopt;
}

Refusal check_buttons(const Json& component) {
    const Json& buttons = member(component, "buttons");
    if (!buttons.is_array() || buttons.empty()) return missing("buttons");
    if (buttons.size() > 10) return invalid("buttons", "at most 10");
    static constexpr std::array<std::pair<std::string_view, int>, 3> kMost{
        {{"URL", 2}, {"PHONE_NUMBER", 1}, {"COPY_CODE", 1}}};
    for (const auto& [type, most] : kMost) {
        const auto count = std::count_if(buttons.begin(), buttons.end(), [&wanted = type](const Json& one) {
            return string_or(one, "type", "") == wanted;
        });
        if (count > most) return invalid("buttons", "too many of type " + std::string(type));
    }
    int runs = 0;
    bool was_reply = false;
    for (const Json& one : buttons) {
        if (auto refusal = check_button(one)) return refusal;
        const bool is_reply = string_or(one, "type", "") == "QUICK_REPLY";
        if (is_reply && !was_reply) ++runs;
        was_reply = is_reply;
    }
    return runs > 1 ? invalid("buttons", "quick replies must stand beside each other") : std::nullopt;
}

}  // namespace

GraphError template_error(int subcode, std::string title, std::string message) {
    GraphError error = graph_error(100);
    error.message = "Invalid parameter";
    error.subcode = subcode;
    error.user_title = std::move(title);
    error.user_message = std::move(message);
    return error;
}

Refusal check_template_frame(const Json& body) {
    if (!is_template_name(string_or(body, "name", "")))
        return invalid("name", "lower case letters, digits and _ only");
    if (string_or(body, "language", "").empty()) return missing("language");
    static constexpr std::array<std::string_view, 3> kCategories{"AUTHENTICATION", "MARKETING", "UTILITY"};
    const std::string category = string_or(body, "category", "");
    if (std::find(kCategories.begin(), kCategories.end(), category) == kCategories.end())
        return invalid("category", "must be one of {AUTHENTICATION, MARKETING, UTILITY}");
    return std::nullopt;
}

Refusal check_template_components(const Json& components) {
    if (!components.is_array() || components.empty()) return missing("components");
    bool has_body = false;
    for (const Json& component : components) {
        const std::string type = string_or(component, "type", "");
        Refusal refusal;
        if (type == "HEADER") refusal = check_header(component);
        if (type == "BODY") refusal = check_body(component);
        if (type == "FOOTER") refusal = check_footer(component);
        if (type == "BUTTONS") refusal = check_buttons(component);
        if (refusal) return refusal;
        has_body = has_body || type == "BODY";
    }
    return has_body ? std::nullopt : invalid("components", "a BODY is required");
}

}  // namespace roost::simulator
