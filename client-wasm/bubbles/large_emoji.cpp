// Which texts are nothing but one to three emoji.
#include "client-wasm/bubbles/bubble.h"
#include "shared/base/code_points.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;

bool is_modifier(char32_t c) {
    return c == kEmojiStyle || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F);
}

bool is_flag_letter(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_always_emoji(char32_t c) {
    return (c >= 0x1F300 && c <= 0x1FAFF) || c == 0x1F004 || c == 0x1F0CF;
}

// Drawn as emoji, some of them only with the style sign behind them.
bool is_sometimes_emoji(char32_t c) {
    return (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B05 && c <= 0x2B55) || (c >= 0x231A && c <= 0x23FF);
}

}  // namespace

bool is_large_emoji(std::string_view text) {
    constexpr std::size_t kLongest = 120;
    std::string_view rest = trim(text);
    if (rest.empty() || rest.size() > kLongest) return false;
    int emoji = 0;
    int flag_letters = 0;
    bool is_joined = false;
    while (!rest.empty()) {
        const CodePoint point = next_code_point(rest);
        rest.remove_prefix(point.length);
        const char32_t c = point.value;
        if (is_modifier(c)) continue;
        if (c == kJoiner) {
            is_joined = true;
            continue;
        }
        if (is_flag_letter(c)) {
            ++flag_letters;
        } else if (is_always_emoji(c) || is_sometimes_emoji(c)) {
            if (!is_joined) ++emoji;
        } else {
            return false;
        }
        is_joined = false;
    }
    emoji += (flag_letters + 1) / 2;
    return emoji >= 1 && emoji <= 3;
}

}  // namespace roost
