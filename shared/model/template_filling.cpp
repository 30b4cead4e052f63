#include "shared/model/template_filling.h"

#include <algorithm>
#include <utility>

#include "shared/base/utf8.h"

namespace roost {

namespace {

// cloud-api §13; a card's body as Meta's carousel has it.
constexpr std::int64_t kLongestTitle = 60;
constexpr std::int64_t kLongestBody = 1024;
constexpr std::int64_t kLongestCardBody = 160;
constexpr std::int64_t kLongestUrl = 2000;
constexpr std::int64_t kLongestCode = 20;

std::int64_t length_of(std::string_view text) {
    return static_cast<std::int64_t>(count_utf16_units(text));
}

bool is_forbidden(std::string_view text) {
    return text.find_first_of("\n\r\t") != std::string_view::npos ||
           text.find("     ") != std::string_view::npos;
}

// One part on its way.
class Filling {
  public:
    Filling(const TemplateValues& values, std::string prefix, FilledTemplate& out)
        : values_(values), prefix_(std::move(prefix)), out_(out) {}

    TemplatePart fill(const TemplatePart& pattern) {
        TemplatePart part = pattern;
        if (part.header == TemplateHeader::kText) {
            part.title = fill_text("header", pattern.title, kLongestTitle);
        } else if (part.header != TemplateHeader::kNone) {
            fill_header(part);
        }
        part.body = fill_text("body", pattern.body, prefix_.empty() ? kLongestBody : kLongestCardBody);
        for (std::size_t i = 0; i < part.buttons.size(); ++i)
            fill_button(part.buttons[i], "button." + std::to_string(i));
        return part;
    }

  private:
    const TemplateValue* value_of(const std::string& place) const {
        const auto found = values_.find(prefix_ + place);
        return found == values_.end() ? nullptr : &found->second;
    }
    void complain(const std::string& place, SlotFault fault, std::int64_t limit = 0) {
        out_.problems.push_back({prefix_ + place, fault, limit});
    }

    // The value, or null with the complaint that it is missing or refused.
    const std::string* text_of(const std::string& place) {
        const TemplateValue* value = value_of(place);
        if (value == nullptr || trim(value->text).empty()) {
            complain(place, SlotFault::kMissing);
            return nullptr;
        }
        if (is_forbidden(value->text)) complain(place, SlotFault::kForbidden);
        return &value->text;
    }

    void note_room(const std::string& place, std::int64_t used, std::int64_t limit) {
        out_.room[prefix_ + place] = limit - used;
        if (used > limit) complain(place, SlotFault::kTooLong, limit);
    }

    std::string fill_text(const std::string& place, const std::string& pattern, std::int64_t limit) {
        std::vector<std::string> slots;
        std::string filled = without_gaps(pattern, [&](const Gap& gap) {
            std::string slot = place + "." + std::string(gap.name);
            const bool is_new = std::find(slots.begin(), slots.end(), slot) == slots.end();
            const TemplateValue* known = value_of(slot);
            const std::string* text = is_new ? text_of(slot) : known != nullptr ? &known->text : nullptr;
            if (is_new) slots.push_back(std::move(slot));
            const bool is_gap = text == nullptr || text->empty();
            return is_gap ? pattern.substr(gap.begin, gap.end - gap.begin) : *text;
        });
        const std::int64_t used = length_of(filled);
        for (const std::string& slot : slots)
            out_.room[prefix_ + slot] = limit - used;
        if (used > limit && !slots.empty()) complain(slots.back(), SlotFault::kTooLong, limit);
        return filled;
    }

    void fill_header(TemplatePart& part) {
        const TemplateValue* value = value_of("header");
        if (part.header == TemplateHeader::kLocation) {
            if (value == nullptr || !value->is_place) return complain("header", SlotFault::kMissing);
            part.location = value->location;
            return;
        }
        const bool has_file = value != nullptr && (!value->media.file.id.empty() ||
                                                   !value->media.id.empty() || !value->media.link.empty());
        if (!has_file) return complain("header", SlotFault::kMissing);
        part.media = value->media;
        part.media.caption.clear();
        part.filename = value->filename;
    }

    void fill_button(TemplateButton& button, const std::string& place) {
        using Kind = TemplateButton::Kind;
        if (button.kind == Kind::kOther) complain(place, SlotFault::kUnfillable);
        if (button.kind == Kind::kCode) {
            const std::string* code = text_of(place);
            if (code == nullptr) return;
            note_room(place, length_of(*code), kLongestCode);
            button.target = *code;
        }
        if (button.kind != Kind::kUrl || gaps_in(button.target).empty()) return;
        const std::string* end = text_of(place);
        if (end == nullptr) return;
        button.target = without_gaps(button.target, [end](const Gap&) { return *end; });
        note_room(place, length_of(button.target), kLongestUrl);
    }

