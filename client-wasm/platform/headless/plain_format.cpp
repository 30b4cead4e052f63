#include "client-wasm/platform/headless/plain_format.h"

namespace roost::platform {

namespace {

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

std::string plain_format(std::string_view, Format format, std::int64_t value, OffsetMinutes offset) {
    switch (format) {
        case Format::kNumber:
            break;
        case Format::kAmount:
            return std::to_string(value / 100) + (value % 100 == 0 ? "" : "." + two_digits(value % 100));
        case Format::kClock:
            return clock_label(value, offset);
        case Format::kWeekday:
            return weekday_label(value, offset);
        case Format::kDate:
            return date_label(value, offset);
        case Format::kShortDate:
            return short_date_label(value, offset);
        case Format::kShortDateWithYear:
            return short_date_label(value, offset) + " " + std::to_string(local_year(value, offset));
    }
    return std::to_string(value);
}

}  // namespace roost::platform
