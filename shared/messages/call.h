// A call between the customer and the business's number, as its webhooks tell it (cloud-api §8, `calls`).
#pragma once

#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Call {
    static constexpr std::string_view kType = "call";
    // `body` is the member named by kType; missing parts say that it rings.
    static Call read(const Json& body);

    bool has_ended = false;
    int seconds = 0;  // how long they spoke; 0 once it has ended = nobody answered

    bool operator==(const Call&) const = default;
};

void write_body(JsonWriter& out, const Call& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Call& content);

}  // namespace roost
