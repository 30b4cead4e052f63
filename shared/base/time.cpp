#include "shared/base/time.h"

#include <array>

namespace roost {

namespace {

struct Date {
    std::int64_t year = 1970;
    int month = 1;  // 1..12
    int day = 1;    // 1..31
};

constexpr std::array<std::string_view, 12> kMonths{
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"};
constexpr std::array<std::string_view, 7> kWeekdays{
    "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"};  // day 0 was a Thursday

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

// The calendar repeats every 400 years = 146097 days. Counting years from March puts the leap day last, so
// that the day of the year gives the month by a straight line.
Date date_of(std::int64_t days_since_1970) {
    const std::int64_t days = days_since_1970 + 719468;  // since 0000-03-01
    const std::int64_t era = floor_div(days, 146097);
    const std::int64_t day_of_era = days - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t months_after_march = (5 * day_of_year + 2) / 153;
    const auto day = static_cast<int>(day_of_year - (153 * months_after_march + 2) / 5 + 1);
    const auto month =
        static_cast<int>(months_after_march < 10 ? months_after_march + 3 : months_after_march - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::int64_t days_of(const Date& date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_div(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t months_after_march = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t day_of_year = (153 * months_after_march + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

void append_padded(std::string& out, std::int64_t number, int width) {
    std::array<char, 20> digits{};
    int count = 0;
    for (; number > 0 || count < width; number /= 10)
        digits.at(static_cast<std::size_t>(count++)) = static_cast<char>('0' + number % 10);
    while (count > 0)
        out += digits.at(static_cast<std::size_t>(--count));
}

// The digits at [from, from + width), or absent.
std::optional<int> read_digits(std::string_view text, std::size_t from, std::size_t width) {
    if (text.size() < from + width) return std::nullopt;
    int number = 0;
    for (const char c : text.substr(from, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string_view month_name(const Date& date) {
    return kMonths.at(static_cast<std::size_t>(date.month - 1));
}

std::string_view weekday_name(std::int64_t day) {
    return kWeekdays.at(static_cast<std::size_t>(day - floor_div(day, 7) * 7));
}

// Milliseconds of the fraction that begins at the dot, -1 if it is not one.
int read_fraction(std::string_view text) {
    if (text.empty()) return 0;
    const auto millis = read_digits(text, 1, 3);
    return text[0] == '.' && text.size() == 4 && millis ? *millis : -1;
}

}  // namespace

std::string to_rfc3339(UnixMillis at) {
    const std::int64_t day = floor_div(at, kDay);
    const std::int64_t rest = at - day * kDay;
    const Date date = date_of(day);
    std::string text;
    text.reserve(24);
    append_padded(text, date.year < 0 ? 0 : date.year, 4);
    text += '-';
    append_padded(text, date.month, 2);
    text += '-';
    append_padded(text, date.day, 2);
    text += 'T';
    append_padded(text, rest / kHour, 2);
    text += ':';
    append_padded(text, rest / kMinute % 60, 2);
    text += ':';
    append_padded(text, rest / kSecond % 60, 2);
    text += '.';
    append_padded(text, rest % kSecond, 3);
    text += 'Z';
    return text;
}

std::optional<UnixMillis> parse_rfc3339(std::string_view text) {
    const auto year = read_digits(text, 0, 4);
    const auto month = read_digits(text, 5, 2);
    const auto day = read_digits(text, 8, 2);
    const auto hour = read_digits(text, 11, 2);
    const auto minute = read_digits(text, 14, 2);
    const auto second = read_digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text.back() != 'Z') return std::nullopt;
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const int millis = read_fraction(text.substr(19, text.size() - 20));
    if (millis < 0 || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const Date date{*year, *month, *day};
    if (date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
    const std::int64_t days = days_of(date);
    if (date_of(days).day != date.day) return std::nullopt;  // 31 April is 1 May
    return days * kDay + *hour * kHour + *minute * kMinute + *second * kSecond + millis;
}

std::int64_t local_day(UnixMillis at, OffsetMinutes offset) {
    return floor_div(at + offset * kMinute, kDay);
}

std::string clock_label(UnixMillis at, OffsetMinutes offset) {
    const UnixMillis local = at + offset * kMinute;
    const std::int64_t minutes = (local - floor_div(local, kDay) * kDay) / kMinute;
    std::string text;
    append_padded(text, minutes / 60, 2);
    text += ':';
    append_padded(text, minutes % 60, 2);
    return text;
}

std::string weekday_label(UnixMillis at, OffsetMinutes offset) {
    return std::string(weekday_name(local_day(at, offset)));
}

std::string date_label(UnixMillis at, OffsetMinutes offset) {
    const Date date = date_of(local_day(at, offset));
    return std::to_string(date.day) + " " + std::string(month_name(date)) + " " + std::to_string(date.year);
}

std::string short_date_label(UnixMillis at, OffsetMinutes offset) {
    const Date date = date_of(local_day(at, offset));
    return std::to_string(date.day) + " " + std::string(month_name(date).substr(0, 3));
}

std::int64_t local_year(UnixMillis at, OffsetMinutes offset) {
    return date_of(local_day(at, offset)).year;
}

}  // namespace roost
