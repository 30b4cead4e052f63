#include "client-wasm/views/menu.h"

#include <vector>

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("menu: arrows go around, Home and End to the ends, letters to what begins with them") {
    const std::vector<MenuItem> items{
        {ui::Icon::kReply, "Reply", 1},
        {ui::Icon::kCopy, "Copy", 2},
        {ui::Icon::kRefresh, "Retry", 3},
        {ui::Icon::kInfo, "نسخ", 4}};
    CHECK(menu_step(items, 0, "ArrowDown") == 1);
    CHECK(menu_step(items, 3, "ArrowDown") == 0);
    CHECK(menu_step(items, 0, "ArrowUp") == 3);
    CHECK(menu_step(items, 2, "Home") == 0);
    CHECK(menu_step(items, 0, "End") == 3);
    CHECK(menu_step(items, 0, "r") == 2);
    CHECK(menu_step(items, 2, "R") == 0);
    CHECK(menu_step(items, 1, "c") == 1);
    CHECK(menu_step(items, 0, "ن") == 3);
    CHECK(menu_step(items, 0, "x") == std::nullopt);
    CHECK(menu_step(items, 0, "PageDown") == std::nullopt);
    CHECK(menu_step({}, 0, "ArrowDown") == std::nullopt);
}

}  // namespace
}  // namespace roost
