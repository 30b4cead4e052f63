#include "server/app/password_rules.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"

namespace roost {

namespace {

// What is left beside a name that everybody knows must be worth something by itself.
constexpr std::size_t kLeastBesideName = 6;
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kLongestUnit = 4;
constexpr std::size_t kFewestDifferent = 4;

constexpr std::array<std::string_view, 8> kRows{
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "abcdefghijklmnopqrstuvwxyz"};

std::string lower(std::string_view text) {
    std::string folded(text);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return folded;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Without the digits and signs around it.
std::string_view core_of(std::string_view text) {
    while (!text.empty() && !is_letter(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && !is_letter(text.back()))
        text.remove_suffix(1);
    return text;
}

// "abcabcabc" and "aaaaaaaaaa": a few characters again and again.
bool is_repetition(std::string_view text) {
    for (std::size_t unit = 1; unit <= kLongestUnit && unit < text.size(); ++unit) {
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(unit), text.end(), text.begin()))
            return true;
    }
    auto sorted = std::string(text);
    std::sort(sorted.begin(), sorted.end());
    const auto different = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
    return static_cast<std::size_t>(different) < kFewestDifferent;
}

bool are_neighbours(char a, char b) {
    return std::any_of(kRows.begin(), kRows.end(), [&](std::string_view row) {
        const auto at = row.find(a);
        if (at == std::string_view::npos) return false;
        return (at + 1 < row.size() && row[at + 1] == b) || (at > 0 && row[at - 1] == b);
    });
}

// "qwertyuiop", "0987654321", "abcdef123456": almost every step leads to the next key.
bool is_keyboard_walk(std::string_view text) {
    std::size_t steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i)
        steps += are_neighbours(text[i - 1], text[i]) ? 1U : 0U;
    return steps * 4 >= (text.size() - 1) * 3;
}

bool is_mostly(const std::string& text, std::string_view name) {
    const auto known = lower(name);
    const auto at = known.size() < kShortestName ? std::string::npos : text.find(known);
    return at != std::string::npos && text.size() - known.size() < kLeastBesideName;
}

tl::unexpected<Error> refused(const char* sentence) {
    return fail(ErrorCode::kInvalid, sentence);
}

}  // namespace

CommonPasswords CommonPasswords::from_text(std::string_view list) {
    CommonPasswords common;
    while (!list.empty()) {
        const auto end = std::min(list.find('\n'), list.size());
        const auto line = trim(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (!line.empty() && line.front() != '#') common.words_.insert(lower(line));
    }
    return common;
}

bool CommonPasswords::has(std::string_view password) const {
    const auto folded = lower(password);
    if (words_.contains(folded)) return true;
    const auto core = core_of(folded);
    if (core.empty()) return false;
    if (words_.contains(std::string(core))) return true;
    // The same word twice is the same word.
    const auto half = core.substr(0, core.size() / 2);
    return core.size() % 2 == 0 && core.substr(half.size()) == half && words_.contains(std::string(half));
}

Status check_new_password(
    std::string_view password, const PasswordOwner& owner, const CommonPasswords& common
) {
    const auto length = count_code_points(password);
    if (length < kLeastPassword) return refused("'password' must have at least 10 characters.");
    if (length > kMostPassword) return refused("'password' may have at most 128 characters.");
    const auto folded = lower(password);
    const auto local_part = owner.email.substr(0, owner.email.find('@'));
    if (is_mostly(folded, owner.email) || is_mostly(folded, local_part) || is_mostly(folded, owner.brand)) {
        return refused("'password' is little more than a name that everybody knows. Choose another.");
    }
    if (is_repetition(folded)) return refused("'password' repeats a few characters. Choose another.");
    if (is_keyboard_walk(folded)) return refused("'password' follows the keyboard. Choose another.");
    if (common.has(password)) return refused("'password' is one of the most common. Choose another.");
    return {};
}

}  // namespace roost
