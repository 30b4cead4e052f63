// What the browser's Intl writes for the reader; the rest of a sentence is in the catalogue.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace roost {

enum class Format : std::uint8_t {
    kNumber,     // "1,299"
    kAmount,     // "1,299.50": of hundredths
    kClock,      // "14:05", "2:05 PM"
    kWeekday,    // "Monday"
    kDate,       // "12 March 2025"
    kShortDate,  // "12 Mar"
    kShortDateWithYear,
};

// A number, or a moment as the reader's own clock has it, in the language `tag`. The offset is that clock's
// at the moment; 0 for numbers.
using Formatter =
    std::function<std::string(std::string_view tag, Format format, std::int64_t value, OffsetMinutes offset)>;

}  // namespace roost
