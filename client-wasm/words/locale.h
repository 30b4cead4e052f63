// How the reader's language says numbers and moments.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "client-wasm/words/words.h"
#include "shared/base/time.h"

namespace roost {

class Locale {
  public:
    Locale() : Locale(kEnglish) {}
    explicit Locale(const Words& words) : words_(&words) {}

    const Words& words() const { return *words_; }

    std::string number(std::int64_t value) const;
    // The form for `value` of a plural, {0} filled with it and {1}, … with `more`.
    std::string count(
        const Plural& plural, std::int64_t value, std::initializer_list<std::string_view> more = {}
    ) const;

    std::string clock(UnixMillis at, OffsetMinutes offset) const;  // "14:05"
    // "Today", "Yesterday", "Monday", "12 March 2025"
    std::string day(UnixMillis at, UnixMillis now, OffsetMinutes offset) const;
    // "now", "5 min", "14:05", "Yesterday", "12 Mar"
    std::string list_time(UnixMillis at, UnixMillis now, OffsetMinutes offset) const;
    std::string duration(UnixMillis left) const;  // "23 h 12 min", "12 min"

  private:
    const Words* words_;
};

}  // namespace roost
