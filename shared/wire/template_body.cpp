#include "shared/wire/template_body.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace roost {

namespace {

std::string text_at(const TemplateValues& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second.text;
}

// The components of one part.
class Components {
  public:
    Components(const MessageTemplate& pattern, const TemplateValues& values, std::string prefix)
        : pattern_(pattern), values_(values), prefix_(std::move(prefix)) {}

    Json of(const TemplatePart& part) const {
        Json components = Json::array();
        const auto add = [&](const char* type, Json parameters) {
            if (!parameters.empty())
                components.push_back({{"type", type}, {"parameters", std::move(parameters)}});
        };
        add("header", header_parameters(part));
        add("body", text_parameters("body", part.body));
        for (std::size_t i = 0; i < part.buttons.size(); ++i)
            add_button(components, part, i);
        return components;
    }

  private:
    Json text_parameters(const std::string& place, std::string_view text) const {
        Json parameters = Json::array();
        for (const std::string& name : gaps_as_counted(text)) {
            std::string key = prefix_ + place;
            key.append(".").append(name);
            Json one{{"type", "text"}, {"text", text_at(values_, key)}};
            if (pattern_.is_named) one["parameter_name"] = name;
            parameters.push_back(std::move(one));
        }
        return parameters;
    }

    Json header_parameters(const TemplatePart& part) const {
        if (part.header == TemplateHeader::kNone) return Json::array();
        if (part.header == TemplateHeader::kText) return text_parameters("header", part.title);
        const std::string type(template_header_name(part.header));
        Json content = Json::object();
        const auto value = values_.find(prefix_ + "header");
        if (value == values_.end()) return Json::array();
        if (part.header == TemplateHeader::kLocation) {
            const Location& place = value->second.location;
            content = write_location(place);
            // As texts, unlike in a message of its own.
            content["latitude"] = Json(place.latitude).dump();
            content["longitude"] = Json(place.longitude).dump();
            content.erase("url");
        } else if (!value->second.media.id.empty()) {
            content["id"] = value->second.media.id;
        } else if (!value->second.media.link.empty()) {
            content["link"] = value->second.media.link;
        }
        return Json::array({Json{{"type", type}, {type, std::move(content)}}});
    }

    void add_button(Json& components, const TemplatePart& part, std::size_t index) const {
        using Kind = TemplateButton::Kind;
        const TemplateButton& button = part.buttons[index];
        const std::string key = prefix_ + "button." + std::to_string(index);
        const auto add = [&](const char* kind, Json parameter) {
            components.push_back(
                {{"type", "button"},
                 {"sub_type", kind},
                 {"index", std::to_string(index)},
                 {"parameters", Json::array({std::move(parameter)})}}
            );
        };
        if (button.kind == Kind::kUrl && !gaps_in(button.target).empty())
            add("url", {{"type", "text"}, {"text", text_at(values_, key)}});
        if (button.kind == Kind::kCode)
            add("copy_code", {{"type", "coupon_code"}, {"coupon_code", text_at(values_, key)}});
        if (button.kind == Kind::kFlow)
            add("flow", {{"type", "action"}, {"action", {{"flow_token", "unused"}}}});
        const std::vector<std::string> gaps = gaps_in(part.body);
        // The code stands in the body; the button copies the same one.
        if (button.kind == Kind::kOneTime && !gaps.empty())
            add("url", {{"type", "text"}, {"text", text_at(values_, prefix_ + "body." + gaps.front())}});
    }

    const MessageTemplate& pattern_;
    const TemplateValues& values_;
    const std::string prefix_;
};

// The other way round.
struct ValuesIn {
    TemplateValues& values;
    std::string prefix;

    static std::string text_in(const Json& parameter) {
        for (const char* kind : {"currency", "date_time"}) {
            const Json& formatted = member(parameter, kind);
            if (formatted.is_object()) return string_or(formatted, "fallback_value", "");
        }
        return string_or(parameter, "text", string_or(parameter, "coupon_code", ""));
    }

