#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/ui_harness.h"

namespace roost::test {

namespace {

bool says(const UiHarness& ui, std::string_view part) {
    const auto& tree = ui.platform.tree;
    return std::any_of(tree.begin(), tree.end(), [part](const ui::Node& node) {
        return node.role == ui::Role::kText && node.label.find(part) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("thread header: which of our numbers it goes by, where there are several") {
    UiHarness ui;
    const Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    ui.start_signed_in(snapshot_of({row}));
    ui.click(ui::Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Habari")}));
    ui.event({101}, AccountNamed{row.account, {"Savanna Solar", "+254 700 555 010"}});
    CHECK_FALSE(says(ui, "Savanna Solar"));
    ui.event({102}, AccountNamed{AccountId{row.account.value + 1}, {"Serra Solar", "+55 11 99999-0000"}});
    CHECK(says(ui, "via Savanna Solar"));
    CHECK_FALSE(says(ui, "Serra Solar"));
}

}  // namespace roost::test
