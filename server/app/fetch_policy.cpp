#include "server/app/fetch_policy.h"

#include <algorithm>

namespace roost {

namespace {

// Meta answers "no such file" also for moments after a webhook, and a proxy may spoil bytes: worth a few
// tries soon. After them nothing says that it will be better, and it is seldom tried.
constexpr int kFewTries = 4;
constexpr UnixMillis kLongestWait = 15 * kMinute;
constexpr UnixMillis kSeldom = 6 * kHour;

// 2, 4, 8 … seconds.
UnixMillis wait_after(int count) {
    return std::min(kLongestWait, kSecond << std::clamp(count, 1, 20));
}

// A quarter of an hour, half of one …
UnixMillis long_wait_after(int count) {
    return std::min(kSeldom, kLongestWait << std::clamp(count - kFewTries, 0, 10));
}

MediaFault fault_of(FetchProblem problem) {
    switch (problem) {
        case FetchProblem::kGone:
            return MediaFault::kGone;
        case FetchProblem::kRefused:
            return MediaFault::kRefused;
        case FetchProblem::kDamaged:
            return MediaFault::kDamaged;
        case FetchProblem::kTooLarge:
            return MediaFault::kTooLarge;
        case FetchProblem::kUnreachable:
        case FetchProblem::kDisk:
            return MediaFault::kUnavailable;
    }
    return MediaFault::kUnavailable;
}

bool is_worth_few(FetchProblem problem) {
    return problem == FetchProblem::kGone || problem == FetchProblem::kDamaged;
}

}  // namespace

std::variant<FetchAgain, FetchGivenUp> judge_fetch(const FetchAttempt& attempt, UnixMillis now) {
    const auto problem = attempt.problem;
    if (problem == FetchProblem::kTooLarge) return FetchGivenUp{MediaFault::kTooLarge};
    const bool is_doubtful = is_worth_few(problem) && attempt.count >= kFewTries;
    const auto wait = is_doubtful ? long_wait_after(attempt.count) : wait_after(attempt.count);
    const auto at = now + std::max(wait, attempt.retry_after);
    if (at >= attempt.give_up_at) {
        const bool is_expired = problem == FetchProblem::kGone;
        return FetchGivenUp{is_expired ? MediaFault::kExpired : fault_of(problem)};
    }
    return FetchAgain{at, is_doubtful ? fault_of(problem) : MediaFault::kNone};
}

}  // namespace roost
