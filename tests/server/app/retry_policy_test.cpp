#include "server/app/retry_policy.h"

#include <doctest/doctest.h>

#include "shared/model/failure_repair.h"
#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

Attempt attempt(int count) {
    return {
        .count = count,
        .pair_refusals = 0,
        .accepted_at = kNoon,
        .give_up_at = kNoon + kDay,
        .status_grace = kMinute};
}

Verdict judge_code(int code, int http, Attempt of, UnixMillis now = kNoon) {
    return judge(of, CloudRefusal{http, code, "details", 0}, now);
}

TEST_CASE("retry policy: an accepted message is sent") {
    const auto verdict = judge(attempt(1), CloudAccepted{"wamid.A", "254"}, kNoon);
    REQUIRE(std::holds_alternative<Sent>(verdict));
    CHECK(std::get<Sent>(verdict).wamid == "wamid.A");
}

TEST_CASE("retry policy: what may have gone out waits for its status, however often that happens") {
    for (const int count : {1, 2, 50}) {
        const auto verdict = judge(attempt(count), CloudUnknown{"timeout"}, kNoon);
        REQUIRE(std::holds_alternative<WaitForStatus>(verdict));
        CHECK(std::get<WaitForStatus>(verdict).until == kNoon + kMinute);
    }
}

TEST_CASE("retry policy: an outage is tried through at growing distances and fails no message") {
    UnixMillis now = kNoon;
    for (int count = 1; now < kNoon + 12 * kHour; ++count) {
        const auto verdict = judge(attempt(count), CloudUnreachable{"no route"}, now);
        const auto* again = std::get_if<TryAgain>(&verdict);
        REQUIRE(again);
        CHECK(again->at >= now + kSecond);
        CHECK(again->at <= now + 30 * kSecond);
        now = again->at;
    }
}

TEST_CASE("retry policy: Meta's own trouble is tried for as long as the message makes sense") {
    for (const int code : {2, 131016, 133004, 130429, 80007, 4}) {
        CAPTURE(code);
        CHECK(std::holds_alternative<TryAgain>(judge_code(code, 500, attempt(1))));
        CHECK(std::holds_alternative<TryAgain>(judge_code(code, 500, attempt(40))));
        CHECK(std::holds_alternative<GiveUp>(judge_code(code, 500, attempt(40), kNoon + kDay)));
    }
}

TEST_CASE("retry policy: an unexplained error is worth a few tries, each later than the last") {
    UnixMillis wait = 0;
    int count = 1;
    for (; count < 20; ++count) {
        const auto verdict = judge_code(131000, 500, attempt(count));
        const auto* again = std::get_if<TryAgain>(&verdict);
        if (again == nullptr) break;
        CHECK(again->at - kNoon > wait);
        wait = again->at - kNoon;
    }
    CHECK(count > 3);
    CHECK(count < 10);
}

TEST_CASE("retry policy: too fast for one person waits four to the power of X seconds, for that person") {
    auto of = attempt(1);
    for (const UnixMillis seconds : {4, 16, 64, 256}) {
        const auto verdict = judge_code(131056, 400, of);
        const auto* again = std::get_if<TryAgain>(&verdict);
        REQUIRE(again);
        CHECK(again->at == kNoon + seconds * kSecond);
        CHECK(again->slows_pair);
        CHECK_FALSE(again->stops_account);
        ++of.pair_refusals;
    }
}

TEST_CASE("retry policy: a bad token stops the number and keeps the message") {
    const auto verdict = judge_code(190, 401, attempt(1));
    const auto* again = std::get_if<TryAgain>(&verdict);
    REQUIRE(again);
    CHECK(again->stops_account);
    CHECK(again->at >= kNoon + kMinute);
}

TEST_CASE("retry policy: a definite no fails the message with the sentence of its code") {
    for (const int code : {100, 131026, 131047, 131053, 132001}) {
        CAPTURE(code);
        const auto verdict = judge_code(code, 400, attempt(1));
        const auto* end = std::get_if<GiveUp>(&verdict);
        REQUIRE(end);
        CHECK(end->failure.code == code);
        CHECK(end->failure.details == "details");
    }
}

TEST_CASE("retry policy: Meta's own waiting time is kept when it is longer than ours") {
    const auto verdict = judge(attempt(1), CloudRefusal{429, 130429, "", 20 * kSecond}, kNoon);
    REQUIRE(std::holds_alternative<TryAgain>(verdict));
    CHECK(std::get<TryAgain>(verdict).at == kNoon + 20 * kSecond);
}

TEST_CASE("retry policy: what comes too late says what to do instead") {
    CHECK(too_late(true).sentence.find("template") != std::string::npos);
    CHECK(repair_of(too_late(true), kNoon, kNoon).action == Repair::kSendAsTemplate);
    CHECK_FALSE(too_late(true).can_retry);
    CHECK(repair_of(too_late(false), kNoon, kNoon).action == Repair::kRetry);
}

}  // namespace
}  // namespace roost
