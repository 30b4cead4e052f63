#include "shared/model/message_template.h"

#include <algorithm>
#include <utility>

#include "shared/base/utf8.h"
#include "shared/text/fold.h"

namespace roost {

namespace {

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

template <class Each>
void for_each_in(const Json& list, Each each) {
    if (!list.is_array()) return;
    for (const Json& element : list)
        each(element);
}

std::string first_text(const Json& list) {
    const Json& first = list.is_array() && !list.empty() ? list.front() : list;
    return first.is_string() ? first.get<std::string>() : std::string();
}

// What is read, and where in the template.
struct Reading {
    MessageTemplate& pattern;
    TemplatePart& part;
    std::string prefix;  // "", "card.0."

    void keep_example(std::string_view key, std::string example) const {
        if (!example.empty()) pattern.examples[prefix + std::string(key)] = std::move(example);
    }
};

// Samples of gaps: in order, or by name.
void read_samples(const Reading& to, std::string_view place, std::string_view text, const Json& example) {
    const std::string key = std::string(place) + ".";
    const std::string list = std::string(place) + "_text";
    for_each_in(member(example, list + "_named_params"), [&](const Json& one) {
        to.keep_example(key + string_or(one, "param_name", ""), string_or(one, "example", ""));
    });
    const Json& samples = member(example, list);
    // A body's samples are one list for each set of them.
    const bool is_nested = samples.is_array() && !samples.empty() && samples.front().is_array();
    const Json& values = is_nested ? samples.front() : samples;
    std::size_t next = 0;
    const std::vector<std::string> gaps = gaps_as_counted(text);
    for_each_in(values, [&](const Json& one) {
        if (next < gaps.size()) to.keep_example(key + gaps[next++], first_text(one));
    });
}

void read_header(const Reading& to, const Json& component) {
    to.part.header = parse_template_header(string_or(component, "format", "TEXT"));
    to.part.title = string_or(component, "text", "");
    const Json& example = member(component, "example");
    read_samples(to, "header", to.part.title, example);
    if (!is_media(to.part.header)) return;
    // A file of ours; what Meta calls by a handle of its own, or by an address for looking at it, is none.
    const std::string file = first_text(member(example, "header_file"));
    to.keep_example("header", file.empty() ? first_text(member(example, "header_handle")) : file);
}

TemplateButton::Kind button_kind(const std::string& type) {
    using Kind = TemplateButton::Kind;
    if (type == "quick_reply") return Kind::kReply;
    if (type == "url") return Kind::kUrl;
    if (type == "phone_number") return Kind::kPhone;
    if (type == "copy_code") return Kind::kCode;
    if (type == "otp") return Kind::kOneTime;
    return type == "flow" ? Kind::kFlow : Kind::kOther;
}

void read_button(const Reading& to, const Json& json) {
    TemplateButton button;
    button.kind = button_kind(lower(string_or(json, "type", "")));
    button.text = string_or(json, "text", "");
    button.target = string_or(json, "url", string_or(json, "phone_number", ""));
    const bool is_one_time = button.target.find("otp_type=") != std::string::npos;
    if (button.kind == TemplateButton::Kind::kUrl && is_one_time) {
        button.kind = TemplateButton::Kind::kOneTime;  // so Meta's list calls it
    }
    const std::string key = "button." + std::to_string(to.part.buttons.size());
    to.keep_example(key, first_text(member(json, "example")));
    to.part.buttons.push_back(std::move(button));
}

void read_component(const Reading& to, const Json& component) {
    const std::string type = lower(string_or(component, "type", ""));
    if (type == "header") {
        read_header(to, component);
    } else if (type == "body") {
        to.part.body = string_or(component, "text", "");
        read_samples(to, "body", to.part.body, member(component, "example"));
    } else if (type == "footer") {
        to.part.footer = string_or(component, "text", "");
    } else if (type == "buttons") {
        for_each_in(member(component, "buttons"), [&](const Json& button) { read_button(to, button); });
    } else if (type == "carousel" && to.prefix.empty()) {
        for_each_in(member(component, "cards"), [&](const Json& card) {
            TemplatePart part;
            const Reading inner{to.pattern, part, "card." + std::to_string(to.pattern.cards.size()) + "."};
            for_each_in(member(card, "components"), [&](const Json& one) { read_component(inner, one); });
            to.pattern.cards.push_back(std::move(part));
        });
    } else {
        // Meta's word for a button that needs more than a text: an offer that ends, a catalogue.
        to.part.buttons.push_back({TemplateButton::Kind::kOther, {}, {}});
    }
}

SlotKind slot_of_header(TemplateHeader header) {
    switch (header) {
        case TemplateHeader::kImage:
            return SlotKind::kImage;
        case TemplateHeader::kVideo:
            return SlotKind::kVideo;
        case TemplateHeader::kDocument:
            return SlotKind::kDocument;
        default:
            return SlotKind::kLocation;
    }
}

// Collects the slots of one part.
struct Collecting {
    const MessageTemplate& pattern;
    std::string prefix;
    std::vector<TemplateSlot>& out;

