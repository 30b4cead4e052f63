#include "server/app/recovery_codes.h"

#include <sodium.h>

#include <array>
#include <cstdlib>

#include "server/app/opaque_token.h"

namespace roost {

namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kCharacters = 12;
constexpr std::size_t kGroup = 4;
constexpr std::size_t kDigits = 6;
constexpr std::size_t kLongest = 64;  // nothing longer is looked at

std::string one_code() {
    std::array<unsigned char, kCharacters> random{};
    randombytes_buf(random.data(), random.size());
    std::string code;
    for (std::size_t i = 0; i < random.size(); ++i) {
        if (i > 0 && i % kGroup == 0) code += '-';
        code += kAlphabet[random[i] % kAlphabet.size()];  // 32 divides 256: each as likely
    }
    return code;
}

char as_written(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == 'o') return '0';
    return c == 'i' || c == 'l' ? '1' : c;
}

// Replaces the digits from `zero` on, which is the UTF-8 of a zero.
void make_plain(std::string& text, std::string_view zero) {
    for (char digit = 0; digit < 10; ++digit) {
        std::string foreign(zero);
        foreign.back() = static_cast<char>(foreign.back() + digit);
        for (auto at = text.find(foreign); at != std::string::npos; at = text.find(foreign, at + 1))
            text.replace(at, foreign.size(), 1, static_cast<char>('0' + digit));
    }
}

}  // namespace

std::vector<std::string> make_recovery_codes() {
    // Without chance every code would be guessable: there is nothing sensible to go on with.
    if (sodium_init() < 0) std::abort();
    std::vector<std::string> codes;
    codes.reserve(kRecoveryCodes);
    for (int i = 0; i < kRecoveryCodes; ++i)
        codes.push_back(one_code());
    return codes;
}

std::string hash_of_recovery_code(AgentId agent, std::string_view code) {
    std::string text = "recovery " + to_string(agent) + " ";
    for (const char c : code.substr(0, kLongest)) {
        if (c != '-' && c != ' ') text += as_written(c);
    }
    return hash_of_token(text);
}

std::vector<std::string> hashes_of_recovery_codes(AgentId agent, const std::vector<std::string>& codes) {
    std::vector<std::string> hashes;
    hashes.reserve(codes.size());
    for (const auto& code : codes)
        hashes.push_back(hash_of_recovery_code(agent, code));
    return hashes;
}

std::string plain_digits(std::string_view code) {
    std::string text(code.substr(0, kLongest));
    for (const std::string_view zero : {"\u0660", "\u06F0", "\u0966"})
        make_plain(text, zero);
    std::erase(text, ' ');
    const bool is_code = text.size() == kDigits && text.find_first_not_of("0123456789") == std::string::npos;
    return is_code ? text : std::string();
}

}  // namespace roost
