#include "shared/text/fold.h"

#include <algorithm>
#include <array>

#include "shared/base/code_points.h"
#include "shared/text/letters.h"

namespace roost::text {

namespace {

constexpr char32_t kIdeographMark = 0xE000;  // private use: nobody writes it

// One letter without its accents for every code point of a range; '.' = another rule.
struct LetterTable {
    char32_t first;
    std::string_view letters;
};
constexpr std::array<LetterTable, 3> kLatin{{
    {0xC0,
     "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg"
     "hhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    {0x1CD,
     "aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeoooooooo"
     "yy"},
    {0x1E00,
     "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
     "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
     "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"},
}};

struct Spelling {
    char32_t from;
    std::u32string_view to;
};
// In order. Other spellings of what is written another way as well.
constexpr std::array<Spelling, 92> kSpellings{{
    {0xB2, U"2"},     {0xB3, U"3"},     {0xB5, U"μ"},     {0xB9, U"1"},    {0xC6, U"ae"},   {0xDE, U"th"},
    {0xDF, U"ss"},    {0xE6, U"ae"},    {0xFE, U"th"},    {0x132, U"ij"},  {0x133, U"ij"},  {0x152, U"oe"},
    {0x153, U"oe"},   {0x1E2, U"ae"},   {0x1E3, U"ae"},   {0x1FC, U"ae"},  {0x1FD, U"ae"},  {0x218, U"s"},
    {0x386, U"α"},    {0x388, U"ε"},    {0x389, U"η"},    {0x38A, U"ι"},   {0x38C, U"ο"},   {0x38E, U"υ"},
    {0x38F, U"ω"},    {0x390, U"ι"},    {0x3AA, U"ι"},    {0x3AB, U"υ"},   {0x3AC, U"α"},   {0x3AD, U"ε"},
    {0x3AE, U"η"},    {0x3AF, U"ι"},    {0x3B0, U"υ"},    {0x3C2, U"σ"},   {0x3CA, U"ι"},   {0x3CB, U"υ"},
    {0x3CC, U"ο"},    {0x3CD, U"υ"},    {0x3CE, U"ω"},    {0x400, U"е"},   {0x401, U"е"},   {0x403, U"г"},
    {0x407, U"і"},    {0x40C, U"к"},    {0x40D, U"и"},    {0x40E, U"у"},   {0x419, U"и"},   {0x439, U"и"},
    {0x450, U"е"},    {0x451, U"е"},    {0x453, U"г"},    {0x457, U"і"},   {0x45C, U"к"},   {0x45D, U"и"},
    {0x45E, U"у"},    {0x622, U"ا"},    {0x623, U"ا"},    {0x624, U"و"},   {0x625, U"ا"},   {0x626, U"ي"},
    {0x629, U"ه"},    {0x649, U"ي"},    {0x671, U"ا"},    {0x6A9, U"ك"},   {0x6CC, U"ي"},   {0x929, U"न"},
    {0x931, U"र"},    {0x934, U"ळ"},    {0x958, U"क"},    {0x959, U"ख"},   {0x95A, U"ग"},   {0x95B, U"ज"},
    {0x95C, U"ड"},    {0x95D, U"ढ"},    {0x95E, U"फ"},    {0x95F, U"य"},   {0x1E9E, U"ss"}, {0x2010, U"-"},
    {0x2011, U"-"},   {0x2012, U"-"},   {0x2013, U"-"},   {0x2014, U"-"},  {0x2018, U"'"},  {0x2019, U"'"},
    {0x201C, U"\""},  {0x201D, U"\""},  {0x2026, U"..."}, {0xFB00, U"ff"}, {0xFB01, U"fi"}, {0xFB02, U"fl"},
    {0xFB03, U"ffi"}, {0xFB04, U"ffl"},
}};

struct Range {
    char32_t first;
    char32_t last;
};
// In order. Accents, vowel points and what only steers drawing: nothing of it is looked for.
constexpr std::array<Range, 27> kDropped{{
    {0x0, 0x8},       {0xE, 0x1F},      {0x7F, 0x84},     {0xAD, 0xAD},     {0x300, 0x36F},
    {0x483, 0x489},   {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C2},   {0x5C4, 0x5C5},
    {0x5C7, 0x5C7},   {0x610, 0x61C},   {0x640, 0x640},   {0x64B, 0x65F},   {0x670, 0x670},
    {0x6D6, 0x6DC},   {0x6DF, 0x6E8},   {0x6EA, 0x6ED},   {0x93C, 0x93C},   {0x9BC, 0x9BC},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE2F},
}};

bool is_dropped(char32_t c) {
    if (c == 0xFEFF || (c >= 0x1F3FB && c <= 0x1F3FF)) return true;
    const auto after = std::upper_bound(kDropped.begin(), kDropped.end(), c, [](char32_t value, Range range) {
        return value < range.first;
    });
    return after != kDropped.begin() && c <= std::prev(after)->last;
}

std::u32string_view other_spelling(char32_t c) {
    const auto found = std::lower_bound(
        kSpellings.begin(), kSpellings.end(), c, [](const Spelling& s, char32_t v) { return s.from < v; }
    );
    return found != kSpellings.end() && found->from == c ? found->to : std::u32string_view();
}

// Latin letters without accents; 0 for all else.
char32_t plain_latin(char32_t c) {
    for (const LetterTable& table : kLatin) {
        if (c < table.first || c >= table.first + table.letters.size()) continue;
        const char letter = table.letters[c - table.first];
        return letter == '.' ? 0 : static_cast<char32_t>(letter);
    }
    return 0;
}

bool is_between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

// Capitals that stand at a fixed distance from their small letters, or beside them.
char32_t lower(char32_t c) {
    if (is_between(c, 0x391, 0x3A9)) return c + 0x20;
    if (is_between(c, 0x402, 0x40F)) return c + 0x50;
    if (is_between(c, 0x410, 0x42F)) return c + 0x20;
    if (is_between(c, 0x531, 0x556)) return c + 0x30;
    if (is_between(c, 0x1C90, 0x1CBF)) return c - 0xBC0;
    if (is_between(c, 0x30A1, 0x30F6)) return c - 0x60;  // katakana as hiragana
    const bool is_pair = is_between(c, 0x1DE, 0x1EF) || is_between(c, 0x200, 0x21F) ||
                         is_between(c, 0x222, 0x233) || is_between(c, 0x460, 0x481) ||
                         is_between(c, 0x48A, 0x4BF) || is_between(c, 0x4D0, 0x52F);
    return is_pair ? c | 1U : c;
}

// Digits of the scripts that put ten in a row.
char32_t plain_digit(char32_t c) {
    if (const int value = digit_value(c); value >= 0) return U'0' + static_cast<char32_t>(value);
    for (const char32_t zero : {0x9E6U, 0xA66U, 0xAE6U, 0xB66U, 0xBE6U, 0xC66U, 0xCE6U, 0xD66U, 0xE50U}) {
        if (is_between(c, zero, zero + 9)) return U'0' + (c - zero);
    }
    return 0;
}

bool is_ideograph_or_kana(char32_t c) {
    return is_between(c, 0x3041, 0x30FE) || is_between(c, 0x3400, 0x4DBF) || is_between(c, 0x4E00, 0x9FFF) ||
           is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x3FFFF);
}

