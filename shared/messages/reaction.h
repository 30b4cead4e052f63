// An emoji on another message, or its removal.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Reaction {
    static constexpr std::string_view kType = "reaction";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Reaction read(const Json& body);

    std::string target_wamid;
    std::string emoji;  // empty = the reaction is taken back

    bool operator==(const Reaction&) const = default;
};

Json write_reaction(const Reaction& content);
void write_body(JsonWriter& out, const Reaction& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Reaction& content);

}  // namespace roost
