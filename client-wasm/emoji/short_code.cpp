#include "client-wasm/emoji/short_code.h"

#include <algorithm>

namespace roost::emoji {

namespace {

constexpr std::size_t kLongest = 60;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_part(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
}

// A code begins where a word may begin.
bool may_follow(std::string_view before) {
    if (before.empty()) return true;
    constexpr std::string_view kOpening = " \t\n([{\"'*_~";
    return kOpening.find(before.back()) != std::string_view::npos;
}

std::optional<ShortCode> code_before(std::string_view text, std::size_t end) {
    std::size_t start = end;
    while (start > 0 && is_part(text[start - 1]) && end - start < kLongest)
        --start;
    if (start == 0 || text[start - 1] != ':') return std::nullopt;
    if (!may_follow(text.substr(0, start - 1))) return std::nullopt;
    return ShortCode{start - 1, text.substr(start, end - start)};
}

std::size_t count_signs(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

}  // namespace

std::optional<ShortCode> code_being_written(std::string_view text, std::size_t caret) {
    if (caret > text.size()) return std::nullopt;
    if (caret < text.size() && is_part(text[caret])) return std::nullopt;  // in the middle of a word
    const auto code = code_before(text, caret);
    if (!code || count_signs(code->name) < 2 || !is_letter(code->name.front())) return std::nullopt;
    return code;
}

std::optional<ShortCode> closed_code(std::string_view text, std::size_t caret) {
    if (caret == 0 || caret > text.size() || text[caret - 1] != ':') return std::nullopt;
    const auto code = code_before(text, caret - 1);
    if (!code || code->name.empty()) return std::nullopt;
    return code;
}

}  // namespace roost::emoji
