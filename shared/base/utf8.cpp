#include "shared/base/utf8.h"

#include <algorithm>

#include "shared/base/code_points.h"

namespace roost {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_white(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

// Length of the white space that ends `text`, 0 if it ends otherwise.
std::size_t trailing_white(std::string_view text) {
    for (std::size_t length = 1; length <= 3 && length <= text.size(); ++length) {
        const CodePoint last = next_code_point(text.substr(text.size() - length));
        if (last.is_valid && last.length == length && is_white(last.value)) return length;
    }
    return 0;
}

}  // namespace

CodePoint next_code_point(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {0xFFFD, 1, false};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {0xFFFD, 1, false};
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    const bool is_overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (is_overlong || is_surrogate || value > 0x10FFFF) return {0xFFFD, 1, false};
    return {value, length, true};
}

void append_code_point(std::string& out, char32_t c) {
    const auto push = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0 | (c >> 6));
        push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        push(0xE0 | (c >> 12));
        push(0x80 | ((c >> 6) & 0x3F));
        push(0x80 | (c & 0x3F));
    } else {
        push(0xF0 | (c >> 18));
        push(0x80 | ((c >> 12) & 0x3F));
        push(0x80 | ((c >> 6) & 0x3F));
        push(0x80 | (c & 0x3F));
    }
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        if (!point.is_valid) return false;
        text.remove_prefix(point.length);
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        valid.append(point.is_valid ? text.substr(0, point.length) : kReplacement);
        text.remove_prefix(point.length);
    }
    return valid;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(next_code_point(text).length);
    return count;
}

std::size_t count_utf16_units(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        count += point.value >= 0x10000 ? 2 : 1;
        text.remove_prefix(point.length);
    }
    return count;
}

std::string truncate_code_points(std::string_view text, std::size_t limit) {
    std::string_view rest = text;
    for (std::size_t i = 0; i < limit && !rest.empty(); ++i)
        rest.remove_prefix(next_code_point(rest).length);
    return std::string(text.substr(0, text.size() - rest.size()));
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint first = next_code_point(text);
        if (!first.is_valid || !is_white(first.value)) break;
        text.remove_prefix(first.length);
    }
    for (std::size_t length = trailing_white(text); length > 0; length = trailing_white(text)) {
        text.remove_suffix(length);
    }
    return text;
}

std::vector<std::string> split_at_commas(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        const auto part = trim(list.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

}  // namespace roost
