#include "server/cloud/errors.h"

#include <doctest/doctest.h>

#include "shared/model/failure_repair.h"

namespace roost {
namespace {

using enum CloudErrorKind;

TEST_CASE("cloud errors: every code of Meta's table leads to what Roost does about it") {
    struct Row {
        int code;
        int http;
        CloudErrorKind kind;
    };
    const Row rows[] = {
        {0, 401, kStopAccount},
        {1, 400, kRetryFew},
        {2, 503, kRetry},
        {3, 500, kStopAccount},
        {4, 400, kRetry},
        {10, 403, kStopAccount},
        {33, 400, kFail},
        {100, 400, kFail},
        {190, 401, kStopAccount},
        {200, 403, kStopAccount},
        {299, 403, kStopAccount},
        {368, 403, kStopAccount},
        {80007, 400, kStopAccount},
        {130429, 400, kRetry},
        {130472, 400, kFail},
        {130497, 403, kFail},
        {131000, 500, kRetryFew},
        {131008, 400, kFail},
        {131009, 400, kFail},
        {131016, 500, kRetry},
        {131021, 400, kFail},
        {131026, 400, kFail},
        {131030, 400, kFail},
        {131031, 403, kStopAccount},
        {131042, 400, kStopAccount},
        {131047, 400, kFail},
        {131048, 400, kFailForNow},
        {131049, 400, kFailForNow},
        {131050, 400, kFail},
        {131051, 400, kFail},
        {131053, 400, kFail},
        {131056, 400, kRetryPair},
        {131057, 500, kStopAccount},
        {132000, 400, kFail},
        {132001, 404, kFail},
        {132015, 400, kFailForNow},
        {133004, 503, kRetry},
        {133010, 400, kFailForNow},
        {137000, 400, kFail},
    };
    for (const auto& row : rows) {
        CAPTURE(row.code);
        const auto error = explain(row.code, row.http);
        CHECK(error.code == row.code);
        CHECK(static_cast<int>(error.kind) == static_cast<int>(row.kind));
        CHECK(english(error.reason).ends_with('.'));
    }
}

TEST_CASE("cloud errors: a code of Meta's that is not invented yet is judged by its HTTP status") {
    CHECK(explain(999999, 503).kind == kRetry);
    CHECK(explain(999999, 429).kind == kRetry);
    CHECK(explain(999999, 401).kind == kStopAccount);
    CHECK(explain(999999, 403).kind == kStopAccount);
    CHECK(explain(999999, 400).kind == kFail);
}

TEST_CASE("cloud errors: a failure says what to do, keeps Meta's words and offers Retry only where it helps"
) {
    const auto closed = failure_from(131047, "Re-engagement message", "more than 24 hours");
    CHECK(closed.code == 131047);
    CHECK(closed.sentence.find("template") != std::string::npos);
    CHECK(closed.details == "more than 24 hours");
    CHECK_FALSE(closed.can_retry);
    CHECK(failure_from(131056, "", "").can_retry);
    CHECK(failure_from(CloudRefusal{400, 131049, "", 0}).can_retry);
}

TEST_CASE("cloud errors: Meta's title stands in for a sentence the table lacks") {
    CHECK(failure_from(999999, "Something new", "").sentence == "Something new");
    CHECK(failure_from(131026, "Message undeliverable", "").sentence != "Message undeliverable");
    CHECK_FALSE(failure_from(0, "", "").sentence.empty());
}

TEST_CASE("cloud errors: a range of codes has the sentence of its field, whatever Meta calls the one") {
    CHECK(failure_from(139002, "Flow not found", "").sentence == english(FailureReason::kFlowBlocked));
    CHECK(failure_from(138001, "Receiver uncallable", "").sentence == english(FailureReason::kWrongWay));
    CHECK(failure_from(131207, "Group limit", "").sentence == english(FailureReason::kGroup));
    CHECK(failure_from(139005, "Something new", "").sentence == "Something new");
}

TEST_CASE("cloud errors: a window that has closed is told by a status, or at once in other words") {
    const auto at_once = failure_from(CloudRefusal{400, 100, "Message must be a template message.", 0});
    CHECK(at_once.code == kWindowClosedCode);
    CHECK(repair_of(at_once, 0, 1).action == Repair::kSendAsTemplate);
    const auto other = failure_from(CloudRefusal{400, 100, "Object does not exist", 0});
    CHECK(other.code == 100);
    CHECK(repair_of(other, 0, 1).action == Repair::kNone);
}

TEST_CASE("cloud errors: every code has one repair, and none is tried again against Meta's will") {
    constexpr UnixMillis at = 1'000'000;
    using enum Repair;
    struct Row {
        int code;
        Repair action;
        UnixMillis wait = 0;
    };
    const Row rows[] = {
        {0, kNone},
        {1, kRetry},
        {2, kRetry},
        {3, kReconnect},
        {4, kRetry},
        {10, kReconnect},
        {33, kRenew},
        {100, kNone},
        {190, kRenew},
        {200, kReconnect},
        {299, kReconnect},
        {368, kReconnect},
        {80007, kRetry},
        {130429, kRetry},
        {130472, kNone},
        {130497, kNone},
        {131000, kRetry},
        {131005, kReconnect},
        {131008, kNone},
        {131009, kNone},
        {131016, kRetry},
        {131020, kNone},
        {131021, kNone},
        {131026, kMarkUnreachable},
        {131030, kNone},
        {131031, kReconnect},
        {131037, kRetry},
        {131041, kNone},
        {131042, kReconnect},
        {131045, kReconnect},
        {131047, kSendAsTemplate},
        {131048, kWait, kHour},
        {131049, kWait, kDay},
        {131050, kNone},
        {131051, kNone},
        {131052, kNone},
        {131053, kConvertFile},
        {131055, kNone},
        {131056, kRetry},
        {131057, kWait, kMinute},
        {131059, kNone},
        {131062, kNone},
        {131063, kReconnect},
        {131064, kReconnect},
        {131201, kNone},
        {131215, kNone},
        {132000, kSendAsTemplate},
        {132001, kSendAsTemplate},
        {132005, kSendAsTemplate},
        {132007, kReconnect},
        {132008, kSendAsTemplate},
        {132012, kSendAsTemplate},
        {132015, kSendAsTemplate},
        {132016, kSendAsTemplate},
        {132068, kReconnect},
        {132069, kRetry},
        {133000, kReconnect},
        {133004, kRetry},
        {133005, kReconnect},
        {133006, kReconnect},
        {133008, kReconnect},
        {133009, kReconnect},
        {133010, kReconnect},
        {133015, kWait, 5 * kMinute},
        {133016, kWait, 3 * kDay},
        {134011, kReconnect},
        {134100, kSendAsTemplate},
        {134101, kWait, 10 * kMinute},
        {134102, kSendAsTemplate},
        {135000, kNone},
        {137000, kNone},
        {138006, kNone},
        {138018, kNone},
        {139000, kReconnect},
        {139004, kReconnect},
        {139100, kNone},
        {147001, kNone},
        {2388001, kNone},
        {2593109, kNone},
    };
    for (const auto& row : rows) {
        CAPTURE(row.code);
        const auto failure = failure_from(row.code, "", "");
        const auto repair = repair_of(failure, at, at);
        CHECK(static_cast<int>(repair.action) == static_cast<int>(row.action));
        CHECK(repair.not_before == (row.wait == 0 ? 0 : at + row.wait));
        // A retry is offered where, and when, it may help.
        const bool is_forbidden = explain(row.code, 0).kind == kFail;
        CHECK(may_retry(failure, at, at) == (!is_forbidden && row.wait == 0));
        CHECK(may_retry(failure, at, at + row.wait) == !is_forbidden);
        if (row.wait == 0) continue;
        CHECK(repair_of(failure, at, at + row.wait - 1).action == kWait);
        CHECK(repair_of(failure, at, at + row.wait).action == kRetry);
    }
}

}  // namespace
}  // namespace roost
