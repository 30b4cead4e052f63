#include "server/app/sign_in_throttle.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

TEST_CASE("throttle: a few failures cost nothing, then the wait doubles up to its bound") {
    const ThrottlePolicy policy{5, 15 * kMinute};
    const auto wait_after = [&](int failures) { return next_try_at({failures, kNoon}, policy) - kNoon; };
    CHECK(wait_after(0) <= 0);
    CHECK(wait_after(4) <= 0);
    CHECK(wait_after(5) == kSecond);
    CHECK(wait_after(6) == 2 * kSecond);
    CHECK(wait_after(10) == 32 * kSecond);
    CHECK(wait_after(15) == 15 * kMinute);
    CHECK(wait_after(1'000'000) == 15 * kMinute);
}

TEST_CASE("throttle: an account waits, whatever address tries it and however it is written") {
    SignInThrottle throttle;
    for (int i = 0; i < 10; ++i)
        CHECK(throttle.begin("ana@example.org", "192.0.2." + std::to_string(i), kNoon) == 0);
    CHECK(throttle.begin("ANA@example.org", "192.0.2.77", kNoon) == kSecond);
    CHECK(throttle.begin("ben@example.org", "192.0.2.77", kNoon) == 0);
    CHECK(throttle.begin("ana@example.org", "192.0.2.78", kNoon + kSecond) == 0);
    CHECK(throttle.begin("ana@example.org", "192.0.2.79", kNoon + kSecond) == 2 * kSecond);
}

TEST_CASE("throttle: a try that had to wait is not counted") {
    SignInThrottle throttle;
    for (int i = 0; i < 10; ++i)
        throttle.begin("ana@example.org", "192.0.2.1", kNoon);
    for (int i = 0; i < 50; ++i)
        CHECK(throttle.begin("ana@example.org", "192.0.2.1", kNoon) == kSecond);
}

TEST_CASE("throttle: an address waits, whatever accounts it tries") {
    SignInThrottle throttle;
    int let_in = 0;
    for (int i = 0; i < 100; ++i)
        let_in += throttle.begin("a" + std::to_string(i) + "@example.org", "192.0.2.1", kNoon) == 0 ? 1 : 0;
    CHECK(let_in == 20);
    CHECK(throttle.begin("new@example.org", "192.0.2.2", kNoon) == 0);
}

TEST_CASE("throttle: success starts the account anew and gives the address its try back") {
    SignInThrottle throttle;
    for (int round = 0; round < 100; ++round) {
        CHECK(throttle.begin("ana@example.org", "192.0.2.1", kNoon) == 0);
        throttle.succeeded("ana@example.org", "192.0.2.1");
    }
    CHECK(throttle.size() == 0);
}

TEST_CASE("throttle: a try that is given back forgives nothing that failed before") {
    SignInThrottle throttle;
    for (int i = 0; i < 9; ++i)
        throttle.begin("ana@example.org", "192.0.2.1", kNoon);
    for (int i = 0; i < 100; ++i) {
        CHECK(throttle.begin("ana@example.org", "192.0.2.1", kNoon) == 0);
        throttle.take_back("ana@example.org", "192.0.2.1");
    }
    CHECK(throttle.begin("ana@example.org", "192.0.2.1", kNoon) == 0);
    CHECK(throttle.begin("ana@example.org", "192.0.2.1", kNoon) == kSecond);
    CHECK(throttle.begin("ben@example.org", "192.0.2.2", kNoon) == 0);
    throttle.take_back("ben@example.org", "192.0.2.2");
    throttle.take_back("ben@example.org", "192.0.2.2");
    CHECK(throttle.size() == 2);
}

TEST_CASE("throttle: a clock that is put back prolongs no wait beyond its bound") {
    SignInThrottle throttle;
    for (int i = 0; i < 30; ++i)
        throttle.begin("ana@example.org", "192.0.2.1", kNoon + i * kHour);
    const auto earlier = kNoon - 100 * kDay;
    const auto wait = throttle.begin("ana@example.org", "192.0.2.1", earlier);
    CHECK(wait > 0);
    CHECK(wait <= 15 * kMinute);
    CHECK(throttle.begin("ana@example.org", "192.0.2.1", earlier + wait) == 0);
}

TEST_CASE("throttle: failures are forgotten after a day") {
    SignInThrottle throttle;
    for (int i = 0; i < 10; ++i)
        throttle.begin("ana@example.org", "192.0.2.1", kNoon);
    for (int i = 0; i < 5; ++i)
        CHECK(throttle.begin("ana@example.org", "192.0.2.1", kNoon + kDay) == 0);
}

TEST_CASE(
    "throttle: however many accounts are invented, the memory is bounded and the attacked one still waits"
) {
    SignInThrottle throttle;
    for (int i = 0; i < 20; ++i)
        throttle.begin("ana@example.org", "", kNoon + i * kHour);
    const auto now = kNoon + 20 * kHour;
    for (int i = 0; i < 30'000; ++i)
        throttle.begin(
            "x" + std::to_string(i), "10." + std::to_string(i / 250) + ".0." + std::to_string(i % 250), now
        );
    CHECK(throttle.size() <= 2 * SignInThrottle::kMost);
    throttle.begin("ana@example.org", "192.0.2.9", now);
    CHECK(throttle.begin("ana@example.org", "192.0.2.9", now) > kMinute);
}

TEST_CASE("throttle: of IPv6 the network is counted, of the rest the address") {
    CHECK(counted_address("2001:db8:1:2:aaaa::1") == counted_address("2001:db8:1:2:bbbb::2"));
    CHECK(counted_address("2001:db8:1:2::1") != counted_address("2001:db8:1:3::1"));
    CHECK(counted_address("::ffff:192.0.2.1") == "192.0.2.1");
    CHECK(counted_address("192.0.2.1") == "192.0.2.1");
    CHECK(counted_address("").empty());
}

}  // namespace
}  // namespace roost
