#include "client-wasm/emoji/recents.h"

#include <doctest/doctest.h>

namespace roost::emoji {
namespace {

TEST_CASE("recent emoji: the most used first, of equals the latest") {
    std::vector<Recent> recents;
    for (const char* sign : {"👍", "🎉", "👍", "🙏"})
        note_use(recents, sign);
    CHECK(recents == std::vector<Recent>{{"👍", 2}, {"🙏", 1}, {"🎉", 1}});
    note_use(recents, "🎉");
    CHECK(recents == std::vector<Recent>{{"🎉", 2}, {"👍", 2}, {"🙏", 1}});
}

TEST_CASE("recent emoji: the least used makes room, a new one always gets in") {
    std::vector<Recent> recents;
    for (std::size_t i = 0; i < kMostRecents; ++i)
        recents.push_back({std::to_string(i), 9});
    note_use(recents, "🙏");
    REQUIRE(recents.size() == kMostRecents);
    CHECK(recents.back() == Recent{"🙏", 1});
    note_use(recents, "🎉");
    CHECK(recents.back() == Recent{"🎉", 1});
    CHECK(recents.size() == kMostRecents);
}

TEST_CASE("recent emoji: what was stored is read back, what is broken is left out") {
    const std::vector<Recent> recents{{"👍🏽", 12}, {"❤️", 1}};
    CHECK(read_recents(write_recents(recents)) == recents);
    CHECK(read_recents("👍\n 3\n🎉 x\n🙏 0\n😀 5 5\n❤️ 2") == std::vector<Recent>{{"❤️", 2}});
    CHECK(read_recents("").empty());
}

}  // namespace
}  // namespace roost::emoji
