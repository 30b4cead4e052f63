#include <doctest/doctest.h>

#include "server/app/sessions.h"
#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::kGoodPassword;
using test::PeopleCase;

constexpr std::string_view kNewPassword = "zebra tisch lampe";

struct WithBen : PeopleCase {
    WithBen() {
        const auto added = add_agent(*deps, "ben@example.org", "Ben", AgentRole::kAgent, kGoodPassword);
        REQUIRE(added);
        ben = *added;
        here = open(ben);
        elsewhere = open(ben);
        as_ben.who = *check_access_token(*deps, here.access_token);
    }
    AgentId ben;
    Session here;
    Session elsewhere;
    Actor as_ben;
};

TEST_CASE("password: the old one is asked for, the new one holds, and all other sessions end") {
    WithBen use;
    REQUIRE(change_password(*use.deps, use.as_ben, kGoodPassword, kNewPassword));
    CHECK(use.is_good(use.here));
    CHECK_FALSE(use.is_good(use.elsewhere));
    CHECK_FALSE(refresh_session(*use.deps, use.elsewhere.refresh_token));
    CHECK(refresh_session(*use.deps, use.here.refresh_token));
    CHECK_FALSE(sign_in(*use.deps, "ben@example.org", kGoodPassword));
    CHECK(sign_in(*use.deps, "ben@example.org", kNewPassword));
}

TEST_CASE("password: a wrong old one and a bad new one change nothing") {
    WithBen use;
    const auto wrong = change_password(*use.deps, use.as_ben, "wrong wrong wrong", kNewPassword);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().error.code == ErrorCode::kForbidden);
    const auto bad = change_password(*use.deps, use.as_ben, kGoodPassword, "short");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().error.code == ErrorCode::kInvalid);
    CHECK(use.is_good(use.elsewhere));
    CHECK(sign_in(*use.deps, "ben@example.org", kGoodPassword));
}

TEST_CASE("password: who found an open page cannot try for long") {
    WithBen use;
    for (int i = 0; i < 10; ++i)
        CHECK_FALSE(change_password(*use.deps, use.as_ben, "wrong wrong wrong", kNewPassword));
    const auto waiting = change_password(*use.deps, use.as_ben, kGoodPassword, kNewPassword);
    REQUIRE_FALSE(waiting);
    CHECK(waiting.error().retry_seconds == 1);
    // It is another count than that of signing in: nobody is locked out by it.
    CHECK(sign_in(*use.deps, "ben@example.org", kGoodPassword));
    use.clock.advance(2 * kSecond);
    CHECK(change_password(*use.deps, use.as_ben, kGoodPassword, kNewPassword));
}

}  // namespace
}  // namespace roost
