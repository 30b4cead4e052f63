#include "shared/model/block_refusal.h"

#include <doctest/doctest.h>

namespace roost {

TEST_CASE("block refusal: every reason has a name of its own, and nothing else is one") {
    for (int i = 0; i < kBlockRefusals; ++i) {
        const auto refusal = static_cast<BlockRefusal>(i);
        CHECK(parse_block_refusal(block_refusal_name(refusal)) == refusal);
    }
    CHECK_FALSE(parse_block_refusal(""));
    CHECK_FALSE(parse_block_refusal("because"));
}

TEST_CASE("block refusal: Meta blocks who wrote within a day, on WhatsApp") {
    constexpr UnixMillis kNow = 1'795'262'400'000;
    Conversation row;
    CHECK_FALSE(can_be_blocked(row, kNow));
    row.last_inbound_at = kNow - 24 * kHour + 1;
    CHECK(can_be_blocked(row, kNow));
    CHECK_FALSE(can_be_blocked(row, kNow + 1));
    row.platform = Platform::kMessenger;
    CHECK_FALSE(can_be_blocked(row, kNow));
}

}  // namespace roost
