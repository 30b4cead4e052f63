#include "shared/model/blur.h"

#include <doctest/doctest.h>

#include <vector>

namespace roost {
namespace {

// `width` × `height` pixels, each as `colour(x, y)` says.
template <class Colour>
std::vector<std::uint8_t> picture(std::size_t width, std::size_t height, Colour colour) {
    std::vector<std::uint8_t> pixels;
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            for (const auto part : Rgb(colour(x, y)))
                pixels.push_back(part);
    return pixels;
}

// Each of its colours is its number.
Blur numbered() {
    Blur blur;
    for (std::size_t i = 0; i < blur.colours.size(); ++i)
        blur.colours[i] = {static_cast<std::uint8_t>(i * 4 + 2), 2, 254};
    return blur;
}

}  // namespace

TEST_CASE("blur: each of sixteen parts of a picture is its mean colour") {
    const auto pixels = picture(40, 20, [](std::size_t x, std::size_t y) {
        const auto red = static_cast<std::uint8_t>(x < 20 ? 200 : 0),
                   blue = static_cast<std::uint8_t>(y % 2 * 100);
        return Rgb{red, 7, blue};
    });
    const auto blur = blur_of(pixels, 40, 20);
    REQUIRE(blur);
    for (std::size_t i = 0; i < blur->colours.size(); ++i) {
        const bool is_left = i % 4 < 2;
        const bool has_more_dark = i / 4 % 2 == 0;  // rows of five lines begin with a dark one, or end so
        CHECK(
            blur->colours[i] ==
            Rgb{static_cast<std::uint8_t>(is_left ? 200 : 0), 7, std::uint8_t(has_more_dark ? 40 : 60)}
        );
    }
}

TEST_CASE("blur: a picture of fewer pixels than parts repeats them; one without any has none") {
    const auto pixels = picture(2, 1, [](std::size_t x, std::size_t) {
        return Rgb{static_cast<std::uint8_t>(x * 100 + 50), 0, 0};
    });
    const auto blur = blur_of(pixels, 2, 1);
    REQUIRE(blur);
    for (std::size_t i = 0; i < blur->colours.size(); ++i)
        CHECK(blur->colours[i][0] == (i % 4 < 2 ? 50 : 150));
    CHECK_FALSE(blur_of(pixels, 0, 5));
    CHECK_FALSE(blur_of(pixels, 5, 0));
    CHECK_FALSE(blur_of(pixels, 2, 2));
    CHECK_FALSE(blur_of(pixels, SIZE_MAX, SIZE_MAX));
}

TEST_CASE("blur: it is written in 48 letters, and what else is no blur") {
    const auto text = write_blur(numbered());
    CHECK(text.size() == 48);
    REQUIRE(read_blur(text));
    CHECK(*read_blur(text) == numbered());
    CHECK_FALSE(read_blur(""));
    CHECK_FALSE(read_blur(text.substr(1)));
    CHECK_FALSE(read_blur(text + "A"));
    CHECK_FALSE(read_blur("!" + text.substr(1)));
}

TEST_CASE("blur: it is turned as the camera was") {
    const auto corners_of = [](int orientation) {
        const Blur seen = turned(numbered(), orientation);
        std::vector<int> corners;
        for (const std::size_t corner : {0U, 3U, 12U, 15U})
            corners.push_back(seen.colours[corner][0] / 4);
        return corners;
    };
    // Upper left, upper right, lower left, lower right; stored they are 0, 3, 12, 15.
    CHECK(corners_of(1) == std::vector{0, 3, 12, 15});
    CHECK(corners_of(2) == std::vector{3, 0, 15, 12});
    CHECK(corners_of(3) == std::vector{15, 12, 3, 0});
    CHECK(corners_of(4) == std::vector{12, 15, 0, 3});
    CHECK(corners_of(5) == std::vector{0, 12, 3, 15});
    CHECK(corners_of(6) == std::vector{12, 0, 15, 3});
    CHECK(corners_of(7) == std::vector{15, 3, 12, 0});
    CHECK(corners_of(8) == std::vector{3, 15, 0, 12});
}

TEST_CASE("blur: between the middles of two parts it goes from one colour to the other") {
    Blur blur;
    for (std::size_t i = 0; i < blur.colours.size(); ++i)
        blur.colours[i] = {std::uint8_t(i % 4 * 80), std::uint8_t(i / 4 * 80), 9};
    CHECK(blur.at(0, 0) == Rgb{0, 0, 9});
    CHECK(blur.at(1, 1) == Rgb{240, 240, 9});
    CHECK(blur.at(0.5F, 0.25F) == Rgb{120, 40, 9});
    CHECK(blur.at(-5, 7) == Rgb{0, 240, 9});
}

}  // namespace roost
