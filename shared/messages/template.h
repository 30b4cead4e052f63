// A message from an approved template, the only kind allowed outside the 24-hour window.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"
#include "shared/messages/template_part.h"

namespace roost {

struct Template {
    static constexpr std::string_view kType = "template";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Template read(const Json& body);

    std::string name;
    std::string language;
    TemplatePart shown;               // as the customer reads it; empty if nobody knows
    std::vector<TemplatePart> cards;  // of its carousel
    std::string raw;                  // Meta's object as JSON, as it is sent

    bool operator==(const Template&) const = default;
};

Json write_template(const Template& content);
void write_body(JsonWriter& out, const Template& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Template& content);

}  // namespace roost