template <class Append>
void take_apart_hangul(char32_t syllable, Append append) {
    const char32_t index = syllable - 0xAC00;
    append(0x1100 + index / 588);
    append(0x1161 + index % 588 / 28);
    if (index % 28 != 0) append(0x11A7 + index % 28);
}

// What stands for `c`; the commonest first.
template <class Append>
void append_folded(char32_t c, Append append) {
    if (is_between(c, 0xFF01, 0xFF5E)) c -= 0xFEE0;  // full width
    if (c < 0x80) {
        if (is_between(c, 'A', 'Z')) c += 0x20;
        if (!is_dropped(c)) append(c);
        return;
    }
    if (is_dropped(c)) return;
    if (const auto spelling = other_spelling(c); !spelling.empty()) {
        for (const char32_t letter : spelling)
            append(letter);
        return;
    }
    if (const char32_t letter = plain_latin(c); letter != 0) return append(letter);
    if (const char32_t digit = plain_digit(c); digit != 0) return append(digit);
    if (is_between(c, 0xAC00, 0xD7A3)) return take_apart_hangul(c, append);
    append(lower(c));
    if (is_ideograph_or_kana(c)) append(kIdeographMark);
}

template <class Append>
void fold_into(std::string_view text, Append append) {
    bool is_space_due = false;
    bool has_begun = false;
    std::size_t space = 0;  // the first of a run
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = next_code_point(text.substr(at));
        if (is_space(point.value)) {
            if (!is_space_due) space = at;
            is_space_due = has_begun;
        } else {
            append_folded(point.value, [&](char32_t c) {
                if (is_space_due) append(U' ', space);
                is_space_due = false;
                has_begun = true;
                append(c, at);
            });
        }
        at += point.length;
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    fold_into(text, [&out](char32_t c, std::size_t) { append_code_point(out, c); });
    return out;
}

Folded fold_with_origin(std::string_view text) {
    Folded out;
    out.text.reserve(text.size());
    fold_into(text, [&out](char32_t c, std::size_t at) {
        append_code_point(out.text, c);
        out.origin.resize(out.text.size(), static_cast<std::uint32_t>(at));
    });
    out.origin.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

}  // namespace roost::text
