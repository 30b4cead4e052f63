// Everything Roost does not know (yet): kept whole, so that no message is ever lost.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"

namespace roost {

struct Unsupported {
    std::string type;    // the type's name as Meta wrote it; may be one not invented yet
    std::string reason;  // Meta's explanation, when it gave one
    std::string raw;     // the whole message as JSON

    bool operator==(const Unsupported&) const = default;
};

Unsupported read_unsupported(std::string_view type, const Json& message);
std::string preview(const Unsupported& content);

}  // namespace roost
