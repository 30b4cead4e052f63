// Signing in and out, and keeping the connection.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

void fill_in(UiHarness& ui, std::string_view password) {
    ui.type("E-mail", "sofia@example.com");
    ui.type("Password", password);
    ui.click(Role::kButton, "Sign in");
}

TEST_CASE("session: a wrong password is said in words, and the right one leads to the inbox") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.start();
    CHECK(ui.sees(Role::kHeading, "Sign in to Roost"));
    CHECK_FALSE(ui.sees(Role::kAlert));
    ui.platform.answer_once("POST", "/api/v1/auth/login", problem(401, "The password is not right."));
    fill_in(ui, "wrong");
    CHECK(ui.sees(Role::kAlert, "The e-mail address or the password is wrong."));
    CHECK(ui.value("Password").empty());
    ui.platform.answer("POST", "/api/v1/auth/login", session());
    ui.platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(snapshot_of({}))));
    fill_in(ui, "right");
    CHECK(ui.sees(Role::kHeading, "Inbox"));
    CHECK(ui.sees(Role::kButton, "Account of Sofia Otieno"));
}

TEST_CASE("session: after too many attempts the seconds count down, and nothing is sent until then") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.start();
    platform::Response refused = problem(429, "Too many attempts.");
    refused.retry_after = 12;
    ui.platform.answer_once("POST", "/api/v1/auth/login", refused);
    fill_in(ui, "wrong");
    CHECK(ui.sees(Role::kAlert, "Too many attempts. Try again in 12 seconds."));
    CHECK(ui.see(Role::kButton, "Sign in").is_disabled);
    CHECK(ui.platform.wake <= ui.platform.time + kSecond);
    ui.pass(2 * kSecond);
    // Drawn anew, and not said anew.
    CHECK(ui.sees(Role::kAlert, "Too many attempts. Try again in 12 seconds."));
    ui.type("Password", "right");
    ui.press_enter("Password");
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/login") == 1);
    ui.pass(10 * kSecond);
    CHECK_FALSE(ui.sees(Role::kAlert));
    CHECK_FALSE(ui.see(Role::kButton, "Sign in").is_disabled);
    ui.click(Role::kButton, "Sign in");
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/login") == 2);
}

// What the server says once the password was right.
platform::Response asks_code(std::string_view code) {
    platform::Response response = problem(401, "A sentence in English.");
    response.body =
        R"({"status":401,"detail":"A sentence in English.","code":")" + std::string(code) + R"("})";
    return response;
}

struct SecondStep : UiHarness {
    SecondStep() {
        platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
        start();
        platform.answer_once("POST", "/api/v1/auth/login", asks_code("second_factor_needed"));
        fill_in(*this, "right");
    }
    Json sent() const { return parse_json(platform.requests.back().body).value_or(Json()); }
};

TEST_CASE("session: who has a second step is asked for the code, told so, and led to its field") {
    SecondStep ui;
    CHECK(ui.sees(Role::kHeading, "Two-step sign-in"));
    CHECK_FALSE(ui.sees(Role::kPasswordField));
    CHECK_FALSE(ui.sees(Role::kAlert));
    const ui::Node& field = ui.see_field("Code");
    CHECK(ui.platform.focused == field.key);
    CHECK(field.field->autocomplete == "one-time-code");
    REQUIRE_FALSE(ui.platform.announced.empty());
    CHECK(ui.platform.announced.back().first == "Enter the six digits that your authenticator app shows.");
    const int asked = ui.platform.count_requests("POST", "/api/v1/auth/login");
    ui.click(Role::kButton, "Sign in");
    CHECK(ui.see_field("Code").description == "Enter the code.");
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/login") == asked);
    ui.platform.answer_once("POST", "/api/v1/auth/login", session());
    ui.platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(snapshot_of({}))));
    ui.type("Code", " 123 456 ");
    ui.press_enter("Code");
    CHECK(ui.sees(Role::kHeading, "Inbox"));
}

