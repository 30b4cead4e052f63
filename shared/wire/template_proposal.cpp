#include "shared/wire/template_proposal.h"

#include <algorithm>
#include <array>

namespace roost {

namespace {

using Kind = TemplateButton::Kind;

std::string_view sample_of(const MessageTemplate& proposal, const std::string& slot) {
    const auto found = proposal.examples.find(slot);
    return found == proposal.examples.end() ? std::string_view() : std::string_view(found->second);
}

void write_samples(
    JsonWriter& out, const MessageTemplate& proposal, const std::string& place, std::string_view text
) {
    const std::vector<std::string> gaps = gaps_as_counted(text);
    if (gaps.empty()) return;
    // A body's samples are one list for each set of them.
    const bool is_nested = place == "body" && !proposal.is_named;
    out.key("example").begin_object();
    out.key(place + (proposal.is_named ? "_text_named_params" : "_text")).begin_array();
    if (is_nested) out.begin_array();
    for (const std::string& gap : gaps) {
        const std::string_view sample = sample_of(proposal, std::string(place).append(".").append(gap));
        if (!proposal.is_named) {
            out.string(sample);
            continue;
        }
        out.begin_object().key("param_name").string(gap).key("example").string(sample).end_object();
    }
    if (is_nested) out.end_array();
    out.end_array().end_object();
}

void write_text(
    JsonWriter& out, const MessageTemplate& proposal, const std::string& place, std::string_view text
) {
    out.key("text").string(text);
    write_samples(out, proposal, place, text);
    out.end_object();
}

void write_button(JsonWriter& out, const MessageTemplate& proposal, std::size_t index) {
    // In the order of TemplateButton::Kind.
    static constexpr std::array<std::string_view, 4> kTypes{
        "QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE"};
    const TemplateButton& button = proposal.part.buttons[index];
    const std::string_view sample = sample_of(proposal, "button." + std::to_string(index));
    out.begin_object().key("type").string(kTypes.at(static_cast<std::size_t>(button.kind)));
    out.text_member("text", button.text);
    if (button.kind == Kind::kPhone) out.key("phone_number").string(button.target);
    if (button.kind == Kind::kCode) out.key("example").string(sample);
    if (button.kind == Kind::kUrl) out.key("url").string(button.target);
    if (button.kind == Kind::kUrl && !gaps_in(button.target).empty())
        out.key("example").begin_array().string(sample).end_array();
    out.end_object();
}

std::string upper_name(TemplateHeader header) {
    std::string name(template_header_name(header));
    for (char& c : name)
        c = static_cast<char>(c - 'a' + 'A');
    return name;
}

bool is_written(const TemplateButton& button) {
    return button.kind <= Kind::kCode;
}

}  // namespace

void write_proposed_components(JsonWriter& out, const MessageTemplate& proposal) {
    const TemplatePart& part = proposal.part;
    const auto begin = [&out](std::string_view type) -> JsonWriter& {
        return out.begin_object().key("type").string(type);
    };
    out.begin_array();
    if (part.header == TemplateHeader::kLocation)
        begin("HEADER").key("format").string("LOCATION").end_object();
    if (is_media(part.header)) {
        begin("HEADER").key("format").string(upper_name(part.header)).key("example").begin_object();
        out.key("header_file").begin_array().string(sample_of(proposal, "header")).end_array();
        out.end_object().end_object();
    }
    if (part.header == TemplateHeader::kText)
        write_text(begin("HEADER").key("format").string("TEXT"), proposal, "header", part.title);
    write_text(begin("BODY"), proposal, "body", part.body);
    if (!part.footer.empty()) begin("FOOTER").key("text").string(part.footer).end_object();
    if (!part.buttons.empty()) {
        begin("BUTTONS").key("buttons").begin_array();
        for (std::size_t i = 0; i < part.buttons.size(); ++i)
            write_button(out, proposal, i);
        out.end_array().end_object();
    }
    out.end_array();
}

std::string proposal_body(const MessageTemplate& proposal) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("name").string(proposal.name).key("language").string(proposal.language);
        out.key("category").string(proposal.category);
        out.key("parameter_format").string(proposal.is_named ? "named" : "positional").key("components");
        if (proposal.components.size() > 2)
            out.raw(proposal.components);
        else
            write_proposed_components(out, proposal);
        out.end_object();
    });
}

bool can_be_written(const MessageTemplate& pattern) {
    const auto& buttons = pattern.part.buttons;
    return pattern.cards.empty() && pattern.category != "AUTHENTICATION" &&
           std::all_of(buttons.begin(), buttons.end(), is_written);
}

bool may_be_edited(const MessageTemplate& pattern) {
    return is_approved(pattern) || pattern.status == "REJECTED" || pattern.status == "PAUSED";
}

bool has_same_content(const MessageTemplate& a, const MessageTemplate& b) {
    return a.part == b.part && a.cards == b.cards;
}

}  // namespace roost
