#include "client-wasm/app/server_clock.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

constexpr UnixMillis kHere = 1'789'996'040'000;

TEST_CASE("server clock: it is the browser's until the server says another time") {
    ServerClock clock;
    CHECK(clock.by_server(kHere) == kHere);
    clock.learn(kHere + kHour, kHere, kHere);
    CHECK(clock.by_server(kHere) == kHere + kHour);
    CHECK(clock.by_browser(kHere + kHour) == kHere);
    clock.learn(kHere - kHour, kHere, kHere);
    CHECK(clock.by_server(kHere) == kHere - kHour);
}

TEST_CASE("server clock: small differences are none, and a moment that is none stays none") {
    ServerClock clock;
    clock.learn(kHere + 1999, kHere, kHere);
    clock.learn(kHere - 1999, kHere, kHere);
    CHECK(clock.by_server(kHere) == kHere);
    clock.learn(kHere + kHour, kHere, kHere);
    CHECK(clock.by_server(0) == 0);
    CHECK(clock.by_browser(0) == 0);
    // What is known does not jump either.
    clock.learn(kHere + kHour + 1500, kHere, kHere);
    CHECK(clock.by_server(kHere) == kHere + kHour);
    // The computer's clock was put right.
    clock.learn(kHere + 500, kHere, kHere);
    CHECK(clock.by_server(kHere) == kHere);
}

TEST_CASE("server clock: what a slow answer may have taken is no difference") {
    ServerClock clock;
    clock.learn(kHere, kHere, kHere + 20 * kSecond);
    clock.learn(kHere + 20 * kSecond, kHere, kHere + 20 * kSecond);
    CHECK(clock.by_server(kHere) == kHere);
    clock.learn(kHere + kHour + 10 * kSecond, kHere, kHere + 20 * kSecond);
    CHECK(clock.by_server(kHere) == kHere + kHour);
}

TEST_CASE("server clock: an answer without a time, or from before the clock was set back, says nothing") {
    ServerClock clock;
    clock.learn(0, kHere, kHere);
    clock.learn(kHere + kHour, kHere, kHere - kMinute);
    CHECK(clock.by_server(kHere) == kHere);
}

}  // namespace
}  // namespace roost
