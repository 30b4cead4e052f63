#include "server/http/byte_range.h"

#include <algorithm>

#include "shared/base/ids.h"

namespace roost {

RangeChoice choose_range(
    std::optional<std::string_view> range,
    std::optional<std::string_view> if_range,
    std::string_view etag,
    std::int64_t size
) {
    const RangeChoice whole{RangeKind::kWhole, {0, size}};
    constexpr std::string_view kUnit = "bytes=";
    if (!range || !range->starts_with(kUnit) || (if_range && *if_range != etag)) return whole;
    const auto wanted = range->substr(kUnit.size());
    const auto dash = wanted.find('-');
    if (dash == std::string_view::npos || wanted.find(',') != std::string_view::npos) return whole;
    const auto first = parse_decimal(wanted.substr(0, dash));
    const auto last = parse_decimal(wanted.substr(dash + 1));
    const bool has_end = dash + 1 < wanted.size();
    if (dash == 0) {  // the last so many bytes
        if (!last) return whole;
        const auto length = std::min(*last, size);
        if (length == 0) return {RangeKind::kUnsatisfied, {}};
        return {RangeKind::kPart, {size - length, length}};
    }
    if (!first || (has_end && (!last || *last < *first))) return whole;
    if (*first >= size) return {RangeKind::kUnsatisfied, {}};
    const auto end = has_end ? std::min(*last + 1, size) : size;
    return {RangeKind::kPart, {*first, end - *first}};
}

}  // namespace roost
