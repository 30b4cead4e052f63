#include "server/app/retry_policy.h"

#include <algorithm>

#include "server/cloud/errors.h"

namespace roost {

namespace {

constexpr int kFewTries = 6;
constexpr UnixMillis kLongestWait = kMinute;
constexpr UnixMillis kLongestOutageWait = 30 * kSecond;
constexpr UnixMillis kStoppedWait = kMinute;

// 2, 4, 8 … seconds.
UnixMillis doubling(int count, UnixMillis longest) {
    return std::min(longest, kSecond << std::clamp(count, 1, 20));
}

// Meta's rule for one recipient: 4^X seconds (cloud-api §11).
UnixMillis pair_wait(int refusals) {
    return kSecond << (2 * std::clamp(refusals, 1, 6));
}

Verdict again(const Attempt& attempt, TryAgain when, const CloudRefusal& refusal) {
    if (when.at < attempt.give_up_at) return when;
    return GiveUp{failure_from(refusal)};
}

Verdict judge_one(const Attempt&, const CloudAccepted& accepted, UnixMillis) {
    return Sent{accepted.wamid, accepted.wa_id};
}

// An outage is nobody's fault and says nothing about the message: it is tried until it makes no sense any
// more, at a quarter of the time it has waited already. What waits behind it need not try in the meantime.
Verdict judge_one(const Attempt& attempt, const CloudUnreachable&, UnixMillis now) {
    const auto waited = std::max<UnixMillis>(0, now - attempt.accepted_at);
    const UnixMillis at = now + std::clamp(waited / 4, kSecond, kLongestOutageWait);
    return TryAgain{at, false, true, false, {0, std::string(english(FailureReason::kBusy)), {}, true}};
}

Verdict judge_one(const Attempt& attempt, const CloudUnknown&, UnixMillis now) {
    return WaitForStatus{now + attempt.status_grace};
}

Verdict judge_one(const Attempt& attempt, const CloudRefusal& refusal, UnixMillis now) {
    const auto wait = std::max(refusal.retry_after, doubling(attempt.count, kLongestWait));
    switch (explain(refusal.code, refusal.http).kind) {
        case CloudErrorKind::kFail:
        case CloudErrorKind::kFailForNow:
            return GiveUp{failure_from(refusal)};
        case CloudErrorKind::kRetryFew:
            if (attempt.count >= kFewTries) return GiveUp{failure_from(refusal)};
            return again(attempt, {now + wait}, refusal);
        case CloudErrorKind::kRetry:
            return again(attempt, {now + wait}, refusal);
        case CloudErrorKind::kRetryPair:
            return again(attempt, {now + pair_wait(attempt.pair_refusals + 1), true}, refusal);
        case CloudErrorKind::kStopAccount:
            return again(
                attempt,
                {now + std::max(wait, kStoppedWait), false, true, true, failure_from(refusal)},
                refusal
            );
    }
    return GiveUp{failure_from(refusal)};
}

}  // namespace

Verdict judge(const Attempt& attempt, const CloudOutcome& outcome, UnixMillis now) {
    return std::visit([&](const auto& known) { return judge_one(attempt, known, now); }, outcome);
}

Failure too_late(bool has_window) {
    const auto reason = has_window ? FailureReason::kTooLateForWindow : FailureReason::kTooLateForDay;
    return {0, std::string(english(reason)), "", !has_window};
}

}  // namespace roost
