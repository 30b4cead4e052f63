// How wide the list is, and who says so.
#include <doctest/doctest.h>

#include "client-wasm/views/shell.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

Snapshot one_row() {
    return snapshot_of({conversation_with("Amina Yusuf", 7, kNow)});
}

float list_width(const UiHarness& ui) {
    return ui.see(Role::kList).rect.width;
}

void drag(UiHarness& ui, float x) {
    ui.platform.push(platform::Dragged{ui.see(Role::kSplitter).key, x});
    ui.run_frames();
}

TEST_CASE("panes: three layouts by the width of the screen, and the thread keeps its room") {
    const auto list_at = [](float width, float wish) {
        return shell_columns({0, 0, width, 900}, true, wish).list.width;
    };
    CHECK(list_at(1440, 0) == 340);
    CHECK(list_at(800, 0) == 288);
    CHECK(list_at(1440, 500) == 500);
    CHECK(list_at(1440, 5000) == 560);
    CHECK(list_at(1440, 1) == kNarrowestList);
    CHECK(list_at(800, 500) == 800 - 64 - 320);
    CHECK(list_at(600, 500) == kNarrowestList);
    CHECK(list_at(599, 500) == 0);
}

TEST_CASE("panes: the line between list and thread follows the pointer, within its bounds, and stays") {
    UiHarness ui;
    ui.start_signed_in(one_row());
    const ui::Node& line = ui.see(Role::kSplitter, "Width of the list");
    CHECK(line.range == ui::Range{240, 560, 340});
    drag(ui, 64 + 400);
    CHECK(list_width(ui) == 400);
    CHECK(ui.see(Role::kSplitter).range->now == 400);
    drag(ui, 1400);
    CHECK(list_width(ui) == 560);
    drag(ui, 64 + 420);
    ui.reload();
    CHECK(list_width(ui) == 420);
}

TEST_CASE("panes: arrows, Home and End move the line that has the focus, and no other") {
    UiHarness ui;
    ui.start_signed_in(one_row());
    ui.press("ArrowRight");
    CHECK(list_width(ui) == 340);
    ui.platform.focus(ui.see(Role::kSplitter).key);
    ui.press("ArrowRight");
    CHECK(list_width(ui) == 356);
    ui.press("ArrowLeft");
    ui.press("ArrowLeft");
    CHECK(list_width(ui) == 324);
    ui.press("Home");
    CHECK(list_width(ui) == 240);
    ui.press("End");
    CHECK(list_width(ui) == 560);
}

TEST_CASE("panes: mirrored, the line moves as it is seen to") {
    UiHarness ui;
    ui.platform.preferred_languages = "ar";
    ui.start_signed_in(one_row());
    drag(ui, 1440 - 64 - 400);
    CHECK(list_width(ui) == 400);
    ui.platform.focus(ui.see(Role::kSplitter).key);
    ui.press("ArrowLeft");
    CHECK(list_width(ui) == 416);
}

}  // namespace
}  // namespace roost
