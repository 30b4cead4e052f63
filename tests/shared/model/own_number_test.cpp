#include "shared/model/own_number.h"

#include <doctest/doctest.h>

namespace roost {

namespace {

NumberHealth healthy() {
    NumberHealth health;
    health.checked_at = 1000;
    health.display_number = "+254 700 555 010";
    health.quality = "GREEN";
    health.messaging_limit = "TIER_1K";
    health.is_subscribed = true;
    return health;
}

}  // namespace

TEST_CASE("own number: every problem and every aspect has a name that leads back to it") {
    for (std::size_t i = 0; i < kNumberProblemKinds; ++i) {
        const auto kind = static_cast<NumberProblemKind>(i);
        CAPTURE(i);
        CHECK(parse_number_problem(number_problem_name(kind)) == kind);
    }
    for (std::size_t i = 0; i < kNumberAspects; ++i) {
        const auto aspect = static_cast<NumberAspect>(i);
        CAPTURE(i);
        CHECK(parse_number_aspect(number_aspect_name(aspect)) == aspect);
    }
    CHECK_FALSE(parse_number_problem("bad_luck"));
    CHECK_FALSE(parse_number_aspect(""));
}

TEST_CASE("own number: what makes every call fail prevents connecting, what can be waited for does not") {
    CHECK(prevents_connecting(NumberProblemKind::kTokenRefused));
    CHECK(prevents_connecting(NumberProblemKind::kSecretWrong));
    CHECK(prevents_connecting(NumberProblemKind::kNumberElsewhere));
    CHECK_FALSE(prevents_connecting(NumberProblemKind::kTokenTemporary));
    CHECK_FALSE(prevents_connecting(NumberProblemKind::kNotSubscribed));
    CHECK_FALSE(prevents_connecting(NumberProblemKind::kAddressUnreachable));
    CHECK_FALSE(prevents_connecting(NumberProblemKind::kNumberUnverified));
}

TEST_CASE("own number: the first look changes nothing, the next ones tell what is different") {
    auto after = healthy();
    CHECK(changes_between(NumberHealth{}, after).empty());
    CHECK(changes_between(healthy(), after).empty());
    after.checked_at = 2000;
    after.quality = "RED";
    after.messaging_limit = "TIER_10K";
    after.is_subscribed = false;
    after.problems = {{NumberProblemKind::kQualityLow, ""}};
    const std::vector<NumberChange> expected{
        {2000, NumberAspect::kQuality, "GREEN", "RED"},
        {2000, NumberAspect::kMessagingLimit, "TIER_1K", "TIER_10K"},
        {2000, NumberAspect::kSubscription, "yes", ""},
        {2000, NumberAspect::kProblem, "", "quality_low"},
    };
    CHECK(changes_between(healthy(), after) == expected);
}

TEST_CASE("own number: a Meta that does not answer is a problem, and no change of what it told") {
    NumberHealth silent;
    silent.checked_at = 3000;
    silent.problems = {{NumberProblemKind::kMetaUnreachable, "timed out"}};
    const std::vector<NumberChange> expected{{3000, NumberAspect::kProblem, "", "meta_unreachable"}};
    CHECK(changes_between(healthy(), silent) == expected);
}

TEST_CASE("own number: the same problem in other words is no change") {
    auto before = healthy();
    before.problems = {{NumberProblemKind::kMetaUnreachable, "timed out"}};
    auto after = before;
    after.problems.front().detail = "connection refused";
    CHECK(changes_between(before, after).empty());
}

}  // namespace roost
