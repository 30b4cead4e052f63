#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost::test {
namespace {

using ui::Role;

constexpr std::string_view kSaid =
    "Sending is paused. Meta does not accept the access token any more. Enter a new one in the settings; "
    "everything waits until then.";

AccountChanged token_refused(UnixMillis since) {
    const std::string sentence(english(FailureReason::kToken));
    return {AccountId{1}, AccountTrouble{Failure{190, sentence, "", true}, since, false}};
}

}  // namespace

TEST_CASE("account strip: a number from which nothing goes out is told above the list, until it does") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.event({101}, token_refused(kNow - 10 * kSecond));
    const auto strip = ui.see(Role::kStatus, kSaid).rect;
    CHECK(strip.height > 40);
    CHECK(ui.see(Role::kList).rect.y >= strip.y + strip.height);
    ui.event({102}, AccountChanged{AccountId{1}, std::nullopt});
    CHECK_FALSE(ui.sees(Role::kStatus, kSaid));
}

TEST_CASE("account strip: what is over in a moment is not told, what lasts is after five seconds") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.event({101}, token_refused(kNow));
    CHECK_FALSE(ui.sees(Role::kStatus, kSaid));
    ui.pass(5 * kSecond);
    CHECK(ui.sees(Role::kStatus, kSaid));
}

TEST_CASE("account strip: who may renew the token is led to where that is done") {
    for (const char* role : {"admin", "agent"}) {
        CAPTURE(role);
        const bool may = std::string_view(role) == "admin";
        UiHarness ui;
        Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow)});
        take_role(snapshot.me, role);
        ui.start_signed_in(snapshot);
        ui.event({101}, token_refused(kNow - 10 * kSecond));
        REQUIRE(ui.sees(Role::kStatus, kSaid));
        CHECK(ui.sees(Role::kButton, "Renew the token") == may);
        if (!may) continue;
        ui.click(Role::kButton, "Renew the token");
        CHECK(ui.platform.count_requests("GET", "/api/v1/accounts") == 1);
    }
}

}  // namespace roost::test
