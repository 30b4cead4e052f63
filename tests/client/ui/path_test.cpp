#include <cmath>

#include <doctest/doctest.h>

#include "client-wasm/ui/icons.h"

namespace roost::ui {
namespace {

TEST_CASE("path: lines may be written long, short, relative and absolute") {
    const auto strokes = flatten_path("M4 18h16m-2-3.5L.5-1");
    REQUIRE(strokes.size() == 2);
    CHECK(strokes[0].points.back().x == doctest::Approx(20));
    CHECK(strokes[1].points.front().y == doctest::Approx(14.5));
    CHECK(strokes[1].points.back().x == doctest::Approx(0.5));
    CHECK(strokes[1].points.back().y == doctest::Approx(-1));
}

TEST_CASE("path: every point of an arc lies on its circle") {
    const auto strokes = flatten_path("M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z");
    REQUIRE(strokes.size() == 1);
    CHECK(strokes[0].is_closed);
    CHECK(strokes[0].points.size() > 20);
    for (const ImVec2 point : strokes[0].points) {
        CHECK(std::hypot(point.x - 12, point.y - 12) == doctest::Approx(9).epsilon(0.001));
    }
}

TEST_CASE("path: a rounded corner turns the short way") {
    const auto strokes = flatten_path("M5 4h14a2 2 0 0 1 2 2");
    for (const ImVec2 point : strokes[0].points) {
        CHECK(point.x <= 21.001F);
        CHECK(point.y >= 3.999F);
    }
}

TEST_CASE("path: malformed text ends the drawing where it is") {
    CHECK(flatten_path("").empty());
    CHECK(flatten_path("8 8").empty());
    CHECK(flatten_path("M1 1 X").size() == 1);
}

}  // namespace
}  // namespace roost::ui
