#include "shared/text/emoji.h"

#include <array>

#include <doctest/doctest.h>

using namespace roost::text;

namespace {

struct Case {
    const char* text;
    int count;
};

}  // namespace

TEST_CASE("emoji: what people see as one counts one") {
    constexpr std::array<Case, 27> kCases{{
        {"👍", 1},
        {" 👍\n", 1},
        {"👍🏽", 1},
        {"👩🏽‍🔧", 1},
        {"👨‍👩‍👧‍👦", 1},
        {"🏳️‍🌈", 1},
        {"🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1},
        {"🇰🇪", 1},
        {"🇰🇪🇮🇳", 2},
        {"1️⃣", 1},
        {"#️⃣*️⃣", 2},
        {"❤️", 1},
        {"❤", 1},
        {"❤️‍🔥", 1},
        {"☀", 1},
        {"☝🏿", 1},
        {"©️", 1},
        {"▶️", 1},
        {"⭐⭐⭐", 3},
        {"🎉☀️👏", 3},
        {"🀄", 1},
        {"㊗️", 1},
        {"🫶🏾", 1},
        {"🤷🏽‍♀️", 1},
        {"👁️‍🗨️", 1},
        {"⏰", 1},
        {"🅰️", 1},
    }};
    for (const Case& one : kCases) {
        CAPTURE(one.text);
        CHECK(count_lone_emoji(one.text, 3) == one.count);
    }
}

TEST_CASE("emoji: anything else beside them, more than asked, or half an emoji is none") {
    for (const char* text :
         {"",
          " ",
          "a",
          "👍👍👍👍",
          "ok 👍",
          "👍 👍",
          "123",
          "1",
          "#",
          "©",
          "▶",
          "❤\xEF\xB8\x8E",
          "🇰",
          "🇰🇪🇮",
          "👩‍",
          "👩‍a",
          "1\xEF\xB8\x8F",
          "\xF0\x9F",
          "→",
          "你",
          "\xE2\x80\x8D",
          "\xEF\xB8\x8F",
          "👍.",
          "🏴󠁧󠁢"}) {
        CAPTURE(text);
        CHECK(count_lone_emoji(text, 3) == 0);
    }
    CHECK(count_lone_emoji("👍👍👍👍", 4) == 4);
}
