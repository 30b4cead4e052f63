// UTF-8 one code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace roost {

struct CodePoint {
    char32_t value = 0;      // U+FFFD if malformed
    std::size_t length = 0;  // bytes; 1 if malformed
    bool is_valid = false;
};

// The first code point of a text that is not empty.
CodePoint next_code_point(std::string_view text);
// `c` must be a Unicode scalar value.
void append_code_point(std::string& out, char32_t c);

}  // namespace roost
