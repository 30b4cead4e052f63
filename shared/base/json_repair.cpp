#include "shared/base/json_repair.h"

#include "shared/base/utf8.h"

namespace roost {

namespace {

enum class Escape { kOther, kHighSurrogate, kLowSurrogate };

// What the six characters at `at` are: "\ud800" … "\udbff", "\udc00" … "\udfff", or anything else.
Escape escape_at(std::string_view text, std::size_t at) {
    if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return Escape::kOther;
    if (text[at + 2] != 'd' && text[at + 2] != 'D') return Escape::kOther;
    const char second = text[at + 3];
    if (second == '8' || second == '9' || second == 'a' || second == 'A' || second == 'b' || second == 'B') {
        return Escape::kHighSurrogate;
    }
    const bool is_low = (second >= 'c' && second <= 'f') || (second >= 'C' && second <= 'F');
    return is_low ? Escape::kLowSurrogate : Escape::kOther;
}

}  // namespace

std::string repair_json_text(std::string_view text) {
    const std::string valid = to_valid_utf8(text);
    std::string repaired;
    repaired.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size();) {
        if (valid[i] != '\\') {
            repaired += valid[i++];
            continue;
        }
        const Escape escape = escape_at(valid, i);
        const bool is_pair =
            escape == Escape::kHighSurrogate && escape_at(valid, i + 6) == Escape::kLowSurrogate;
        if (is_pair) {
            repaired.append(valid, i, 12);
            i += 12;
        } else if (escape != Escape::kOther) {
            repaired += "\\ufffd";
            i += 6;
        } else {
            repaired.append(valid, i, 2);
            i += 2;
        }
    }
    return repaired;
}

}  // namespace roost
