// Something WhatsApp tells about the customer: number or identity changed.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct System {
    static constexpr std::string_view kType = "system";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static System read(const Json& body);

    std::string kind;       // "user_changed_number", "customer_identity_changed", "request_welcome", …
    std::string body = {};  // in Meta's words
    std::string new_wa_id = {};
    std::string new_user_id = {};  // business-scoped

    bool operator==(const System&) const = default;
};

Json write_system(const System& content);
void write_body(JsonWriter& out, const System& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const System& content);

}  // namespace roost
