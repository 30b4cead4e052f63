// Time as a value. Nothing here reads a clock: `now` is always a parameter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace roost {

using UnixMillis = std::int64_t;  // since 1970-01-01T00:00:00Z
using OffsetMinutes = int;        // local time minus UTC, as the reader's clock has it at that moment

inline constexpr UnixMillis kSecond = 1000;
inline constexpr UnixMillis kMinute = 60 * kSecond;
inline constexpr UnixMillis kHour = 60 * kMinute;
inline constexpr UnixMillis kDay = 24 * kHour;

// "2026-11-21T05:31:11.042Z"
std::string to_rfc3339(UnixMillis at);
// Accepts what to_rfc3339 writes, also without the fraction; absent for anything else.
std::optional<UnixMillis> parse_rfc3339(std::string_view text);

// Days since 1970-01-01 in the reader's time: two moments are on one date exactly if these are equal.
std::int64_t local_day(UnixMillis at, OffsetMinutes offset);

std::int64_t local_year(UnixMillis at, OffsetMinutes offset);

// In English, for programs and tests; what a reader sees comes from the browser's Intl.
std::string clock_label(UnixMillis at, OffsetMinutes offset);       // "14:05"
std::string weekday_label(UnixMillis at, OffsetMinutes offset);     // "Monday"
std::string date_label(UnixMillis at, OffsetMinutes offset);        // "12 March 2025"
std::string short_date_label(UnixMillis at, OffsetMinutes offset);  // "12 Mar"

}  // namespace roost
