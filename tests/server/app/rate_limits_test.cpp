#include "server/app/rate_limits.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

TEST_CASE("rate limits: a full bucket is a minute's worth, at once or spread") {
    Bucket bucket;
    for (int i = 1; i <= 100; ++i) {
        const auto allowance = take_from(bucket, 100, kNoon);
        CHECK(allowance.is_allowed);
        CHECK(allowance.remaining == 100 - i);
        CHECK(allowance.limit == 100);
    }
    const auto refused = take_from(bucket, 100, kNoon);
    CHECK_FALSE(refused.is_allowed);
    CHECK(refused.remaining == 0);
    CHECK(refused.retry_seconds == 1);
    CHECK(refused.reset_seconds == 60);
}

TEST_CASE("rate limits: it fills evenly, never over its brim, and a refusal costs nothing") {
    Bucket bucket;
    while (take_from(bucket, 60, kNoon).is_allowed) {
    }
    for (int i = 0; i < 1'000; ++i)
        CHECK_FALSE(take_from(bucket, 60, kNoon + 999).is_allowed);
    CHECK(take_from(bucket, 60, kNoon + kSecond).is_allowed);
    CHECK_FALSE(take_from(bucket, 60, kNoon + kSecond).is_allowed);
    CHECK(take_from(bucket, 60, kNoon + kDay).remaining == 59);
}

TEST_CASE("rate limits: who asks once a second is never refused sixty a minute") {
    Bucket bucket;
    for (int i = 0; i < 1'000; ++i)
        CHECK(take_from(bucket, 60, kNoon + i * kSecond).is_allowed);
}

TEST_CASE("rate limits: a clock that goes back gives nothing") {
    Bucket bucket;
    while (take_from(bucket, 10, kNoon).is_allowed) {
    }
    CHECK_FALSE(take_from(bucket, 10, kNoon - kHour).is_allowed);
    CHECK_FALSE(take_from(bucket, 10, kNoon - kHour).is_allowed);
    // Nobody waits until it is noon again.
    CHECK(take_from(bucket, 10, kNoon - kHour + 6 * kSecond).is_allowed);
    CHECK_FALSE(take_from(bucket, 10, kNoon - kHour + 6 * kSecond).is_allowed);
}

TEST_CASE("rate limits: how long to wait is enough") {
    for (const int limit : {1, 7, 60, 100, 1'000'000}) {
        CAPTURE(limit);
        Bucket bucket;
        Allowance allowance;
        do {
            allowance = take_from(bucket, limit, kNoon);
        } while (allowance.is_allowed);
        CHECK(allowance.retry_seconds >= 1);
        CHECK(take_from(bucket, limit, kNoon + allowance.retry_seconds * kSecond).is_allowed);
    }
}

TEST_CASE("rate limits: everybody has a bucket of their own, and the memory is bounded") {
    RateLimits limits;
    CHECK(limits.take("a", 1, kNoon).is_allowed);
    CHECK_FALSE(limits.take("a", 1, kNoon).is_allowed);
    CHECK(limits.take("b", 1, kNoon).is_allowed);
    for (int i = 0; i < 50'000; ++i)
        limits.take("x" + std::to_string(i), 1, kNoon + i);
    CHECK(limits.size() <= RateLimits::kMost);
    // Those who were here last are still counted.
    CHECK_FALSE(limits.take("x49999", 1, kNoon + 50'000).is_allowed);
}

}  // namespace
}  // namespace roost