    void add(const std::string& place, SlotKind kind) const {
        const std::string key = prefix + place;
        const auto example = pattern.examples.find(key);
        out.push_back({key, kind, example == pattern.examples.end() ? "" : example->second});
    }
    void add_gaps(const std::string& place, std::string_view text) const {
        for (const std::string& name : gaps_in(text)) {
            std::string slot = place;
            slot.append(".").append(name);
            add(slot, SlotKind::kText);
        }
    }
    void add_button(const TemplateButton& button, std::size_t index) const {
        const std::string place = "button." + std::to_string(index);
        using Kind = TemplateButton::Kind;
        if (button.kind == Kind::kUrl && !gaps_in(button.target).empty()) add(place, SlotKind::kUrlEnd);
        if (button.kind == Kind::kCode) add(place, SlotKind::kCode);
        if (button.kind == Kind::kOther) add(place, SlotKind::kUnknown);
    }
    void add_part(const TemplatePart& part) const {
        if (part.header == TemplateHeader::kText) add_gaps("header", part.title);
        if (part.header > TemplateHeader::kText) add("header", slot_of_header(part.header));
        add_gaps("body", part.body);
        for (std::size_t i = 0; i < part.buttons.size(); ++i)
            add_button(part.buttons[i], i);
    }
};

}  // namespace

Gap next_gap(std::string_view text, std::size_t from) {
    Gap gap;
    const std::size_t begin = text.find("{{", from);
    if (begin == std::string_view::npos) return gap;
    const std::size_t close = text.find("}}", begin);
    if (close == std::string_view::npos) return gap;
    gap.begin = begin;
    gap.end = close + 2;
    gap.name = trim(text.substr(begin + 2, close - begin - 2));
    return gap;
}

std::vector<std::string> gaps_in(std::string_view text) {
    std::vector<std::string> names;
    for (Gap gap = next_gap(text, 0); gap.begin != std::string_view::npos; gap = next_gap(text, gap.end)) {
        const bool is_known = std::find(names.begin(), names.end(), gap.name) != names.end();
        if (!is_known) names.emplace_back(gap.name);
    }
    return names;
}

std::vector<std::string> gaps_as_counted(std::string_view text) {
    std::vector<std::string> names = gaps_in(text);
    const bool are_numbers = std::all_of(names.begin(), names.end(), is_gap_number);
    if (!are_numbers) return names;
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return names;
}

bool is_gap_number(std::string_view name) {
    return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_named_gaps(const TemplatePart& part) {
    const auto is_name = [](const std::string& gap) { return !is_gap_number(gap); };
    const std::vector<std::string> gaps = gaps_in(part.title + part.body);
    return std::any_of(gaps.begin(), gaps.end(), is_name);
}

std::string searched_words(const MessageTemplate& pattern) {
    std::string words = pattern.name;
    std::replace(words.begin(), words.end(), '_', ' ');
    for (const std::string* more : {&pattern.name, &pattern.part.title, &pattern.part.body})
        words.append("\n").append(*more);
    return text::fold(words);
}

bool is_same_language(std::string_view a, std::string_view b) {
    const auto plain = [](std::string_view tag) {
        std::string text = lower(std::string(tag));
        std::replace(text.begin(), text.end(), '-', '_');
        return text;
    };
    return plain(a) == plain(b);
}

MessageTemplate read_unchecked_template(const Json& json) {
    MessageTemplate pattern;
    pattern.id = text_or_number(json, "id");
    pattern.name = string_or(json, "name", "");
    pattern.language = string_or(json, "language", "");
    pattern.category = string_or(json, "category", "");
    pattern.status = string_or(json, "status", "");
    pattern.quality = string_or(member(json, "quality_score"), "score", "");
    pattern.reason = string_or(json, "rejected_reason", "");
    const Json& components = member(json, "components");
    pattern.components = components.is_array() ? dump_json(components) : "[]";
    for_each_in(components, [&](const Json& component) {
        read_component({pattern, pattern.part, ""}, component);
    });
    const std::string format = lower(string_or(json, "parameter_format", ""));
    pattern.is_named = format.empty() ? has_named_gaps(pattern.part) : format == "named";
    return pattern;
}

Result<MessageTemplate> read_message_template(const Json& json) {
    MessageTemplate pattern = read_unchecked_template(json);
    if (pattern.id.empty()) return fail(ErrorCode::kInvalid, "'id' is missing");
    for (const char* key : {"name", "language"})
        RETURN_IF_ERROR(required_string(json, key));
    return pattern;
}

void write_message_template(JsonWriter& out, const MessageTemplate& pattern) {
    out.begin_object().key("id").string(pattern.id).key("name").string(pattern.name);
    out.key("language").string(pattern.language).key("category").string(pattern.category);
    out.key("status").string(pattern.status);
    if (!pattern.quality.empty())
        out.key("quality_score").begin_object().key("score").string(pattern.quality).end_object();
    out.text_member("rejected_reason", pattern.reason);
    out.key("parameter_format").string(pattern.is_named ? "NAMED" : "POSITIONAL");
    out.key("components").raw(pattern.components.empty() ? "[]" : pattern.components).end_object();
}

std::vector<TemplateSlot> slots_of(const MessageTemplate& pattern) {
    std::vector<TemplateSlot> slots;
    Collecting{pattern, "", slots}.add_part(pattern.part);
    for (std::size_t i = 0; i < pattern.cards.size(); ++i)
        Collecting{pattern, "card." + std::to_string(i) + ".", slots}.add_part(pattern.cards[i]);
    return slots;
}

}  // namespace roost
