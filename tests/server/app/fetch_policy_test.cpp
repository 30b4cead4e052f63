#include "server/app/fetch_policy.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

FetchAttempt attempt(FetchProblem problem, int count = 1) {
    FetchAttempt made;
    made.problem = problem;
    made.count = count;
    made.give_up_at = kNoon + 7 * kDay;
    return made;
}

UnixMillis next(const FetchAttempt& from, UnixMillis now = kNoon) {
    const auto verdict = judge_fetch(from, now);
    const auto* again = std::get_if<FetchAgain>(&verdict);
    return again == nullptr ? 0 : again->at;
}

MediaFault fault(const FetchAttempt& from, UnixMillis now = kNoon) {
    const auto verdict = judge_fetch(from, now);
    const auto* end = std::get_if<FetchGivenUp>(&verdict);
    return end == nullptr ? MediaFault::kNone : end->fault;
}

}  // namespace

TEST_CASE("fetch policy: waits grow to a quarter of an hour and respect what Meta asks") {
    CHECK(next(attempt(FetchProblem::kUnreachable)) == kNoon + 2 * kSecond);
    CHECK(next(attempt(FetchProblem::kUnreachable, 3)) == kNoon + 8 * kSecond);
    CHECK(next(attempt(FetchProblem::kUnreachable, 1'000'000)) == kNoon + 15 * kMinute);
    auto asked = attempt(FetchProblem::kRefused);
    asked.retry_after = kHour;
    CHECK(next(asked) == kNoon + kHour);
}

TEST_CASE("fetch policy: what may never get better is shown as that, and seldom tried") {
    for (const auto& [problem, shown] :
         {std::pair{FetchProblem::kGone, MediaFault::kGone},
          std::pair{FetchProblem::kDamaged, MediaFault::kDamaged}}) {
        const auto told = [doubtful = problem](int count) {
            return std::get<FetchAgain>(judge_fetch(attempt(doubtful, count), kNoon)).shown;
        };
        CHECK(told(3) == MediaFault::kNone);
        CHECK(told(4) == shown);
        CHECK(next(attempt(problem, 3)) == kNoon + 8 * kSecond);
        CHECK(next(attempt(problem, 4)) == kNoon + 15 * kMinute);
        CHECK(next(attempt(problem, 5)) == kNoon + 30 * kMinute);
        CHECK(next(attempt(problem, 1'000'000)) == kNoon + 6 * kHour);
    }
}

TEST_CASE("fetch policy: everything that can be fetched is tried as long as Meta has it") {
    CHECK(fault(attempt(FetchProblem::kTooLarge)) == MediaFault::kTooLarge);
    for (const auto problem : {FetchProblem::kGone, FetchProblem::kDamaged})
        CHECK(fault(attempt(problem, 30)) == MediaFault::kNone);
    for (const auto problem : {FetchProblem::kRefused, FetchProblem::kUnreachable, FetchProblem::kDisk})
        CHECK(fault(attempt(problem, 500)) == MediaFault::kNone);
    const auto late = kNoon + 7 * kDay;
    CHECK(fault(attempt(FetchProblem::kGone), late) == MediaFault::kExpired);
    CHECK(fault(attempt(FetchProblem::kRefused), late) == MediaFault::kRefused);
    CHECK(fault(attempt(FetchProblem::kUnreachable), late) == MediaFault::kUnavailable);
    CHECK(fault(attempt(FetchProblem::kDisk), late) == MediaFault::kUnavailable);
    CHECK(fault(attempt(FetchProblem::kDamaged), late) == MediaFault::kDamaged);
}

}  // namespace roost
