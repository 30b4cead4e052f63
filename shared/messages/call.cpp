#include "shared/messages/call.h"

#include <algorithm>
#include <cstdint>

namespace roost {

Call Call::read(const Json& body) {
    constexpr std::int64_t kLongest = 86'400;  // a day
    const std::int64_t seconds = optional_integer(body, "seconds").value_or(0);
    return {
        optional_bool(body, "has_ended").value_or(false),
        static_cast<int>(std::clamp<std::int64_t>(seconds, 0, kLongest))};
}

void write_body(JsonWriter& out, const Call& content) {
    out.begin_object().key("has_ended").boolean(content.has_ended);
    if (content.seconds != 0) out.key("seconds").integer(content.seconds);
    out.end_object();
}

Preview preview(const Call& content) {
    if (!content.has_ended) return {PreviewKind::kCall, {}, 0};
    return {content.seconds == 0 ? PreviewKind::kCallMissed : PreviewKind::kCallEnded, {}, content.seconds};
}

}  // namespace roost
