#include "client-wasm/views/heights.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("heights: sums and places agree, before and after a change") {
    Heights heights;
    heights.assign({10, 20, 30, 40, 50});
    CHECK(heights.total() == 150);
    CHECK(heights.before(3) == 60);
    CHECK(heights.row_at(-5) == 0);
    CHECK(heights.row_at(9.5) == 0);
    CHECK(heights.row_at(10) == 1);
    CHECK(heights.row_at(149) == 4);
    CHECK(heights.row_at(1000) == 4);
    heights.set(1, 100);
    CHECK(heights.total() == 230);
    CHECK(heights.row_at(60) == 1);
    CHECK(heights.before(2) == 110);
}

TEST_CASE("heights: 100,000 rows lose no pixel") {
    Heights heights;
    heights.assign(std::vector<float>(100'000, 33.25F));
    CHECK(heights.total() == 3'325'000.0);
    CHECK(heights.row_at(33.25 * 77'777 + 1) == 77'777);
}

}  // namespace
}  // namespace roost
