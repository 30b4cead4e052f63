#include "shared/text/emoji.h"

#include <algorithm>
#include <array>

#include "shared/base/code_points.h"
#include "shared/base/utf8.h"
#include "shared/text/letters.h"

namespace roost::text {

namespace {

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kBlackFlag = 0x1F3F4;
constexpr char32_t kEndOfTag = 0xE007F;

bool is_skin_tone(char32_t c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

bool is_flag_letter(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_tag(char32_t c) {
    return c >= 0xE0020 && c <= 0xE007E;
}

// Emoji by themselves. People send the older signs (hearts, suns) with and without the style sign behind them
// and mean the same.
bool is_emoji(char32_t c) {
    if (c >= 0x1F000) {
        return c == 0x1F004 || c == 0x1F0CF || (c >= 0x1F170 && c <= 0x1F19A) ||
               (c >= 0x1F201 && c <= 0x1F251) || (c >= 0x1F300 && c <= 0x1F64F) ||
               (c >= 0x1F680 && c <= 0x1F6FF) || (c >= 0x1F7E0 && c <= 0x1F7F0) ||
               (c >= 0x1F90C && c <= 0x1F9FF) || (c >= 0x1FA70 && c <= 0x1FAFF);
    }
    return (c >= 0x231A && c <= 0x231B) || (c >= 0x23E9 && c <= 0x23FA) || (c >= 0x2600 && c <= 0x27BF) ||
           (c >= 0x2B1B && c <= 0x2B1C) || c == 0x2B50 || c == 0x2B55;
}

// Signs that are emoji only with the style sign behind them.
bool is_emoji_if_styled(char32_t c) {
    constexpr std::array<char32_t, 17> kStyled{
        0xA9,
        0xAE,
        0x203C,
        0x2049,
        0x2122,
        0x2139,
        0x21A9,
        0x21AA,
        0x2328,
        0x23CF,
        0x24C2,
        0x2934,
        0x2935,
        0x3030,
        0x303D,
        0x3297,
        0x3299};
    return std::find(kStyled.begin(), kStyled.end(), c) != kStyled.end() || (c >= 0x2194 && c <= 0x2199) ||
           (c >= 0x25AA && c <= 0x25FE) || (c >= 0x2B05 && c <= 0x2B07);
}

bool is_keycap_base(char32_t c) {
    return (c >= '0' && c <= '9') || c == '#' || c == '*';
}

class EmojiReader {
  public:
    explicit EmojiReader(std::string_view rest) : rest_(rest) {}

    bool is_at_end() const { return rest_.empty(); }

    // Past one emoji; false if there is none.
    bool read() {
        const char32_t first = take();
        if (is_flag_letter(first)) return is_flag_letter(take());
        if (is_keycap_base(first)) {
            take_if(kEmojiStyle);
            return take() == kKeycap;
        }
        return read_pictogram(first);
    }

  private:
    char32_t next() const { return code_point_at(rest_, 0); }

    char32_t take() {
        const char32_t c = next();
        rest_.remove_prefix(length_at(rest_, 0));
        return c;
    }

    bool take_if(char32_t wanted) {
        const bool is_next = !rest_.empty() && next() == wanted;
        if (is_next) take();
        return is_next;
    }

    // One sign with what changes it, and the same again behind each joiner.
    bool read_pictogram(char32_t first) {
        for (char32_t c = first;; c = take()) {
            const bool is_styled = next() == kEmojiStyle;
            if (!is_emoji(c) && !(is_styled && is_emoji_if_styled(c))) return false;
            if (next() == kTextStyle) return false;
            take_if(kEmojiStyle);
            if (is_skin_tone(next())) take();
            if (c == kBlackFlag && is_tag(next()) && !read_tags()) return false;
            if (!take_if(kJoiner)) return true;
        }
    }

    bool read_tags() {
        while (is_tag(next()))
            take();
        return take_if(kEndOfTag);
    }

    std::string_view rest_;
};

}  // namespace

int count_lone_emoji(std::string_view text, int most) {
    EmojiReader reader(trim(text));
    int count = 0;
    while (!reader.is_at_end()) {
        if (count == most || !reader.read()) return 0;
        ++count;
    }
    return count;
}

}  // namespace roost::text
