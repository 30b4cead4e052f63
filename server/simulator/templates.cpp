#include "server/simulator/templates.h"

#include <algorithm>
#include <set>

#include "server/simulator/template_checks.h"
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
        {"rejected_reason", t.reason},
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

// Of one that was approved, after it was deleted (cloud-api §4).
constexpr UnixMillis kNameBlocked = kHour * 24 * 30;
constexpr UnixMillis kBetweenEdits = kHour * 24;

Json status_update(const Template& t, std::string_view event, std::string_view reason) {
    return Json{
        {"event", event},
        {"message_template_id", parse_decimal(t.id).value_or(0)},
        {"message_template_name", t.name},
        {"message_template_language", t.language},
        {"reason", reason}};
}

std::string place_of(const Template& t) {
    return t.name + "/" + t.language;
}

bool may_be_edited(const Template& t) {
    return t.status == "APPROVED" || t.status == "REJECTED" || t.status == "PAUSED";
}

Refusal check_edit(const Template& t, const Json& body, UnixMillis now) {
    if (!may_be_edited(t))
        return template_error(0, "Template Can't Be Edited", "This template is " + t.status + ".");
    const std::string category = string_or(body, "category", t.category);
    const bool is_approved = t.status == "APPROVED";
    if (is_approved && category != t.category) {
        return template_error(
            0, "Category Can't Be Changed", "The category of an approved template can't be changed."
        );
    }
    if (is_approved && t.edited_at != 0 && now < t.edited_at + kBetweenEdits)
        return template_error(0, "Too Many Edits", "An approved template can be edited once in 24 hours.");
    return check_template_components(member(body, "components"));
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

tl::expected<Json, GraphError> Templates::create(
    const Json& body, std::string id, UnixMillis now, UnixMillis decided_at
) {
    if (auto refusal = check_template_frame(body)) return tl::unexpected(*std::move(refusal));
    Template made;
    made.id = std::move(id);
    made.name = string_or(body, "name", "");
    made.language = string_or(body, "language", "");
    made.category = string_or(body, "category", "");
    made.components = member(body, "components");
    made.is_named = lower(string_or(body, "parameter_format", "")) == "named";
    made.status = "PENDING";
    made.quality = "UNKNOWN";
    made.decided_at = decided_at;
    if (auto refusal = check_template_components(made.components)) return tl::unexpected(*std::move(refusal));
    const bool exists = std::any_of(templates_.begin(), templates_.end(), [&](const Template& other) {
        return place_of(other) == place_of(made);
    });
    if (exists) {
        return tl::unexpected(template_error(
            2388024,
            "Content In This Language Already Exists",
            "There is already content in this language for this template."
        ));
    }
    const auto blocked = blocked_until_.find(place_of(made));
    if (blocked != blocked_until_.end() && now < blocked->second) {
        return tl::unexpected(template_error(
            2388023,
            "Message Template Language Is Being Deleted",
            "New content can't be added while this language is being deleted. Try again in 30 days."
        ));
    }
    templates_.push_back(made);
    return Json{{"id", made.id}, {"status", made.status}, {"category", made.category}};
}

tl::expected<Json, GraphError> Templates::edit(
    std::string_view id, const Json& body, UnixMillis now, UnixMillis decided_at
) {
    for (Template& t : templates_) {
        if (t.id != id) continue;
        if (auto refusal = check_edit(t, body, now)) return tl::unexpected(*std::move(refusal));
        t.category = string_or(body, "category", t.category);
        t.components = member(body, "components");
        t.edited_at = now;
        t.status = "PENDING";
        t.reason = "NONE";
        t.decided_at = decided_at;
        return Json{{"success", true}};
    }
    return tl::unexpected(unknown_object(id));
}

bool Templates::remove(std::string_view name, std::string_view id, UnixMillis now) {
    return std::erase_if(templates_, [&](const Template& t) {
               const bool is_meant = t.name == name && (id.empty() || t.id == id);
               if (is_meant && t.status == "APPROVED") blocked_until_[place_of(t)] = now + kNameBlocked;
               return is_meant;
           }) > 0;
}

void Templates::settle(UnixMillis now) {
    for (Template& t : templates_) {
        if (t.status != "PENDING" || t.decided_at == 0 || now < t.decided_at) continue;
        t.status = "APPROVED";
        t.decided_at = 0;
    }
}

const Template* Templates::find(std::string_view id) const {
    const auto found =
        std::find_if(templates_.begin(), templates_.end(), [&](const Template& t) { return t.id == id; });
    return found == templates_.end() ? nullptr : &*found;
}

Json Templates::node(std::string_view id) const {
    const Template* found = find(id);
    return found == nullptr ? Json() : described(*found);
}

Json Templates::approval(std::string_view id) const {
    const Template* found = find(id);
    return found == nullptr ? Json() : status_update(*found, "APPROVED", "NONE");
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

std::vector<Json> Templates::set_status(
    std::string_view name, std::string_view status, std::string_view reason
) {
    std::vector<Json> told;
    for (Template& t : templates_) {
        if (t.name != name) continue;
        t.status = status;
        t.reason = reason;
        t.decided_at = 0;
        told.push_back(status_update(t, status, reason));
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
