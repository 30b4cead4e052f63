#include "client-wasm/words/locale.h"

#include <array>
#include <cstddef>

namespace roost {

namespace {

constexpr std::size_t kMostArguments = 4;
constexpr std::size_t kMostKnown = 4096;

// What changes a label of this format: two moments of one minute have the same clock.
std::int64_t grain_of(Format format, std::int64_t value, OffsetMinutes offset) {
    if (format == Format::kNumber || format == Format::kAmount) return value;
    return format == Format::kClock ? value / kMinute : local_day(value, offset);
}

}  // namespace

const std::string& Locale::formatted(Format format, std::int64_t value, OffsetMinutes offset) const {
    if (known_.size() >= kMostKnown) known_.clear();
    const auto [entry, is_new] = known_.try_emplace({format, grain_of(format, value, offset)});
    if (is_new && formatter_) entry->second = formatter_(words_->language.tag, format, value, offset);
    return entry->second;
}

std::string Locale::number(std::int64_t value) const {
    return formatter_ ? formatted(Format::kNumber, value, 0) : std::to_string(value);
}

std::string Locale::amount(std::int64_t hundredths) const {
    return formatter_ ? formatted(Format::kAmount, hundredths, 0) : std::to_string(hundredths / 100);
}

std::string Locale::count(
    const Plural& plural, std::int64_t value, std::initializer_list<std::string_view> more
) const {
    const auto size = static_cast<std::uint64_t>(value < 0 ? -value : value);
    const std::string_view form = pick(plural, words_->language.plural(size));
    const std::string shown = number(value);
    std::array<std::string_view, kMostArguments> arguments{shown};
    std::size_t used = 1;
    for (const std::string_view one : more) {
        if (used < kMostArguments) arguments.at(used++) = one;
    }
    return fill(form, {arguments[0], arguments[1], arguments[2], arguments[3]});
}

std::string Locale::file_size(std::int64_t bytes) const {
    constexpr std::int64_t kKilobyte = 1024;
    constexpr std::int64_t kMegabyte = kKilobyte * kKilobyte;
    const AttachmentWords& words = words_->attachments;
    if (bytes < kKilobyte) return count(words.bytes, bytes);
    const auto rounded = [&](std::int64_t unit) { return number((bytes + unit / 2) / unit); };
    if (bytes >= 10 * kMegabyte || bytes % kMegabyte == 0) return fill(words.megabytes, {rounded(kMegabyte)});
    return fill(words.kilobytes, {rounded(kKilobyte)});
}

std::string Locale::clock(UnixMillis at, OffsetMinutes offset) const {
    return formatted(Format::kClock, at, offset);
}

std::string Locale::day(UnixMillis at, UnixMillis now, OffsetMinutes offset) const {
    const std::int64_t days_ago = local_day(now, offset) - local_day(at, offset);
    if (days_ago == 0) return std::string(words_->dates.today);
    if (days_ago == 1) return std::string(words_->dates.yesterday);
    return formatted(days_ago > 1 && days_ago < 7 ? Format::kWeekday : Format::kDate, at, offset);
}

std::string Locale::day_and_clock(UnixMillis at, UnixMillis now, OffsetMinutes offset) const {
    return fill("{0}, {1}", {day(at, now, offset), clock(at, offset)});
}

std::string Locale::list_time(UnixMillis at, UnixMillis now, OffsetMinutes offset) const {
    const DateWords& dates = words_->dates;
    const UnixMillis age = now - at;
    if (age < kMinute && age > -kHour) return std::string(dates.now);  // clocks differ a little
    if (age >= 0 && age < kHour) return fill(dates.minutes, {number(age / kMinute)});
    const std::int64_t days_ago = local_day(now, offset) - local_day(at, offset);
    if (days_ago == 0) return clock(at, offset);
    if (days_ago == 1) return std::string(dates.yesterday);
    const bool is_this_year = local_year(at, offset) == local_year(now, offset);
    return formatted(is_this_year ? Format::kShortDate : Format::kShortDateWithYear, at, offset);
}

std::string Locale::duration(UnixMillis left) const {
    const DateWords& dates = words_->dates;
    if (left < kMinute) return std::string(dates.under_a_minute);
    const std::string minutes = number(left / kMinute % 60);
    const std::int64_t hours = left / kHour;
    if (hours > 0) return fill(dates.hours_minutes, {number(hours), minutes});
    return fill(dates.minutes, {minutes});
}

}  // namespace roost
