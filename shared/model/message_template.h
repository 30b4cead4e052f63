// A template as Meta keeps it: approved words with gaps that are filled in for each customer (cloud-api §4).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/messages/template_part.h"

namespace roost {

// Words of Meta's stay in its capitals ("APPROVED", "UTILITY", "GREEN"): it invents new ones.
struct MessageTemplate {
    std::string id;
    std::string name;
    std::string language;  // "en_US"
    std::string category;
    std::string status;
    std::string quality;    // empty = Meta has not said
    std::string reason;     // of a rejection; empty or "NONE" = there is none
    bool is_named = false;  // gaps are {{first_name}}, not {{1}}
    TemplatePart part;
    std::vector<TemplatePart> cards;              // of a carousel
    std::map<std::string, std::string> examples;  // by the key of the slot
    std::string components;                       // Meta's JSON, whole

    bool operator==(const MessageTemplate&) const = default;
};

// An element of Meta's list, or of ours: the same form. kInvalid without id, name or language.
Result<MessageTemplate> read_message_template(const Json& json);
void write_message_template(JsonWriter& out, const MessageTemplate& pattern);
// The same without an id: one that Meta has not seen. What is missing stays empty; gaps with names make it
// named where nothing else says so.
MessageTemplate read_unchecked_template(const Json& json);

// Only these may be sent.
inline bool is_approved(const MessageTemplate& pattern) {
    return pattern.status == "APPROVED";
}
// "en_US" and "en-us" are one language: Meta writes both.
bool is_same_language(std::string_view a, std::string_view b);

enum class SlotKind {
    kText,  // of title or body
    kUrlEnd,
    kCode,
    kImage,
    kVideo,
    kDocument,
    kLocation,
    kUnknown,  // something that Roost cannot fill: the template cannot be sent from here
};

// A gap. Keys: "header" (a file or a place), "header.1", "body.1", "body.first_name", "button.0", and the
// same in a card: "card.0.body.1".
struct TemplateSlot {
    std::string key;
    SlotKind kind = SlotKind::kText;
    std::string example;

    bool operator==(const TemplateSlot&) const = default;
};

// In reading order, each once.
std::vector<TemplateSlot> slots_of(const MessageTemplate& pattern);

// The names between {{ and }}, in order, each once.
std::vector<std::string> gaps_in(std::string_view text);
bool is_gap_number(std::string_view name);
bool has_named_gaps(const TemplatePart& part);  // in title or body
// In the order in which Meta counts values: {{1}} before {{2}} wherever they stand, names as they stand.
std::vector<std::string> gaps_as_counted(std::string_view text);
// What a search looks at: name, title and body, folded by text::fold.
std::string searched_words(const MessageTemplate& pattern);
// `value_of` gives what stands instead of a gap.
template <class ValueOf>
std::string without_gaps(std::string_view text, ValueOf value_of);

// ---- for the template above
// The next gap at or after `from`: where it begins and ends; npos if there is none.
struct Gap {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    std::string_view name;
};
Gap next_gap(std::string_view text, std::size_t from);

template <class ValueOf>
std::string without_gaps(std::string_view text, ValueOf value_of) {
    std::string filled;
    std::size_t at = 0;
    for (Gap gap = next_gap(text, 0); gap.begin != std::string_view::npos; gap = next_gap(text, at)) {
        filled += text.substr(at, gap.begin - at);
        filled += value_of(gap);
        at = gap.end;
    }
    filled += text.substr(at);
    return filled;
}

}  // namespace roost
