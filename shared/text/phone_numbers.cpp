// Phone numbers among all the other numbers.
#include <algorithm>
#include <array>
#include <string>

#include "shared/text/letters.h"
#include "shared/text/link_parts.h"

namespace roost::text {

namespace {

constexpr std::size_t kMostGroups = 8;
constexpr std::size_t kMostDigits = 17;
constexpr std::string_view kNoSpace = "-.()";

// Digits in groups, as they were typed.
struct Groups {
    struct Group {
        std::size_t digits = 0;  // how many
        std::size_t end = 0;     // byte behind it
        std::string separator;   // behind it, ASCII; empty at the end
    };
    std::array<Group, kMostGroups> all;
    std::size_t count = 0;
    std::string digits;
    bool has_plus = false;
    bool has_area_brackets = false;  // "(011) …"
};

bool is_currency(char32_t c) {
    return c == '$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xFDFC;
}

// Reads what may stand between two groups as ASCII: one sign, or brackets with a space or dash beside them.
std::size_t read_separator(std::string_view text, std::size_t at, std::string& out) {
    std::size_t end = at;
    for (; end < text.size(); end += length_at(text, end)) {
        const char32_t c = code_point_at(text, end);
        const bool is_dash = c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
        const bool is_gap = c == ' ' || c == 0xA0 || c == 0x2009 || c == 0x202F;
        if (!is_dash && !is_gap && c != '.' && c != '(' && c != ')') break;
        out += is_dash ? '-' : is_gap ? ' ' : static_cast<char>(c);
    }
    const bool has_bracket = out.find_first_of("()") != std::string::npos;
    return out.size() <= (has_bracket ? 2U : 1U) ? end : at;
}

bool starts_group(std::string_view text, std::size_t at) {
    return digit_value(code_point_at(text, at)) >= 0;
}

Groups read_groups(std::string_view text, std::size_t at) {
    Groups groups;
    groups.has_plus = text[at] == '+';
    if (groups.has_plus) ++at;
    groups.has_area_brackets = at < text.size() && text[at] == '(';
    if (groups.has_area_brackets) ++at;
    while (groups.count < kMostGroups && starts_group(text, at)) {
        Groups::Group& group = groups.all.at(groups.count++);
        for (int value = 0; (value = digit_value(code_point_at(text, at))) >= 0; at += length_at(text, at)) {
            groups.digits += static_cast<char>('0' + value);
            ++group.digits;
        }
        group.end = at;
        at = read_separator(text, at, group.separator);
        if (at == group.end || !starts_group(text, at)) group.separator.clear();
        if (group.separator.empty()) break;
    }
    return groups;
}

// The sizes of the first groups: "334" for "415-555-0123".
std::string sizes_of(const Groups& groups, std::size_t count) {
    std::string sizes;
    for (std::size_t i = 0; i < count; ++i)
        sizes += static_cast<char>('0' + std::min<std::size_t>(groups.all.at(i).digits, 9));
    return sizes;
}

// 21.11.2024, 1-2-24: also with a time behind it.
bool is_date(const Groups& groups, std::size_t count) {
    const auto& all = groups.all;
    if (groups.has_plus || count < 3 || all[0].separator != all[1].separator) return false;
    if (all[0].separator != "-" && all[0].separator != ".") return false;
    const bool has_short_start = all[0].digits <= 2 && all[1].digits <= 2;
    return has_short_start && (all[2].digits == 4 || (count == 3 && all[2].digits == 2));
}

bool is_grouped_like_a_phone(const Groups& groups, std::size_t count, std::size_t digits) {
    const std::string sizes = sizes_of(groups, count);
    const char first = groups.digits.front();
    if (groups.has_area_brackets)
        return groups.all[0].digits <= 5 && digits >= 8 && digits <= 12 && count >= 2;
    if (sizes == "334") return first >= '2';
    if (sizes == "1334") return first == '1';
    if (sizes == "55") return first >= '6';
    return sizes == "244" || sizes == "254";
}

bool is_phone(const Groups& groups, std::size_t count) {
    std::size_t digits = 0;
    for (std::size_t i = 0; i < count; ++i)
        digits += groups.all.at(i).digits;
    if (groups.all.at(count - 1).digits < 2 || is_date(groups, count)) return false;
    if (groups.has_plus) return digits >= 7 && digits <= 15;
    if (groups.digits.starts_with("00")) return digits >= 10 && digits <= kMostDigits;
    const bool is_decimal = groups.all[0].digits == 1 && groups.all[0].separator == ".";
    if (groups.digits.starts_with('0')) return digits >= 9 && digits <= 12 && !is_decimal;
    if (count == 1) return digits == 10 && groups.digits.front() >= '6';  // as in India
    return is_grouped_like_a_phone(groups, count, digits);
}

bool may_start(std::string_view text, std::size_t begin) {
    if (begin == 0) return true;
    const std::size_t before = begin - length_before(text, begin);
    const char32_t c = code_point_at(text, before);
    const char32_t further = code_point_before(text, before);
    if (is_word(c) || is_currency(c)) return false;
    if (std::u32string_view(U"-+#/\\=@№").find(c) != std::u32string_view::npos) return false;
    if (c == '_') return !is_word(further);  // may open italics
    if (is_space(c)) return !is_currency(further) && further != '#' && further != 0x2116;
    if (std::u32string_view(U".,:*~").find(c) != std::u32string_view::npos) return digit_value(further) < 0;
    return true;
}

bool may_end(std::string_view text, std::size_t end) {
    const char32_t next = code_point_at(text, end);
    if (is_word(next) || is_currency(next)) return false;
    if (std::u32string_view(U"%#@/:").find(next) != std::u32string_view::npos && next != 0) {
        // A slash may part two numbers, a colon end the sentence.
        return (next == '/' || next == ':') && digit_value(code_point_at(text, end + 1)) < 0;
    }
    if (next == '_') return !is_word(code_point_at(text, end + 1));
    return (next != '.' && next != ',') || digit_value(code_point_at(text, end + 1)) < 0;
}

}  // namespace

std::optional<Link> find_phone_number(std::string_view text, std::size_t begin) {
    if (!may_start(text, begin)) return std::nullopt;
    const Groups groups = read_groups(text, begin);
    std::size_t digits = groups.digits.size();
    for (std::size_t count = groups.count; count > 0; --count) {
        const Groups::Group& last = groups.all.at(count - 1);
        // A number may be followed by another behind a space, but does not end within its own dashes.
        const bool is_whole = last.separator.find_first_of(kNoSpace) == std::string::npos;
        if (is_whole && may_end(text, last.end) && is_phone(groups, count)) {
            std::string href = groups.has_plus ? "tel:+" : "tel:";
            return Link{begin, last.end, href.append(groups.digits, 0, digits)};
        }
        digits -= last.digits;
    }
    return std::nullopt;
}

}  // namespace roost::text
