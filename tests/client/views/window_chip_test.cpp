// How long the window is open still, as the composer says it.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

// The customer wrote so that the window closes in `left`.
void open_with(UiHarness& ui, UnixMillis left) {
    const UnixMillis written_at = kNow - kDay + left;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, written_at)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, written_at, "Habari")}));
}

TEST_CASE("window chip: hours and minutes, a minute above and below two hours") {
    for (const auto& [left, words] :
         {std::pair{2 * kHour + kMinute, "2 h 1 min left to answer freely"},
          std::pair{2 * kHour - kMinute, "1 h 59 min left to answer freely"}}) {
        CAPTURE(words);
        UiHarness ui;
        open_with(ui, left);
        CHECK(ui.sees(Role::kText, words));
    }
}

TEST_CASE("window chip: counts down by itself, and once it is over nothing but templates can be sent") {
    UiHarness ui;
    open_with(ui, 2 * kMinute);
    CHECK(ui.sees(Role::kText, "2 min left to answer freely"));
    CHECK(ui.sees(Role::kTextArea, "Message"));
    ui.pass(kMinute + 1);
    CHECK_FALSE(ui.sees(Role::kText, "2 min left"));
    ui.pass(kMinute);
    CHECK_FALSE(ui.sees(Role::kText, "left to answer freely"));
    CHECK_FALSE(ui.sees(Role::kTextArea, "Message"));
    CHECK(ui.sees(Role::kText, "The 24-hour window is closed"));
}

TEST_CASE("window chip: a computer whose clock is an hour wrong shows the window as the server has it") {
    for (const UnixMillis wrong : {-kHour, kHour}) {
        CAPTURE(wrong);
        UiHarness ui;
        ui.platform.time = kNow + wrong;
        const UnixMillis written_at = kNow - kDay + 2 * kMinute;
        Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, written_at)});
        snapshot.now = kNow;
        ui.start_signed_in(snapshot);
        ui.click(Role::kListRow, "Amina Yusuf");
        ui.page(page_of({text_from_customer(1, written_at, "Habari")}));
        CHECK(ui.sees(Role::kText, "2 min left to answer freely"));
        // It is woken when the minute is over, by the clock that the browser has.
        CHECK(ui.platform.wake > ui.platform.time);
        CHECK(ui.platform.wake <= ui.platform.time + kMinute + 1);
        ui.pass(kMinute + 1);
        CHECK_FALSE(ui.sees(Role::kText, "2 min left"));
        ui.pass(kMinute);
        CHECK(ui.sees(Role::kText, "The 24-hour window is closed"));
    }
}

TEST_CASE("window chip: what is sent from a computer that is an hour behind stands below what it answers") {
    UiHarness ui;
    ui.platform.time = kNow - kHour;
    Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)});
    snapshot.now = kNow;
    ui.start_signed_in(snapshot);
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow - kMinute, "Habari")}));
    ui.type("Message", "Thursday");
    ui.click(Role::kButton, "Send");
    std::string last;
    for (const ui::Node& node : ui.platform.tree)
        if (node.role == Role::kMessage) last = node.label;
    CHECK(last == "You, 13:07, waiting: Thursday");
}

}  // namespace
}  // namespace roost
