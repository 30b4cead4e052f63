// The answer to a template's quick-reply button.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Button {
    static constexpr std::string_view kType = "button";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Button read(const Json& body);

    std::string text;
    std::string payload;

    bool operator==(const Button&) const = default;
};

Json write_button(const Button& content);
void write_body(JsonWriter& out, const Button& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Button& content);

}  // namespace roost