TEST_CASE("session: a wrong code is told beside the field, which is emptied and keeps the focus") {
    SecondStep ui;
    ui.type("Code", "000000");
    ui.press_enter("Code");
    CHECK(ui.sent() == Json{{"email", "sofia@example.com"}, {"password", "right"}, {"code", "000000"}});
    CHECK(ui.see(Role::kButton, "Signing in").is_disabled);
    REQUIRE(ui.platform.respond("POST", "/api/v1/auth/login", asks_code("second_factor_wrong")));
    ui.run_frames();
    CHECK(ui.see_field("Code").description == "The code is wrong, or was used already.");
    CHECK(ui.value("Code").empty());
    CHECK(ui.platform.focused == ui.see_field("Code").key);
    CHECK(
        ui.platform.announced.back() ==
        std::pair{std::string("The code is wrong, or was used already."), true}
    );
}

TEST_CASE("session: a recovery code has a field of its own, and the way back begins anew") {
    SecondStep ui;
    ui.click(Role::kButton, "Use a recovery code");
    CHECK(ui.see_field("Recovery code").field->autocomplete.empty() == false);
    CHECK(ui.see_field("Recovery code").field->autocomplete != "one-time-code");
    CHECK(ui.platform.focused == ui.see_field("Recovery code").key);
    ui.type("Recovery code", "7k3m-q9xc-v2ha");
    ui.press_enter("Recovery code");
    CHECK(ui.sent()["code"] == "7k3m-q9xc-v2ha");
    // Without an answer it stays, to be sent again.
    REQUIRE(ui.platform.respond("POST", "/api/v1/auth/login", unreachable()));
    ui.run_frames();
    CHECK(ui.value("Recovery code") == "7k3m-q9xc-v2ha");
    ui.click(Role::kButton, "Use the app");
    CHECK(ui.platform.focused == ui.see_field("Code").key);
    ui.click(Role::kButton, "Back");
    CHECK(ui.value("E-mail") == "sofia@example.com");
    CHECK(ui.value("Password").empty());
    CHECK(ui.platform.focused == ui.see(Role::kPasswordField, "Password").key);
}

TEST_CASE("session: whose password is no longer right is led back to it; who tries too often waits") {
    SecondStep ui;
    platform::Response refused = problem(429, "Too many attempts.");
    refused.retry_after = 12;
    ui.type("Code", "000000");
    ui.press_enter("Code");
    REQUIRE(ui.platform.respond("POST", "/api/v1/auth/login", refused));
    ui.run_frames();
    CHECK(ui.see_field("Code").description == "Too many attempts. Try again in 12 seconds.");
    CHECK(ui.see(Role::kButton, "Sign in").is_disabled);
    ui.pass(12 * kSecond);
    ui.type("Code", "000001");
    ui.press_enter("Code");
    REQUIRE(ui.platform.respond("POST", "/api/v1/auth/login", asks_code("unauthorized")));
    ui.run_frames();
    CHECK(ui.sees(Role::kAlert, "The e-mail address or the password is wrong."));
    CHECK(ui.platform.focused == ui.see(Role::kPasswordField, "Password").key);
}

TEST_CASE("session: Enter in the password field signs in; empty fields do not ask the server") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, ""));
    ui.start();
    ui.click(Role::kButton, "Sign in");
    CHECK(ui.sees(Role::kAlert, "Enter your e-mail"));
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/login") == 0);
    ui.type("E-mail", "sofia@example.com");
    ui.type("Password", "secret");
    ui.press_enter("Password");
    CHECK(ui.platform.is_waiting("POST", "/api/v1/auth/login"));
}

TEST_CASE("session: signing out leaves nothing of the agent on screen") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Sign out");
    CHECK(ui.sees(Role::kHeading, "Sign in to Roost"));
    CHECK_FALSE(ui.sees(Role::kListRow));
    CHECK_FALSE(ui.platform.has_stream());
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/logout") == 1);
}

TEST_CASE("session: an expired token is renewed once for all who wait, and their calls are repeated") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    const int renewals = ui.platform.count_requests("POST", "/api/v1/auth/refresh");
    ui.platform.answer_once("GET", "/api/v1/conversations/7/messages", problem(401, ""));
    ui.click(Role::kListRow, "Amina Yusuf");
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/refresh") == renewals + 1);
    ui.page(page_of({text_from_customer(1, kNow, "Habari!")}));
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf"));
}

TEST_CASE("session: a session that ended leads back to the sign-in") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "Ended."));
    ui.platform.answer("GET", "/api/v1/conversations/7/messages", problem(401, ""));
    ui.click(Role::kListRow, "Amina Yusuf");
    CHECK(ui.sees(Role::kHeading, "Sign in to Roost"));
}

