#include "shared/text/letters.h"

#include <algorithm>
#include <array>

#include "shared/base/code_points.h"

namespace roost::text {

namespace {

struct CharRange {
    char32_t first;
    char32_t last;
};

template <std::size_t kCount>
bool is_in(const std::array<CharRange, kCount>& ranges, char32_t c) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), c, [](char32_t value, CharRange range) {
        return value < range.first;
    });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

// Punctuation, symbols, spaces and emoji beyond ASCII, in order.
constexpr std::array<CharRange, 44> kSigns{{
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},       {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x37E, 0x37E},   {0x387, 0x387},     {0x55A, 0x55F},     {0x589, 0x58A},
    {0x5BE, 0x5BE},   {0x5C0, 0x5C0},   {0x5C3, 0x5C3},     {0x5C6, 0x5C6},     {0x5F3, 0x5F4},
    {0x600, 0x60F},   {0x61B, 0x61F},   {0x66A, 0x66D},     {0x6D4, 0x6D4},     {0x700, 0x70F},
    {0x964, 0x965},   {0x970, 0x970},   {0xDF4, 0xDF4},     {0xE3F, 0xE3F},     {0xE4F, 0xE4F},
    {0x10FB, 0x10FB}, {0x1361, 0x1368}, {0x2000, 0x206F},   {0x207A, 0x207E},   {0x208A, 0x208E},
    {0x20A0, 0x20CF}, {0x2100, 0x2101}, {0x2103, 0x2106},   {0x2116, 0x2118},   {0x2190, 0x2BFF},
    {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3030},   {0xFE00, 0xFE6F},   {0xFEFF, 0xFEFF},
    {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0x1F000, 0x1FBFF}, {0xE0000, 0xE0FFF},
}};

constexpr std::array<CharRange, 13> kUnspaced{{
    {0xE01, 0xE3E},
    {0xE40, 0xE4E},
    {0xE81, 0xEFF},
    {0x1000, 0x109F},
    {0x1100, 0x11FF},
    {0x1780, 0x17D3},
    {0x3005, 0x3007},
    {0x3031, 0x9FFF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7FF},
    {0xF900, 0xFAFF},
    {0xFF66, 0xFFDC},
    {0x20000, 0x3FFFF},
}};

}  // namespace

bool is_unspaced_letter(char32_t c) {
    // U+30FB is the dot between Japanese words.
    return c >= 0xE01 && c != 0x30FB && is_in(kUnspaced, c);
}

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c != 0x30FB && !is_in(kSigns, c) && !is_in(kUnspaced, c);
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

int digit_value(char32_t c) {
    for (const char32_t zero : {char32_t{'0'}, char32_t{0x660}, char32_t{0x6F0}, char32_t{0x966}}) {
        if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
    }
    return -1;
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
    return offset < text.size() ? next_code_point(text.substr(offset)).value : 0;
}

std::size_t length_at(std::string_view text, std::size_t offset) {
    return offset < text.size() ? next_code_point(text.substr(offset)).length : 0;
}

std::size_t length_before(std::string_view text, std::size_t offset) {
    for (std::size_t length = 1; length <= 4 && length <= offset; ++length) {
        const CodePoint point = next_code_point(text.substr(offset - length));
        if (point.is_valid && point.length == length) return length;
    }
    return offset > 0 ? 1 : 0;
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
    return offset > 0 ? code_point_at(text, offset - length_before(text, offset)) : 0;
}

}  // namespace roost::text
