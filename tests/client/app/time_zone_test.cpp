#include "client-wasm/app/time_zone.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("time zone: a week without a change of clocks costs two questions") {
    int asked = 0;
    TimeZone zone([&](UnixMillis) {
        ++asked;
        return 180;
    });
    for (UnixMillis at = 0; at < 6 * kDay; at += kMinute)
        CHECK(zone.at(at) == 180);
    CHECK(asked == 2);
}

TEST_CASE("time zone: both sides of a change of clocks have their own offset") {
    const UnixMillis change = 1'774'746'000'000;  // 29 March 2026, 01:00 UTC
    TimeZone zone([&](UnixMillis at) { return at < change ? 60 : 120; });
    CHECK(zone.at(change - 1) == 60);
    CHECK(zone.at(change) == 120);
    CHECK(zone.at(change + kHour) == 120);
    CHECK(zone.at(-5 * kDay) == 60);
}

}  // namespace
}  // namespace roost
