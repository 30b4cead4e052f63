#include <doctest/doctest.h>

#include "server/app/totp.h"
#include "server/app/two_factor.h"
#include "server/commands/commands.h"
#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::kGoodPassword;

TEST_CASE("two-factor-off: who has the machine lets the only administrator in again, and the log tells of it"
) {
    test::PeopleCase use;
    const auto ben = add_agent(*use.deps, "ben@example.org", "Ben", AgentRole::kAdmin, kGoodPassword);
    REQUIRE(ben);
    Actor as_ben;
    as_ben.who = {*ben, AgentRole::kAdmin};
    const auto offer = begin_two_factor(*use.deps, as_ben, kGoodPassword);
    REQUIRE(offer);
    const auto code = totp_code(offer->secret, totp_step(use.clock.now()));
    REQUIRE(confirm_two_factor(*use.deps, as_ben, code));
    const Arguments others[] = {
        {"--data", use.dir.path()},
        {"--email", "nobody@example.org", "--data", use.dir.path()},
        {"--email", "ana@example.org", "--data", use.dir.path()},
        {"--email", "ben@example.org", "--folder", use.dir.path()}};
    for (const auto& refused : others)
        CHECK(two_factor_off_command(refused) == 1);
    CHECK(two_factor_of(*use.deps, *ben)->is_on);
    CHECK(two_factor_off_command({"--email", "ben@example.org", "--data", use.dir.path()}) == 0);
    CHECK_FALSE(two_factor_of(*use.deps, *ben)->is_on);
    CHECK(use.log().front() == "two_factor.off ben@example.org: on this machine");
    CHECK(sign_in(*use.deps, "ben@example.org", kGoodPassword));
}

}  // namespace
}  // namespace roost
