#include "server/cloud/errors.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace roost
