// Everything Roost does not know (yet): kept whole, so that no message is ever lost.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Unsupported {
    static constexpr std::string_view kType = "unsupported";
    static constexpr std::string_view kDeleted =
        "revoked";  // by its sender: nothing of it is kept to be shown

    std::string type;    // the type's name as Meta wrote it; may be one not invented yet
    std::string reason;  // Meta's explanation, when it gave one
    std::string raw;     // the whole message as JSON

    bool operator==(const Unsupported&) const = default;
};

// From the whole message, or from what write_body wrote. `type` is what the message calls itself; when that
// is just "unsupported" and Meta names the real kind ("poll", "edit", …), that name is kept.
Unsupported read_unsupported(std::string_view type, const Json& message);
void write_body(JsonWriter& out, const Unsupported& content);
Preview preview(const Unsupported& content);

}  // namespace roost
