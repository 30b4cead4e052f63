// Where the focus goes, what it cannot leave, and what a finger can hit.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

Snapshot two_rows() {
    return snapshot_of(
        {conversation_with("Amina Yusuf", 7, kNow), conversation_with("Leila Haddad", 8, kNow - kHour)}
    );
}

// With the focus that a browser would give what is clicked.
void use(UiHarness& ui, Role role, std::string_view name) {
    ui.platform.push(platform::FocusMoved{ui.see(role, name).key, true});
    ui.click(role, name);
}

bool is_focused(const UiHarness& ui, Role role, std::string_view name) {
    return ui.platform.focused == ui.see(role, name).key;
}

TEST_CASE("focus: opening leads to the composer, closing back to the row") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    ui.press("j");
    ui.press("j");
    CHECK(is_focused(ui, Role::kListRow, "Leila Haddad"));
    use(ui, Role::kListRow, "Leila Haddad");
    CHECK(is_focused(ui, Role::kTextArea, "Message"));
    ui.press("Escape");
    CHECK(is_focused(ui, Role::kListRow, "Leila Haddad"));
}

TEST_CASE("focus: on a phone the messages take it, not the field that brings up the keyboard") {
    UiHarness ui;
    ui.platform.resize(390, 844, 2);
    ui.start_signed_in(two_rows());
    use(ui, Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Hello")}));
    CHECK(is_focused(ui, Role::kLog, ""));
    ui.click(Role::kButton, "Back to the list");
    CHECK(is_focused(ui, Role::kListRow, "Amina Yusuf"));
}

TEST_CASE("focus: one tab is in the Tab order, arrows go around the others") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    CHECK(ui.see(Role::kTab, "All").is_focusable);
    CHECK_FALSE(ui.see(Role::kTab, "WhatsApp").is_focusable);
    ui.focus(Role::kTab, "All");
    ui.press("ArrowRight");
    CHECK(is_focused(ui, Role::kTab, "WhatsApp"));
    ui.press("End");
    CHECK(is_focused(ui, Role::kTab, "Instagram"));
    ui.press("ArrowRight");
    CHECK(is_focused(ui, Role::kTab, "All"));
    ui.press("ArrowLeft");
    CHECK(is_focused(ui, Role::kTab, "Instagram"));
    ui.click(Role::kTab, "Instagram");
    CHECK(ui.see(Role::kTab, "Instagram").is_focusable);
}

TEST_CASE("focus: a refused password is asked for again, signing in leads to the first row") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(two_rows())));
    ui.start();
    CHECK(is_focused(ui, Role::kTextField, "E-mail"));
    ui.platform.answer("POST", "/api/v1/auth/login", problem(401, "Wrong."));
    ui.type("E-mail", "sofia@example.com");
    ui.type("Password", "no");
    ui.press_enter("Password");
    CHECK(is_focused(ui, Role::kPasswordField, "Password"));
    ui.platform.answer("POST", "/api/v1/auth/login", session());
    ui.type("Password", "yes");
    ui.press_enter("Password");
    CHECK(is_focused(ui, Role::kListRow, "Amina Yusuf"));
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").is_focusable);
    CHECK_FALSE(ui.see(Role::kListRow, "Leila Haddad").is_focusable);
}

TEST_CASE("focus: the menu takes it and gives it back, and no key reaches what lies under it") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    use(ui, Role::kButton, "Account of");
    REQUIRE(ui.sees(Role::kDialog, "Account"));
    CHECK(is_focused(ui, Role::kButton, "Online"));
    ui.press("j");
    CHECK(is_focused(ui, Role::kButton, "Online"));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(is_focused(ui, Role::kButton, "Account of"));
}

TEST_CASE("help: a question mark opens the keys that there are, and Escape closes only them") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    use(ui, Role::kListRow, "Amina Yusuf");
    // As it arrives from a French keyboard, with Shift and a comma's key.
    ui.platform.push(platform::KeyPressed{.key = "?", .has_shift = true});
    ui.run_frames();
    REQUIRE(ui.sees(Role::kDialog, "Keyboard shortcuts"));
    CHECK(is_focused(ui, Role::kButton, "Close"));
    CHECK(ui.count(Role::kListItem) == 13);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sees(Role::kTextArea, "Message"));
    CHECK(is_focused(ui, Role::kTextArea, "Message"));
}

