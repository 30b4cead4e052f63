// Text as search sees it: without case, accents, vowel points, compatibility forms and other spellings of one
// letter, so that "jose" finds "José" and "احمد" finds "أَحْمَد". By rule and small tables instead of Unicode's
// own: Latin, Greek, Cyrillic, Armenian, Georgian, Arabic, Hebrew, Devanagari, kana, Hangul and full width
// are in reach; half-width kana, polytonic Greek, traditional against simplified Chinese and letters beyond
// the basic plane are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace roost::text {

struct Folded {
    std::string text;
    // Per byte of `text`: where its code point begins in what was folded. One more at the end: its size.
    std::vector<std::uint32_t> origin;
};

// Runs of white space become one space. Chinese characters and kana are followed by a mark of their own, so
// that words of two of them, which are most, are long enough for an index of three-letter pieces; Korean
// syllables are taken apart into their letters for the same reason.
std::string fold(std::string_view text);
Folded fold_with_origin(std::string_view text);

}  // namespace roost::text
