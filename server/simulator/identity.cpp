#include "server/simulator/identity.h"

#include <array>

namespace roost::simulator {

namespace {

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUpperHex = "0123456789ABCDEF";
constexpr std::string_view kLowerHex = "0123456789abcdef";

// Brazilian mobiles outside of the oldest area codes are known without the ninth digit.
std::string brazilian(const std::string& digits) {
    const bool has_ninth_digit = digits.size() == 13 && digits[4] == '9';
    const int area = (digits[2] - '0') * 10 + (digits[3] - '0');
    constexpr int kLastAreaThatKeepsIt = 28;
    if (!has_ninth_digit || area <= kLastAreaThatKeepsIt) return digits;
    return digits.substr(0, 4) + digits.substr(5);
}

}  // namespace

std::string wa_id_of(std::string_view dialled) {
    std::string digits;
    for (const char c : dialled) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (std::string_view("+-() .").find(c) == std::string_view::npos) {
            return {};
        }
    }
    if (digits.size() < 7 || digits.size() > 15) return {};
    if (digits.starts_with("52") && digits.size() == 12) return "521" + digits.substr(2);
    if (digits.starts_with("54") && digits.size() == 12) return "549" + digits.substr(2);
    if (digits.starts_with("55") && digits.size() == 13) return brazilian(digits);
    return digits;
}

bool is_user_id(std::string_view id) {
    return id.find('.') != std::string_view::npos;
}

std::string base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto byte = i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
            group = (group << 8U) | byte;
        }
        const std::size_t letters = std::min<std::size_t>(bytes.size() - i, 3) + 1;
        for (std::size_t k = 0; k < 4; ++k)
            text += k < letters ? kBase64[(group >> (18U - 6U * k)) & 63U] : '=';
    }
    return text;
}

std::string from_base64(std::string_view text) {
    std::string bytes;
    std::uint32_t group = 0;
    unsigned bits = 0;
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    for (const char c : text) {
        const auto value = kBase64.find(c);
        if (value == std::string_view::npos) return {};
        group = (group << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((group >> bits) & 255U);
        }
    }
    return bytes;
}

// splitmix64: small, and good enough for ids that only have to differ.
std::uint64_t IdMaker::next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::int64_t IdMaker::between(std::int64_t first, std::int64_t last) {
    if (last <= first) return first;
    return first + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(last - first + 1));
}

std::string IdMaker::hex(std::size_t digits, std::string_view alphabet) {
    std::string text;
    while (text.size() < digits) {
        std::uint64_t bits = next();
        for (int i = 0; i < 16 && text.size() < digits; ++i, bits >>= 4U)
            text += alphabet[bits & 15U];
    }
    return text;
}

std::string IdMaker::wamid(std::string_view wa_id, bool is_inbound) {
    std::string record("\x1c\x18", 2);
    record += static_cast<char>(wa_id.size());
    record += wa_id;
    record +=
        is_inbound ? std::string("\x15\x02\x00\x12\x18\x14", 6) : std::string("\x15\x02\x00\x11\x18\x12", 6);
    record += hex(is_inbound ? 20 : 18, kUpperHex);
    record += '\0';
    return "wamid." + base64(record);
}

std::string IdMaker::object_id() {
    constexpr std::uint64_t kFirst = 1'000'000'000'000'000U;
    return std::to_string(kFirst + next() % (8U * kFirst));
}

std::string IdMaker::trace_id() {
    std::string text = "A";
    for (int i = 0; i < 22; ++i)
        text += kBase64[next() % 62U];
    return text;
}

std::string IdMaker::conversation_id() {
    return hex(32, kLowerHex);
}

}  // namespace roost::simulator
