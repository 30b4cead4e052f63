#include "client-wasm/emoji/grid.h"

#include <array>

#include <doctest/doctest.h>

namespace roost::emoji {
namespace {

// 4, none, 7 and 1 cells in rows of three.
Grid sample() {
    constexpr std::array<std::size_t, 4> kSections{4, 0, 7, 1};
    return {kSections, {.cell = 10, .heading = 5, .columns = 3}, true};
}

TEST_CASE("emoji grid: groups under each other, empty ones without a heading") {
    const Grid grid = sample();
    CHECK(grid.size() == 12);
    CHECK(grid.height() == 3 * 5 + 6 * 10);
    CHECK(grid.section_top(0) == 0.0F);
    CHECK_FALSE(grid.section_top(1).has_value());
    CHECK(grid.section_top(2) == 25.0F);
    CHECK(grid.section_at(0) == 0);
    CHECK(grid.section_at(24) == 0);
    CHECK(grid.section_at(25) == 2);
    CHECK(grid.section_at(9999) == 3);
}

TEST_CASE("emoji grid: only the rows that are seen") {
    const Grid grid = sample();
    const auto rows = grid.rows_between(16, 31);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].first == 3);
    CHECK(rows[0].count == 1);
    CHECK(rows[1].count == 0);  // a heading
    CHECK(rows[2].first == 4);
    CHECK(grid.rows_between(500, 600).empty());
}

TEST_CASE("emoji grid: arrows go over rows of any length and over headings") {
    const Grid grid = sample();
    CHECK(grid.neighbour(std::nullopt, Step::kDown) == 0);
    CHECK(grid.neighbour(0, Step::kRight) == 1);
    CHECK(grid.neighbour(2, Step::kDown) == 3);  // the only one of its row
    CHECK(grid.neighbour(3, Step::kDown) == 4);
    CHECK(grid.neighbour(6, Step::kUp) == 3);
    CHECK(grid.neighbour(3, Step::kRight) == 4);
    CHECK(grid.neighbour(0, Step::kLeft) == 0);
    CHECK(grid.neighbour(1, Step::kUp) == 1);
    CHECK(grid.neighbour(11, Step::kRight) == 11);
    CHECK(grid.neighbour(11, Step::kDown) == 11);
    CHECK_FALSE(Grid().neighbour(0, Step::kDown).has_value());
    CHECK(grid.row_of(7)->y == 40.0F);
    CHECK_FALSE(grid.row_of(12).has_value());
}

TEST_CASE("emoji grid: what was found stands alone without a heading") {
    constexpr std::array<std::size_t, 1> kFound{2};
    const Grid grid(kFound, {.cell = 10, .heading = 5, .columns = 3}, false);
    CHECK(grid.height() == 10);
    CHECK(grid.row_of(1)->y == 0.0F);
}

}  // namespace
}  // namespace roost::emoji
