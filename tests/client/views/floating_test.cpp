// The browser shows the words of fields over the canvas: what happens to them under a menu or a dialog.
#include "client-wasm/views/floating.h"

#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr std::uint32_t kOpaque = 255;
constexpr std::uint32_t kDimmed = 153;

struct OpenThread : UiHarness {
    OpenThread(float width, float height) {
        platform.resize(width, height);
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow - kMinute, "Habari")}));
    }

    std::uint32_t alpha() { return see(Role::kTextArea, "Message").field->colour >> 24; }
};

}  // namespace

TEST_CASE("floating: what lies over words hides them, and leaves those beside it") {
    OpenThread phone(390, 640);
    CHECK(phone.alpha() == kOpaque);
    phone.press("?");
    CHECK(phone.sees(Role::kDialog, "Keyboard shortcuts"));
    CHECK(phone.alpha() == 0);
    phone.press("Escape");
    CHECK(phone.alpha() == kOpaque);
    OpenThread desk(1100, 640);
    desk.click(Role::kButton, "Attach files");
    CHECK(desk.sees(Role::kMenu));
    CHECK(desk.alpha() == kOpaque);
}

TEST_CASE("floating: a dialog dims the words beside it like everything else, and not its own") {
    OpenThread ui(1100, 640);
    ui.press_control("k");
    CHECK(ui.alpha() == kDimmed);
    CHECK((ui.see(Role::kComboBox).field->colour >> 24) == kOpaque);
    ui.press("Escape");
    CHECK(ui.alpha() == kOpaque);
}

TEST_CASE("floating: in a scroller, what counts is where a field stands on the screen") {
    OpenThread ui(1100, 900);
    ui.click(Role::kButton, "Settings");
    const auto alpha = [&] { return ui.see(Role::kPasswordField, "Current password").field->colour >> 24; };
    CHECK(alpha() == kOpaque);
    ui.click(Role::kButton, "Account of");
    CHECK(ui.sees(Role::kDialog));
    CHECK(alpha() == kOpaque);
}

}  // namespace roost
