// A text message (cloud-api §2.1, §9.2).
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Text {
    static constexpr std::string_view kType = "text";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Text read(const Json& body);

    std::string body;
    bool has_link_preview = false;

    bool operator==(const Text&) const = default;
};

Json write_text(const Text& content);
void write_body(JsonWriter& out, const Text& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Text& content);

}  // namespace roost
