#include "shared/model/phone_number.h"

#include <array>
#include <cstddef>

namespace roost {

namespace {

// The world's calling codes of two digits; 1 and 7 have one, all others three.
constexpr std::array<std::string_view, 42> kTwoDigitCodes{
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45",
    "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61",
    "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94"};

std::size_t country_code_length(std::string_view digits) {
    if (digits.front() == '1' || digits.front() == '7') return 1;
    const std::string_view two = digits.substr(0, 2);
    if (two == "95" || two == "98") return 2;
    for (const std::string_view code : kTwoDigitCodes) {
        if (code == two) return 2;
    }
    return 3;
}

}  // namespace

std::string format_phone_number(std::string_view digits) {
    const bool is_number = digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_number || digits.size() < 5 || digits.size() > 17) return std::string(digits);
    const std::size_t code = country_code_length(digits);
    std::string text = "+" + std::string(digits.substr(0, code));
    for (std::string_view rest = digits.substr(code); !rest.empty();) {
        const std::size_t length = rest.size() <= 4 ? rest.size() : 3;  // no digit stands alone at the end
        text += ' ';
        text += rest.substr(0, length);
        rest.remove_prefix(length);
    }
    return text;
}

namespace {

// A country where a mobile number has one digit more in one place than in the other.
struct ExtraDigit {
    std::string_view country;
    std::size_t place;  // where the digit stands
    char digit;
    std::size_t longer;  // how many digits the number has with it
};
constexpr auto kExtraDigits =
    std::to_array<ExtraDigit>({{"52", 2, '1', 13}, {"54", 2, '9', 13}, {"55", 4, '9', 13}});

}  // namespace

std::vector<std::string> wa_id_variants(const std::string& digits) {
    std::vector<std::string> variants{digits};
    for (const auto& extra : kExtraDigits) {
        if (!digits.starts_with(extra.country)) continue;
        if (digits.size() == extra.longer && digits[extra.place] == extra.digit) {
            variants.push_back(digits.substr(0, extra.place) + digits.substr(extra.place + 1));
        } else if (digits.size() + 1 == extra.longer) {
            variants.push_back(digits.substr(0, extra.place) + extra.digit + digits.substr(extra.place));
        }
    }
    return variants;
}

std::string e164_digits(std::string_view typed) {
    constexpr std::size_t kShortest = 8;
    constexpr std::size_t kLongest = 15;
    std::string digits;
    for (const char c : typed) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == '+' ? !digits.empty() : std::string_view("-(). /").find(c) == std::string_view::npos) {
            return {};
        }
    }
    if (digits.starts_with("00")) digits.erase(0, 2);
    const bool is_number =
        digits.size() >= kShortest && digits.size() <= kLongest && !digits.starts_with('0');
    return is_number ? digits : std::string();
}

}  // namespace roost
