// ":thu" and ":thumbsup:" in what is being written. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace roost::emoji {

// Bytes of the text from the colon to the caret.
struct ShortCode {
    std::size_t start = 0;  // of the colon
    std::string_view name;  // between the colons

    bool operator==(const ShortCode&) const = default;
};

// The unfinished code that ends at the caret (a byte offset): a colon, two letters at least and no colon
// after them. Absent inside words, times and addresses.
std::optional<ShortCode> code_being_written(std::string_view text, std::size_t caret);
// The code whose closing colon stands before the caret.
std::optional<ShortCode> closed_code(std::string_view text, std::size_t caret);

}  // namespace roost::emoji