TEST_CASE("help: no letter fires while a field has the focus") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    use(ui, Role::kListRow, "Amina Yusuf");
    ui.platform.push(platform::KeyPressed{.key = "?", .has_shift = true, .is_in_field = true});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kDialog));
}

TEST_CASE("theme: the reader's choice wins over the system's, and is remembered") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    CHECK_FALSE(ui.platform.shows_dark);
    use(ui, Role::kButton, "Account of");
    ui.click(Role::kButton, "Dark");
    CHECK(ui.platform.shows_dark);
    CHECK(ui.see(Role::kButton, "Dark").is_pressed == true);
    ui.reload();
    CHECK(ui.platform.shows_dark);
    use(ui, Role::kButton, "Account of");
    ui.click(Role::kButton, "System");
    CHECK_FALSE(ui.platform.shows_dark);
    CHECK_FALSE(ui.platform.load("theme").has_value());
}

TEST_CASE("live: the first message is read out, those on its heels are summed up") {
    UiHarness ui;
    ui.start_signed_in(two_rows());
    use(ui, Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Hello")}));
    const Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    ui.event({101}, MessageAdded{text_from_customer(5000, kNow, "One"), row, {}});
    for (std::int64_t i = 1; i <= 5; ++i)
        ui.event({101 + i}, MessageAdded{text_from_customer(5000 + i, kNow + i, "More"), row, {}});
    REQUIRE(ui.platform.announced.size() == 1);
    CHECK(ui.platform.announced.back().first == "Amina Yusuf: One");
    ui.pass(kSecond);
    REQUIRE(ui.platform.announced.size() == 2);
    CHECK(ui.platform.announced.back().first == "5 new messages");
    CHECK_FALSE(ui.platform.announced.back().second);
}

TEST_CASE("mirror: messages know their place, and a phone's thread has a heading of the first level") {
    UiHarness ui;
    ui.platform.resize(390, 844, 2);
    ui.start_signed_in(two_rows());
    use(ui, Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "One"), text_from_customer(2, kNow, "Two")}));
    const ui::Node& last = ui.see(Role::kMessage, "Amina Yusuf, 13:07: Two");
    CHECK(last.position == 2);
    CHECK(last.set_size == 2);
    CHECK(ui.see(Role::kHeading, "Amina Yusuf").level == 1);
    CHECK(ui.count(Role::kMain) == 1);
}

bool is_touched(const ui::Node& node) {
    return node.role == Role::kButton || node.role == Role::kTab || node.role == Role::kListRow ||
           node.role == Role::kLink || node.field.has_value();
}

void check_targets(const UiHarness& ui) {
    int seen = 0;
    for (const ui::Node& node : ui.platform.tree) {
        if (!is_touched(node)) continue;
        CAPTURE(node.label);
        CHECK(node.rect.width >= 44);
        CHECK(node.rect.height >= 44);
        ++seen;
    }
    CHECK(seen > 0);
}

TEST_CASE("touch: whatever a finger can hit on a phone is 44 px wide and high") {
    UiHarness ui;
    ui.platform.resize(390, 844, 2);
    ui.platform.answer_once("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.start();
    check_targets(ui);
    UiHarness inbox;
    inbox.platform.resize(390, 844, 2);
    inbox.start_signed_in(two_rows());
    check_targets(inbox);
    use(inbox, Role::kButton, "Account of");
    check_targets(inbox);
    inbox.click(Role::kButton, "Language");
    check_targets(inbox);
    inbox.press("Escape");
    use(inbox, Role::kListRow, "Amina Yusuf");
    inbox.platform.respond("GET", "/api/v1/conversations/7/messages", problem(500, "The disk is full."));
    inbox.run_frames();
    check_targets(inbox);
    inbox.click(Role::kButton, "Try again");
    Message failed = text_from_agent(3, kNow, "Three", DeliveryStatus::kFailed);
    failed.failure = Failure{};
    failed.failure->can_retry = true;
    failed.failure->sentence = "It did not work.";
    inbox.page(page_of({text_from_customer(1, kNow, "One"), failed}));
    CHECK(inbox.sees(Role::kButton, "Retry"));
    check_targets(inbox);
}

}  // namespace
}  // namespace roost
