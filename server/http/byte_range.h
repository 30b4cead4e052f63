// Which part of a file a request asks for (RFC 9110 §14). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace roost {

struct ByteRange {
    std::int64_t first = 0;
    std::int64_t length = 0;

    bool operator==(const ByteRange&) const = default;
};

enum class RangeKind {
    kWhole,        // 200: no range, several, one that is malformed, or of another version of the file
    kPart,         // 206
    kUnsatisfied,  // 416: all of it behind the end
};

struct RangeChoice {
    RangeKind kind = RangeKind::kWhole;
    ByteRange range;

    bool operator==(const RangeChoice&) const = default;
};

// `if_range` and `etag` as the headers write them; `size` of the file.
RangeChoice choose_range(
    std::optional<std::string_view> range,
    std::optional<std::string_view> if_range,
    std::string_view etag,
    std::int64_t size
);

}  // namespace roost