TEST_CASE("session: a lost connection counts down, comes back from where it was and is live") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    CHECK(ui.sees(Role::kStatus, "Live"));
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.rev = {105};
    ui.event({105}, ConversationChanged{row, {}});
    ui.platform.stream_breaks();
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "Offline, retrying"));
    CHECK(ui.platform.wake != 0);
    CHECK(ui.platform.wake <= ui.platform.time + kSecond);
    // The seconds are only drawn: said aloud, each would be an announcement.
    const std::string said = ui.see(Role::kStatus, "Offline").label;
    ui.pass(400);
    CHECK(ui.see(Role::kStatus, "Offline").label == said);
    ui.pass(600);
    REQUIRE(ui.platform.has_stream());
    CHECK(ui.platform.requests.back().path == "/api/v1/events?since=105");
    ui.platform.stream_answers(200);
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "Catching up…"));
    ui.pass(kSecond);
    CHECK(ui.sees(Role::kStatus, "Live"));
}

TEST_CASE("session: the network coming back does not wait for the countdown") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({}));
    ui.platform.stream_breaks();
    ui.run_frames();
    CHECK_FALSE(ui.platform.has_stream());
    ui.platform.push(platform::OnlineChanged{true});
    ui.run_frames();
    CHECK(ui.platform.has_stream());
}

TEST_CASE("session: a gap in the log is bridged by a new snapshot, and the open thread is loaded anew") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Habari!")}));
    Snapshot later =
        snapshot_of({conversation_with("Amina Yusuf", 7, kNow), conversation_with("Tom", 8, kNow)});
    later.seq = {900};
    ui.platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(later)));
    ui.platform.stream_sends("event: reset\ndata: {}\n\n");
    ui.run_frames();
    CHECK(ui.sees(Role::kListRow, "Tom"));
    ui.page(page_of({text_from_customer(1, kNow, "Habari!"), text_from_customer(2, kNow, "Still there?")}));
    CHECK(ui.count(Role::kMessage) == 2);
    CHECK(ui.platform.count_requests("GET", "/api/v1/events?since=900") == 1);
}

TEST_CASE("session: nothing moves while nothing happens") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kHour)}));
    ui.pass(kSecond);
    // The next thing to do is to doubt a silent connection, or midnight; no timer ticks meanwhile.
    CHECK(ui.platform.wake >= ui.platform.time + 20 * kSecond);
}

TEST_CASE("session: the page's outline goes with the first screen of use, and not before") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", session());
    ui.start();
    REQUIRE(ui.platform.is_waiting("GET", "/api/v1/snapshot"));
    CHECK_FALSE(ui.platform.has_loaded);
    CHECK(ui.platform.storage.at("agent") == "3");
    ui.platform.respond("GET", "/api/v1/snapshot", ok(write_snapshot(snapshot_of({}))));
    ui.run_frames();
    CHECK(ui.platform.has_loaded);
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Sign out");
    CHECK_FALSE(ui.platform.storage.contains("agent"));
}

TEST_CASE("session: without an answer, who was signed in is told so and comes in by itself") {
    UiHarness ui;
    ui.platform.storage.emplace("agent", "3");
    ui.platform.answer("POST", "/api/v1/auth/refresh", unreachable());
    ui.start();
    CHECK(ui.sees(Role::kText, "The server cannot be reached."));
    CHECK_FALSE(ui.sees(Role::kHeading, "Sign in"));
    CHECK(ui.platform.has_loaded);
    REQUIRE(ui.platform.wake > ui.platform.time);
    ui.pass(ui.platform.wake - ui.platform.time);
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/refresh") == 2);

    ui.platform.answer("POST", "/api/v1/auth/refresh", session());
    ui.platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(snapshot_of({}))));
    ui.platform.push(platform::OnlineChanged{true});
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Inbox"));
}

TEST_CASE("session: without an answer, who was not signed in is asked to, with the reason") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", unreachable());
    ui.start();
    CHECK(ui.sees(Role::kHeading, "Sign in to Roost"));
    CHECK(ui.sees(Role::kAlert, "The server cannot be reached."));
}

}  // namespace
}  // namespace roost
