// What the rules for markup and links need to know about a character.
#pragma once

#include <cstddef>
#include <string_view>

namespace roost::text {

// A letter, mark or digit of a script that puts spaces between words.
bool is_word(char32_t c);
// A letter of a script that does not (Chinese, Japanese, Korean with its attached particles, Thai, Lao,
// Khmer, Burmese): a word may end anywhere among these.
bool is_unspaced_letter(char32_t c);
bool is_space(char32_t c);
// 0 to 9 of the Latin, Arabic, Persian and Devanagari digits; -1 for all else.
int digit_value(char32_t c);

// The code point that starts at `offset`, or that ends there; 0 outside the text.
char32_t code_point_at(std::string_view text, std::size_t offset);
char32_t code_point_before(std::string_view text, std::size_t offset);
// The bytes it takes; 0 at the end, resp. at the beginning.
std::size_t length_at(std::string_view text, std::size_t offset);
std::size_t length_before(std::string_view text, std::size_t offset);

}  // namespace roost::text
