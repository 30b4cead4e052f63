#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost::test {
namespace {

using ui::Role;

constexpr std::string_view kTwo =
    R"({"notices":[{"id":"8","at":"2026-11-20T12:00:00Z","kind":"number_flagged","subject":"+1 555-078-3881"},)"
    R"({"id":"9","at":"2026-11-20T12:00:00Z","kind":"of_tomorrow"},)"
    R"({"id":"7","at":"2026-11-20T11:00:00Z","kind":"template_rejected","subject":"offer","detail":"SCAM"}]})";
constexpr std::string_view kFlagged =
    R"({"notices":[{"id":"8","at":"2026-11-20T12:00:00Z","kind":"number_flagged","subject":"+1 555-078-3881"}]})";
constexpr std::string_view kRejected = "WhatsApp rejected the template “offer”: SCAM";

Snapshot snapshot_for(std::string_view role) {
    Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow)});
    take_role(snapshot.me, role);
    return snapshot;
}

}  // namespace

TEST_CASE("notice strip: an administrator reads one after the other, the oldest first, and dismisses them") {
    UiHarness ui;
    ui.platform.answer("GET", "/api/v1/notices", {200, std::string(kTwo)});
    ui.platform.answer("DELETE", "/api/v1/notices/7", {204, ""});
    ui.start_signed_in(snapshot_for("admin"));
    ui.run_frames();
    const auto strip = ui.see(Role::kStatus, kRejected).rect;
    CHECK(ui.see(Role::kList).rect.y >= strip.y + strip.height);
    ui.platform.answer("GET", "/api/v1/notices", {200, std::string(kFlagged)});
    ui.click(Role::kButton, "Dismiss");
    CHECK_FALSE(ui.sees(Role::kStatus, kRejected));
    CHECK(ui.sees(
        Role::kStatus,
        "Customers block or report messages from +1 555-078-3881. Write only to those who "
        "asked for it, or WhatsApp lets you write to fewer."
    ));
    // Another administrator has seen the rest.
    ui.platform.answer("GET", "/api/v1/notices", {200, R"({"notices":[]})"});
    ui.event({101}, NoticesChanged{});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kButton, "Dismiss"));
}

TEST_CASE("notice strip: a list that was asked for before a dismissal does not bring it back") {
    UiHarness ui;
    ui.platform.answer("GET", "/api/v1/notices", {200, std::string(kTwo)});
    ui.start_signed_in(snapshot_for("admin"));
    ui.run_frames();
    ui.platform.leave_waiting("GET", "/api/v1/notices");
    ui.event({101}, NoticesChanged{});
    ui.click(Role::kButton, "Dismiss");
    CHECK(ui.platform.respond("GET", "/api/v1/notices", {200, std::string(kTwo)}));
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kStatus, kRejected));
    // What came with that list is read again behind the dismissal, even one that was refused.
    CHECK(ui.platform.respond("DELETE", "/api/v1/notices/7", {500, ""}));
    ui.run_frames();
    CHECK(ui.platform.respond("GET", "/api/v1/notices", {200, std::string(kTwo)}));
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, kRejected));
}

TEST_CASE("notice strip: a reason that nobody gave leaves no colon, and agents are not asked to read any") {
    UiHarness ui;
    ui.platform.answer(
        "GET",
        "/api/v1/notices",
        {200, R"({"notices":[{"id":"7","at":"2026-11-20T11:00:00Z","kind":"account_restricted"}]})"}
    );
    ui.start_signed_in(snapshot_for("admin"));
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "WhatsApp restricted the account"));
    UiHarness other;
    other.start_signed_in(snapshot_for("agent"));
    other.run_frames();
    CHECK(other.platform.count_requests("GET", "/api/v1/notices") == 0);
}

}  // namespace roost::test