    void read_texts(const std::string& place, std::string_view pattern, const Json& parameters) const {
        const std::vector<std::string> gaps = gaps_as_counted(pattern);
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            std::string name = string_or(parameters[i], "parameter_name", "");
            if (name.empty() && i < gaps.size()) name = gaps[i];
            std::string key = prefix + place;
            key.append(".").append(name);
            values[key].text = text_in(parameters[i]);
        }
    }

    void read_header(const TemplatePart& part, const Json& parameters) const {
        if (part.header == TemplateHeader::kText) return read_texts("header", part.title, parameters);
        if (parameters.empty()) return;
        const Json& given = member(parameters.front(), template_header_name(part.header));
        if (!given.is_object()) return;
        TemplateValue& value = values[prefix + "header"];
        value.is_place = part.header == TemplateHeader::kLocation;
        if (value.is_place) value.location = Location::read(given);
        if (!value.is_place) value.media = read_media_ref(given);
        value.filename = string_or(given, "filename", "");
    }

    void read(const TemplatePart& part, const Json& components) const {
        if (!components.is_array()) return;
        for (const Json& component : components) {
            const std::string type = string_or(component, "type", "");
            const Json& parameters = member(component, "parameters");
            if (!parameters.is_array()) continue;
            if (type == "header") read_header(part, parameters);
            if (type == "body") read_texts("body", part.body, parameters);
            const std::string kind = string_or(component, "sub_type", "");
            const bool has_value = kind == "url" || kind == "copy_code";
            if (type == "button" && has_value && !parameters.empty())
                values[prefix + "button." + text_or_number(component, "index")].text =
                    text_in(parameters.front());
        }
    }
};

// Meta's id for the file of the header, or its address.
void name_file_in(Json& components, const TemplatePart& shown) {
    if (!is_media(shown.header) || (shown.media.id.empty() && shown.media.link.empty())) return;
    const std::string type(template_header_name(shown.header));
    Json file = Json::object();
    const bool has_id = !shown.media.id.empty();
    file[has_id ? "id" : "link"] = has_id ? shown.media.id : shown.media.link;
    if (!shown.filename.empty()) file["filename"] = shown.filename;
    for (Json& component : components) {
        if (string_or(component, "type", "") != "header") continue;
        component["parameters"] = Json::array({Json{{"type", type}, {type, file}}});
    }
}

}  // namespace

Json template_object(const MessageTemplate& pattern, const TemplateValues& values) {
    Json components = Components(pattern, values, "").of(pattern.part);
    Json cards = Json::array();
    for (std::size_t i = 0; i < pattern.cards.size(); ++i) {
        const Components card(pattern, values, "card." + std::to_string(i) + ".");
        cards.push_back({{"card_index", i}, {"components", card.of(pattern.cards[i])}});
    }
    if (!cards.empty()) components.push_back({{"type", "carousel"}, {"cards", std::move(cards)}});
    Json object{{"name", pattern.name}, {"language", {{"code", pattern.language}}}};
    if (!components.empty()) object["components"] = std::move(components);
    return object;
}

TemplateValues values_in(const MessageTemplate& pattern, const Json& object) {
    TemplateValues values;
    const Json& components = member(object, "components");
    ValuesIn{values, ""}.read(pattern.part, components);
    if (!components.is_array()) return values;
    for (const Json& component : components) {
        const Json& cards = member(component, "cards");
        if (!cards.is_array()) continue;
        for (std::size_t i = 0; i < std::min(cards.size(), pattern.cards.size()); ++i) {
            const ValuesIn card{values, "card." + std::to_string(i) + "."};
            card.read(pattern.cards[i], member(cards[i], "components"));
        }
    }
    return values;
}

Json sendable_template(const Template& content) {
    Template as_sent = content;
    as_sent.shown = {};
    as_sent.cards.clear();
    Json object = write_template(as_sent);
    if (!member(object, "components").is_array()) return object;
    name_file_in(object["components"], content.shown);
    for (Json& component : object["components"]) {
        if (!member(component, "cards").is_array()) continue;
        Json& cards = component["cards"];
        for (std::size_t i = 0; i < std::min(cards.size(), content.cards.size()); ++i)
            if (member(cards[i], "components").is_array())
                name_file_in(cards[i]["components"], content.cards[i]);
    }
    return object;
}

}  // namespace roost