    const TemplateValues& values_;
    const std::string prefix_;
    FilledTemplate& out_;
};

void note_unknown(const MessageTemplate& pattern, const TemplateValues& values, FilledTemplate& out) {
    const std::vector<TemplateSlot> slots = slots_of(pattern);
    for (const auto& [key, value] : values) {
        const std::string& name = key;
        const bool is_known = std::any_of(slots.begin(), slots.end(), [&name](const TemplateSlot& slot) {
            return slot.key == name;
        });
        if (!is_known) out.problems.push_back({key, SlotFault::kUnknown, 0});
    }
}

std::string first_word(std::string_view name) {
    return std::string(name.substr(0, name.find(' ')));
}

// "Hello {{1}}, …": near the beginning, and what follows ends a greeting.
bool is_greeting(std::string_view body, const Gap& gap) {
    constexpr std::size_t kLongestGreeting = 40;  // bytes; "नमस्ते" alone takes 18
    if (gap.begin == 0 || gap.begin > kLongestGreeting || gap.end >= body.size()) return false;
    const std::string_view next = body.substr(gap.end);
    if (body.substr(0, gap.begin).find_first_of(",.:;\n") != std::string_view::npos) return false;
    return next.front() == ',' || next.front() == '!' || next.starts_with("،");
}

bool asks_for_name(std::string_view slot) {
    return slot == "name" || slot == "first_name" || slot == "customer_name" || slot == "contact_name";
}

}  // namespace

Result<TemplateValues> read_template_values(const Json& json) {
    TemplateValues values;
    if (json.is_null()) return values;
    if (!json.is_object()) return fail(ErrorCode::kInvalid, "'template.values' must be an object");
    for (const auto& [key, given] : json.items()) {
        TemplateValue& value = values[key];
        if (given.is_string() || given.is_number_integer()) {
            value.text = text_or_number(json, key);
        } else if (given.is_object()) {
            value.is_place = given.contains("latitude");
            if (value.is_place) value.location = Location::read(given);
            if (!value.is_place) value.media = read_media_ref(given);
            value.filename = string_or(given, "filename", "");
        } else {
            return fail(ErrorCode::kInvalid, "'template.values." + key + "' must be a text or an object");
        }
    }
    return values;
}

Json write_template_values(const TemplateValues& values) {
    Json json = Json::object();
    for (const auto& [key, value] : values) {
        Json& one = json[key];
        if (value.is_place) {
            one = write_location(value.location);
        } else if (value.media != MediaRef{}) {
            one = Json::object();
            write_media_ref(value.media, one);
            if (!value.filename.empty()) one["filename"] = value.filename;
        } else {
            one = value.text;
        }
    }
    return json;
}

FilledTemplate fill_template(const MessageTemplate& pattern, const TemplateValues& values) {
    FilledTemplate filled;
    filled.content.name = pattern.name;
    filled.content.language = pattern.language;
    filled.content.shown = Filling(values, "", filled).fill(pattern.part);
    for (std::size_t i = 0; i < pattern.cards.size(); ++i) {
        const std::string prefix = "card." + std::to_string(i) + ".";
        filled.content.cards.push_back(Filling(values, prefix, filled).fill(pattern.cards[i]));
    }
    note_unknown(pattern, values, filled);
    return filled;
}

std::string english(const SlotProblem& problem) {
    const std::string slot = "'" + problem.slot + "' ";
    switch (problem.fault) {
        case SlotFault::kMissing:
            return slot + "is missing";
        case SlotFault::kTooLong:
            return slot + "makes its text longer than " + std::to_string(problem.limit) + " characters";
        case SlotFault::kForbidden:
            return slot + "must have no line break, no tab and no more than four spaces in a row";
        case SlotFault::kUnknown:
            return slot + "is not a gap of this template";
        case SlotFault::kUnfillable:
            break;
    }
    return slot + "cannot be filled in by Roost";
}

std::string with_contact(std::string_view text, const Conversation& conversation) {
    return without_gaps(text, [&](const Gap& gap) {
        std::string name = display_name(conversation);
        if (gap.name == "contact.name") return name;
        if (gap.name == "contact.first_name")
            return conversation.contact_name.empty() ? name : first_word(name);
        if (gap.name == "contact.phone" && !conversation.wa_id.empty()) return "+" + conversation.wa_id;
        return std::string(text.substr(gap.begin, gap.end - gap.begin));
    });
}

TemplateValues with_contact(TemplateValues values, const Conversation& conversation) {
    for (auto& [key, value] : values)
        value.text = with_contact(value.text, conversation);
    return values;
}

TemplateValues suggested_values(const MessageTemplate& pattern, const Conversation& conversation) {
    TemplateValues values;
    const Gap first = next_gap(pattern.part.body, 0);
    const bool has_greeting = first.begin != std::string_view::npos && is_greeting(pattern.part.body, first);
    const std::string name = first_word(conversation.contact_name);
    for (const TemplateSlot& slot : slots_of(pattern)) {
        if (slot.kind == SlotKind::kCode) values[slot.key].text = slot.example;
        if (slot.kind != SlotKind::kText || name.empty()) continue;
        const std::string_view asked = std::string_view(slot.key).substr(slot.key.rfind('.') + 1);
        const bool is_greeted = has_greeting && slot.key == "body." + std::string(first.name);
        if (is_greeted || asks_for_name(asked)) values[slot.key].text = name;
    }
    return values;
}

}  // namespace roost
