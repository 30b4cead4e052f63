// How the reader's language says numbers and moments.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "client-wasm/words/format.h"
#include "client-wasm/words/words.h"
#include "shared/base/time.h"

namespace roost {

class Locale {
  public:
    // Knows no moments.
    Locale() : Locale(kEnglish, nullptr) {}
    Locale(const Words& words, Formatter formatter) : words_(&words), formatter_(std::move(formatter)) {}

    const Words& words() const { return *words_; }
    // The same clock and numbers, said in other words.
    Locale in(const Words& words) const { return {words, formatter_}; }

    std::string number(std::int64_t value) const;
    std::string amount(std::int64_t hundredths) const;  // "1,299.50", "1,299"
    // The form for `value` of a plural, {0} filled with it and {1}, … with `more`.
    std::string count(
        const Plural& plural, std::int64_t value, std::initializer_list<std::string_view> more = {}
    ) const;

    std::string file_size(std::int64_t bytes) const;  // "812 bytes", "1240 KB", "12 MB"

    std::string clock(UnixMillis at, OffsetMinutes offset) const;  // "14:05"
    // "Today", "Yesterday", "Monday", "12 March 2025"
    std::string day(UnixMillis at, UnixMillis now, OffsetMinutes offset) const;
    std::string day_and_clock(UnixMillis at, UnixMillis now, OffsetMinutes offset) const;  // "Today, 14:05"
    // "now", "5 min", "14:05", "Yesterday", "12 Mar", "12 Mar 2024"
    std::string list_time(UnixMillis at, UnixMillis now, OffsetMinutes offset) const;
    std::string duration(UnixMillis left) const;  // "23 h 12 min", "12 min"

  private:
    // Asking Intl is slow beside a frame that asks for a hundred.
    const std::string& formatted(Format format, std::int64_t value, OffsetMinutes offset) const;

    const Words* words_;
    Formatter formatter_;
    mutable std::map<std::pair<Format, std::int64_t>, std::string> known_;
};

}  // namespace roost
