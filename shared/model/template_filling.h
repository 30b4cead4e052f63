// A template and what goes into its gaps become the message as the customer will read it. Pure: the preview
// in the browser and what the server stores are made here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/messages/template.h"
#include "shared/model/conversation.h"
#include "shared/model/message_template.h"

namespace roost {

// What one slot takes: a text, a file or a place.
struct TemplateValue {
    std::string text;
    MediaRef media;
    std::string filename;
    Location location;
    bool is_place = false;

    bool operator==(const TemplateValue&) const = default;
};

using TemplateValues = std::map<std::string, TemplateValue>;  // by the key of the slot

// {"body.1": "Tom", "header": {"file": "…"}, …}: an object is a place if it has a latitude, else a file.
// kInvalid naming the key.
Result<TemplateValues> read_template_values(const Json& json);
Json write_template_values(const TemplateValues& values);

enum class SlotFault {
    kMissing,
    kTooLong,    // together with what stands around it
    kForbidden,  // a line break, a tab or more than four spaces in a row: Meta refuses them
    kUnknown,    // there is no such slot
    kUnfillable,
};

struct SlotProblem {
    std::string slot;
    SlotFault fault = SlotFault::kMissing;
    std::int64_t limit = 0;  // UTF-16 units, of kTooLong

    bool operator==(const SlotProblem&) const = default;
};

struct FilledTemplate {
    Template content;                   // gaps without a value stand as they were; `raw` is empty
    std::vector<SlotProblem> problems;  // in reading order; none = it may be sent
    std::map<std::string, std::int64_t>
        room;  // UTF-16 units left, by the key of the slot; negative = too many
};

FilledTemplate fill_template(const MessageTemplate& pattern, const TemplateValues& values);

// For programs and logs: "'body.2' is missing", ….
std::string english(const SlotProblem& problem);

// {{contact.name}}, {{contact.first_name}} and {{contact.phone}} with what is known of the customer; an
// unknown name stands as it is.
std::string with_contact(std::string_view text, const Conversation& conversation);
TemplateValues with_contact(TemplateValues values, const Conversation& conversation);

// What can be guessed: the customer's name where the template greets or asks for one, and a code's sample.
TemplateValues suggested_values(const MessageTemplate& pattern, const Conversation& conversation);

}  // namespace roost
