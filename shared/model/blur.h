// How a picture looks from far away: what stands in its place until it is loaded. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace roost {

using Rgb = std::array<std::uint8_t, 3>;

struct Blur {
    static constexpr std::size_t kSide = 4;

    std::array<Rgb, kSide * kSide> colours{};  // in rows from above

    // Between the colours, from one to the next: 0, 0 is the upper left corner and 1, 1 the lower right one.
    Rgb at(float x, float y) const;

    bool operator==(const Blur&) const = default;
};

// Three bytes for each pixel, in rows from above. None for a picture without pixels, or fewer bytes than
// that.
std::optional<Blur> blur_of(std::span<const std::uint8_t> pixels, std::size_t width, std::size_t height);
// As it is seen: `orientation` as of shared/wire/exif.h.
Blur turned(const Blur& blur, int orientation);

// 48 letters.
std::string write_blur(const Blur& blur);
std::optional<Blur> read_blur(std::string_view text);

}  // namespace roost
