#include "shared/model/wave.h"

#include <doctest/doctest.h>

using namespace roost;

TEST_CASE("wave: is written in a number and 64 letters, and read as loud as it was, within a step") {
    Wave wave;
    wave.length = 7040;
    for (std::size_t i = 0; i < wave.peaks.size(); ++i)
        wave.peaks[i] = static_cast<std::uint8_t>(i * 255 / 63);
    const auto text = write_wave(wave);
    CHECK(text.size() == 5 + 64);
    CHECK(text.starts_with("7040:A"));
    const auto read = read_wave(text);
    REQUIRE(read);
    CHECK(read->length == 7040);
    CHECK(read->peaks.front() == 0);
    CHECK(read->peaks.back() == 255);
    for (std::size_t i = 0; i < wave.peaks.size(); ++i)
        CHECK(std::abs(int{read->peaks[i]} - int{wave.peaks[i]}) <= 4);
    CHECK(write_wave(*read) == text);
}

TEST_CASE("wave: what else is none") {
    const std::string letters(64, 'A');
    CHECK(read_wave("1:" + letters));
    for (const auto& text :
         {std::string(),
          letters,
          ":" + letters,
          "0:" + letters,
          "-1:" + letters,
          "x:" + letters,
          "1:" + letters + "A",
          "1:" + letters.substr(1),
          "1:!" + letters.substr(1)})
        CHECK_FALSE(read_wave(text));
}
