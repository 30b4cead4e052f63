#include "client-wasm/words/word.h"

#include <algorithm>

#include "shared/base/code_points.h"

namespace roost {

namespace {

constexpr std::string_view kIsolate = "\u2068";     // FIRST STRONG ISOLATE
constexpr std::string_view kIsolateEnd = "\u2069";  // POP DIRECTIONAL ISOLATE

bool is_whole_million(std::uint64_t number) {
    return number != 0 && number % 1'000'000 == 0;
}

bool is_right_to_left(char32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void append_argument(std::string& out, std::string_view argument, bool is_pattern_right_to_left) {
    const bool may_differ = !is_number(argument) && (is_pattern_right_to_left || has_right_to_left(argument));
    if (may_differ) out.append(kIsolate);
    out.append(argument);
    if (may_differ) out.append(kIsolateEnd);
}

}  // namespace

PluralCategory plural_one_alone(std::uint64_t number) {
    return number == 1 ? PluralCategory::kOne : PluralCategory::kOther;
}

PluralCategory plural_zero_and_one(std::uint64_t number) {
    return number <= 1 ? PluralCategory::kOne : PluralCategory::kOther;
}

PluralCategory plural_spanish(std::uint64_t number) {
    return is_whole_million(number) ? PluralCategory::kMany : plural_one_alone(number);
}

PluralCategory plural_portuguese(std::uint64_t number) {
    return is_whole_million(number) ? PluralCategory::kMany : plural_zero_and_one(number);
}

PluralCategory plural_arabic(std::uint64_t number) {
    if (number == 0) return PluralCategory::kZero;
    if (number == 1) return PluralCategory::kOne;
    if (number == 2) return PluralCategory::kTwo;
    const std::uint64_t rest = number % 100;
    if (rest >= 3 && rest <= 10) return PluralCategory::kFew;
    return rest >= 11 ? PluralCategory::kMany : PluralCategory::kOther;
}

std::string_view pick(const Plural& plural, PluralCategory category) {
    std::string_view form;
    switch (category) {
        case PluralCategory::kZero:
            form = plural.zero;
            break;
        case PluralCategory::kOne:
            form = plural.one;
            break;
        case PluralCategory::kTwo:
            form = plural.two;
            break;
        case PluralCategory::kFew:
            form = plural.few;
            break;
        case PluralCategory::kMany:
            form = plural.many;
            break;
        case PluralCategory::kOther:
            break;
    }
    return form.empty() ? plural.other.view() : form;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    const bool is_pattern_right_to_left = has_right_to_left(pattern);
    std::string out;
    out.reserve(pattern.size() + 32);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        const std::size_t index = is_place ? static_cast<unsigned char>(pattern[i + 1] - '0') : 10;
        if (index >= arguments.size()) {
            out += pattern[i];
            continue;
        }
        append_argument(out, *(arguments.begin() + index), is_pattern_right_to_left);
        i += 2;
    }
    return out;
}

bool has_right_to_left(std::string_view text) {
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        if (is_right_to_left(point.value)) return true;
        text.remove_prefix(point.length);
    }
    return false;
}

}  // namespace roost
