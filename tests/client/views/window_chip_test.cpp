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

}  // namespace
}  // namespace roost
