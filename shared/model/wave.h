// How loud a sound is from its beginning to its end: what a player draws before it has loaded any of it.
// Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace roost {

struct Wave {
    static constexpr std::size_t kParts = 64;

    UnixMillis length = 0;                     // of the whole
    std::array<std::uint8_t, kParts> peaks{};  // the loudest of all being 255; all 0 for silence

    bool operator==(const Wave&) const = default;
};

// "7040:" and 64 letters: a peak as one of 64 steps.
std::string write_wave(const Wave& wave);
std::optional<Wave> read_wave(std::string_view text);

}  // namespace roost
