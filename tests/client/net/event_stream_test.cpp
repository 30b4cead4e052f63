#include "client-wasm/net/event_stream.h"

#include <doctest/doctest.h>

#include "client-wasm/net/backoff.h"

namespace roost::net {
namespace {

constexpr UnixMillis kStart = 1'000'000;

EventStream live_stream() {
    EventStream stream;
    stream.start(kStart);
    CHECK(stream.advance(kStart, 0) == StreamWish::kOpen);
    stream.opened(200, kStart + 10);
    return stream;
}

TEST_CASE("event stream: the first connection is live as soon as it is open") {
    EventStream stream = live_stream();
    CHECK(stream.phase() == StreamPhase::kLive);
    CHECK(stream.advance(kStart + 20, 0) == StreamWish::kNothing);
}

TEST_CASE("event stream: frames come out whole, however the bytes are cut") {
    EventStream stream = live_stream();
    CHECK(stream.receive("id: 5\nda", kStart + 20).empty());
    const auto frames = stream.receive("ta: {}\n\n", kStart + 30);
    REQUIRE(frames.size() == 1);
    CHECK(frames[0].id == "5");
}

TEST_CASE("event stream: a broken connection waits, then catches up, then is live again") {
    EventStream stream = live_stream();
    stream.closed(kStart + 1000, 0.5);
    CHECK(stream.phase() == StreamPhase::kOffline);
    CHECK(stream.retry_at() == kStart + 1500);
    CHECK(stream.wake_at() == kStart + 1500);
    CHECK(stream.advance(kStart + 1400, 0) == StreamWish::kNothing);
    CHECK(stream.advance(kStart + 1500, 0) == StreamWish::kOpen);
    stream.opened(200, kStart + 1600);
    CHECK(stream.phase() == StreamPhase::kCatchingUp);
    stream.receive("id: 6\ndata: {}\n\n", kStart + 1800);
    stream.advance(kStart + 2000, 0);
    CHECK(stream.phase() == StreamPhase::kCatchingUp);
    stream.advance(kStart + 2100, 0);
    CHECK(stream.phase() == StreamPhase::kLive);
}

TEST_CASE("event stream: every failure doubles the wait up to 15 seconds, and success resets it") {
    EventStream stream = live_stream();
    UnixMillis now = kStart + 1000;
    stream.closed(now, 0.5);
    UnixMillis longest = 0;
    for (int i = 0; i < 8; ++i) {
        longest = stream.retry_at() - now;
        now = stream.retry_at();
        CHECK(stream.advance(now, 0) == StreamWish::kOpen);
        stream.closed(now, 0.5);
    }
    CHECK(longest == 15 * kSecond);
    now = stream.retry_at();
    stream.advance(now, 0);
    stream.opened(200, now);
    stream.receive(":\n\n", now);
    stream.closed(now, 0.5);
    CHECK(stream.retry_at() - now == kSecond / 2);
}

TEST_CASE("event stream: clients that lost the same server do not come back as one") {
    CHECK(backoff(3, 0.0) == 3000);
    CHECK(backoff(3, 1.0) == 5000);
    CHECK(backoff(20, 1.0) == 15 * kSecond);
}

TEST_CASE("event stream: 40 seconds without a byte are a dead connection") {
    EventStream stream = live_stream();
    stream.receive(":\n\n", kStart + 15'000);
    CHECK(stream.advance(kStart + 54'999, 0) == StreamWish::kNothing);
    CHECK(stream.wake_at() == kStart + 55'000);
    CHECK(stream.advance(kStart + 55'000, 0) == StreamWish::kClose);
    CHECK(stream.phase() == StreamPhase::kOffline);
}

TEST_CASE("event stream: the network coming back ends the wait at once") {
    EventStream stream = live_stream();
    stream.closed(kStart + 1000, 1);
    stream.hurry(kStart + 1100);
    CHECK(stream.advance(kStart + 1100, 0) == StreamWish::kOpen);
}

TEST_CASE("event stream: a page that slept doubts a silent connection") {
    EventStream stream = live_stream();
    stream.hurry(kStart + 30'000);
    CHECK(stream.advance(kStart + 30'000, 0) == StreamWish::kClose);
}

TEST_CASE("event stream: the end of a good connection is worth one attempt at once") {
    EventStream stream = live_stream();
    stream.receive(":\n\n", kStart + 15'000);
    stream.closed(kStart + 20'000, 0.5);
    CHECK(stream.phase() == StreamPhase::kCatchingUp);
    CHECK(stream.advance(kStart + 20'000, 0) == StreamWish::kOpen);
    stream.closed(kStart + 20'010, 0.5);
    CHECK(stream.phase() == StreamPhase::kOffline);
}

TEST_CASE("event stream: held, it waits for a new start and nothing else") {
    EventStream stream = live_stream();
    stream.hold(kStart + 100);
    CHECK(stream.advance(kStart + 60'000, 0) == StreamWish::kNothing);
    CHECK(stream.wake_at() == 0);
    stream.start(kStart + 70'000);
    CHECK(stream.advance(kStart + 70'000, 0) == StreamWish::kOpen);
}

TEST_CASE("event stream: an expired token is renewed once and is no failure") {
    EventStream stream;
    stream.start(kStart);
    stream.advance(kStart, 0);
    stream.opened(401, kStart + 10);
    CHECK(stream.advance(kStart + 10, 0) == StreamWish::kNewToken);
    CHECK(stream.advance(kStart + 20, 0) == StreamWish::kNothing);
    stream.closed(kStart + 20, 0.5);
    stream.token_renewed(kStart + 30);
    CHECK(stream.advance(kStart + 30, 0) == StreamWish::kOpen);
}

}  // namespace
}  // namespace roost::net
