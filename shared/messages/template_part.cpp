#include "shared/messages/template_part.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace roost {

namespace {

constexpr std::array<std::string_view, 6> kHeaders{"", "text", "image", "video", "document", "location"};
// In the order of TemplateButton::Kind.
constexpr std::array<std::string_view, 7> kButtons{
    "reply", "url", "phone", "code", "one_time", "flow", "other"};

bool is_same_word(std::string_view a, std::string_view lower) {
    return std::equal(a.begin(), a.end(), lower.begin(), lower.end(), [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
    });
}

template <std::size_t kCount>
std::size_t place_of(const std::array<std::string_view, kCount>& names, std::string_view name) {
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view known) {
        return is_same_word(name, known);
    });
    return static_cast<std::size_t>(found - names.begin());
}

void write_button(JsonWriter& out, const TemplateButton& button) {
    out.begin_object().key("kind").string(kButtons.at(static_cast<std::size_t>(button.kind)));
    out.text_member("text", button.text).text_member("target", button.target).end_object();
}

TemplateButton read_button(const Json& json) {
    const auto place = std::min(place_of(kButtons, string_or(json, "kind", "")), kButtons.size() - 1);
    return {
        static_cast<TemplateButton::Kind>(place), string_or(json, "text", ""), string_or(json, "target", "")};
}

}  // namespace

std::string_view template_header_name(TemplateHeader header) {
    return kHeaders.at(static_cast<std::size_t>(header));
}

TemplateHeader parse_template_header(std::string_view name) {
    if (is_same_word(name, "gif")) return TemplateHeader::kVideo;
    const auto place = place_of(kHeaders, name);
    return place < kHeaders.size() ? static_cast<TemplateHeader>(place) : TemplateHeader::kNone;
}

void write_template_part(JsonWriter& out, const TemplatePart& part) {
    out.begin_object().text_member("header", template_header_name(part.header));
    out.text_member("title", part.title);
    if (part.media != MediaRef{}) {
        out.key("media").begin_object();
        write_members(out, part.media);
        out.end_object();
    }
    out.text_member("filename", part.filename);
    if (part.location != Location{}) write_body(out.key("location"), part.location);
    out.text_member("body", part.body).text_member("footer", part.footer);
    if (!part.buttons.empty()) {
        out.key("buttons").begin_array();
        for (const TemplateButton& button : part.buttons)
            write_button(out, button);
        out.end_array();
    }
    out.end_object();
}

TemplatePart read_template_part(const Json& json) {
    TemplatePart part;
    part.header = parse_template_header(string_or(json, "header", ""));
    part.title = string_or(json, "title", "");
    part.media = read_media_ref(member(json, "media"));
    part.filename = string_or(json, "filename", "");
    const Json& location = member(json, "location");
    if (location.is_object()) part.location = Location::read(location);
    part.body = string_or(json, "body", "");
    part.footer = string_or(json, "footer", "");
    const Json& buttons = member(json, "buttons");
    if (buttons.is_array()) {
        for (const Json& button : buttons)
            part.buttons.push_back(read_button(button));
    }
    return part;
}

}  // namespace roost
