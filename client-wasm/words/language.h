// The languages of the interface. A language is one line here and a folder of its words (languages/<tag>).
#pragma once

#include <array>
#include <string_view>

#include "client-wasm/words/word.h"

namespace roost {

// Facts of the language itself.
struct Language {
    Word tag;       // BCP 47, for Intl and <html lang>
    Word own_name;  // as its own speakers write it
    PluralRule plural;
    bool is_right_to_left;
};

// In the order of the language menu; the first one is part of the program and stands in for all others.
inline constexpr std::array<Language, 6> kLanguages{
    {{.tag = "en", .own_name = "English", .plural = plural_one_alone, .is_right_to_left = false},
     {.tag = "hi", .own_name = "हिन्दी", .plural = plural_zero_and_one, .is_right_to_left = false},
     {.tag = "sw", .own_name = "Kiswahili", .plural = plural_one_alone, .is_right_to_left = false},
     {.tag = "es", .own_name = "Español", .plural = plural_spanish, .is_right_to_left = false},
     {.tag = "pt", .own_name = "Português", .plural = plural_portuguese, .is_right_to_left = false},
     {.tag = "ar", .own_name = "العربية", .plural = plural_arabic, .is_right_to_left = true}}};

// The best of ours for a list of BCP 47 tags, separated by commas, dearest first; English if none.
const Language& language_for(std::string_view tags);

}  // namespace roost
