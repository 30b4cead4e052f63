#include <array>
#include <vector>

#include "shared/base/code_points.h"
#include "shared/base/utf8.h"
#include "shared/model/conversation.h"

namespace roost {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t kCount>
bool is_in(const std::array<Range, kCount>& ranges, char32_t c) {
    for (const Range& range : ranges) {
        if (c >= range.first && c <= range.last) return true;
    }
    return false;
}

// Marks that belong to the letter before them, of the scripts people's names are written in.
constexpr std::array<Range, 24> kCombining{
    {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05C7}, {0x0610, 0x061A},
     {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06ED}, {0x0900, 0x0903}, {0x093A, 0x094F},
     {0x0981, 0x0983}, {0x09BC, 0x09CD}, {0x0A3C, 0x0A4D}, {0x0ABC, 0x0ACD}, {0x0B3C, 0x0B4D},
     {0x0BBE, 0x0BCD}, {0x0C3E, 0x0C4D}, {0x0CBC, 0x0CCD}, {0x0D3E, 0x0D4D}, {0x0DCA, 0x0DDF},
     {0x0E31, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}}};

// Everything below U+2000 that is not one of these can begin a name; above it, only the scripts named further
// down.
constexpr std::array<Range, 13> kNotLetters{
    {{0x0000, 0x0040},
     {0x005B, 0x0060},
     {0x007B, 0x00A9},
     {0x00AB, 0x00B4},
     {0x00B6, 0x00B9},
     {0x00BB, 0x00BF},
     {0x00D7, 0x00D7},
     {0x00F7, 0x00F7},
     {0x02C2, 0x02DF},
     {0x0600, 0x060F},
     {0x061B, 0x061F},
     {0x0640, 0x0640},
     {0x0964, 0x0965}}};
constexpr std::array<Range, 9> kHighLetters{
    {{0x2C00, 0x2DFF},
     {0x3041, 0x3096},
     {0x30A1, 0x30FA},
     {0x3105, 0x312F},
     {0x3131, 0x318E},
     {0x3400, 0x9FFF},
     {0xA000, 0xABFF},
     {0xAC00, 0xD7A3},
     {0xF900, 0xFAFF}}};
constexpr std::array<Range, 3> kHighLetters2{{{0xFB00, 0xFDCF}, {0xFDF0, 0xFDFB}, {0xFE70, 0xFEFC}}};
constexpr std::array<Range, 2> kPlanes{{{0x10000, 0x16FFF}, {0x20000, 0x3FFFF}}};
constexpr std::array<Range, 6> kWide{
    {{0x3041, 0x3096},
     {0x30A1, 0x30FA},
     {0x3105, 0x312F},
     {0x3400, 0x9FFF},
     {0xAC00, 0xD7A3},
     {0xF900, 0xFAFF}}};

bool is_combining(char32_t c) {
    return is_in(kCombining, c) || (c >= 0xFE20 && c <= 0xFE2F);
}

bool is_letter(char32_t c) {
    if (is_combining(c)) return false;
    if (c < 0x2000) return !is_in(kNotLetters, c);
    return is_in(kHighLetters, c) || is_in(kHighLetters2, c) || is_in(kPlanes, c);
}

bool is_wide(char32_t c) {
    return is_in(kWide, c) || (c >= 0x20000 && c <= 0x3FFFF);
}

// Capital letters of Latin-1, Latin Extended-A, Greek and Cyrillic; everything else stays as it is.
char32_t to_upper(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) return c - 0x20;
    if (c == 0xFF) return 0x178;
    if (c == 0x131) return 'I';
    const bool is_even_capital = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    if (is_even_capital) return c & ~char32_t{1};
    const bool is_odd_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (is_odd_capital) return c % 2 == 0 ? c - 1 : c;
    if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) return c - 0x20;
    if (c >= 0x3AD && c <= 0x3AF) return c - 0x25;
    if (c == 0x3AC) return 0x386;
    if (c >= 0x430 && c <= 0x44F) return c - 0x20;
    return c >= 0x450 && c <= 0x45F ? c - 0x50 : c;
}

// A letter with its marks; `length` is what was read of the word to get it, 0 if the word has no (further)
// letter.
struct Letter {
    std::u32string points;
    std::size_t length = 0;
};

Letter next_letter(std::string_view word) {
    Letter letter;
    for (std::string_view rest = word; !rest.empty();) {
        const CodePoint point = next_code_point(rest);
        const bool is_mark = !letter.points.empty() && is_combining(point.value);
        if (!letter.points.empty() && !is_mark) break;
        if (is_mark || (point.is_valid && is_letter(point.value))) letter.points += point.value;
        rest.remove_prefix(point.length);
        letter.length = word.size() - rest.size();
    }
    if (letter.points.empty()) letter.length = 0;
    return letter;
}

// "الفايد" is known by its ف: the article says nothing.
std::string_view without_article(std::string_view word) {
    constexpr std::string_view kArticle = "ال";
    return word.substr(0, kArticle.size()) == kArticle && count_code_points(word) > 3
               ? word.substr(kArticle.size())
               : word;
}

std::vector<std::string_view> words_with_letters(std::string_view name) {
    std::vector<std::string_view> words;
    for (name = trim(name); !name.empty(); name = trim(name)) {
        std::size_t length = 0;
        while (length < name.size() && !trim(name.substr(length, 1)).empty())
            ++length;
        const std::string_view word = without_article(name.substr(0, length));
        if (next_letter(word).length > 0) words.push_back(word);
        name.remove_prefix(length);
    }
    return words;
}

std::string as_capital(const Letter& letter) {
    std::string text;
    for (std::size_t i = 0; i < letter.points.size(); ++i) {
        append_code_point(text, i == 0 ? to_upper(letter.points[i]) : letter.points[i]);
    }
    return text;
}

}  // namespace

std::string initials(std::string_view name) {
    const std::vector<std::string_view> words = words_with_letters(name);
    if (words.empty()) return "#";
    const Letter first = next_letter(words.front());
    std::string text = as_capital(first);
    // 田中太郎 is known by 田中, with and without a space.
    const Letter second = next_letter(words.front().substr(first.length));
    if (is_wide(first.points.front()) && second.length > 0) return text + as_capital(second);
    return words.size() > 1 ? text + as_capital(next_letter(words.back())) : text;
}

}  // namespace roost
