#include "shared/model/blur.h"

#include <algorithm>
#include <cmath>

namespace roost {

namespace {

constexpr std::size_t kSide = Blur::kSide;
// One letter for each part of a colour, in steps of four.
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kStep = 4;

struct Sum {
    std::array<std::uint64_t, 3> parts{};
    std::uint64_t count = 0;
};

Rgb mean_of(const Sum& sum) {
    Rgb mean{};
    for (std::size_t part = 0; part < mean.size(); ++part)
        mean[part] = static_cast<std::uint8_t>(sum.parts[part] / std::max<std::uint64_t>(1, sum.count));
    return mean;
}

// Where between two of the four it is.
struct Between {
    std::size_t first = 0;
    std::size_t second = 0;
    float part = 0;
};

Between between(float at) {
    const float place = std::clamp(at * kSide - 0.5F, 0.0F, static_cast<float>(kSide - 1));
    const auto first = static_cast<std::size_t>(place);
    return {first, std::min(first + 1, kSide - 1), place - static_cast<float>(first)};
}

}  // namespace

Rgb Blur::at(float x, float y) const {
    const Between column = between(x), row = between(y);
    Rgb mixed{};
    for (std::size_t part = 0; part < mixed.size(); ++part) {
        const auto colour = [&](std::size_t i, std::size_t j) {
            return static_cast<float>(colours[j * kSide + i][part]);
        };
        const float above =
            std::lerp(colour(column.first, row.first), colour(column.second, row.first), column.part);
        const float below =
            std::lerp(colour(column.first, row.second), colour(column.second, row.second), column.part);
        mixed[part] = static_cast<std::uint8_t>(std::lround(std::lerp(above, below, row.part)));
    }
    return mixed;
}

std::optional<Blur> blur_of(std::span<const std::uint8_t> pixels, std::size_t width, std::size_t height) {
    constexpr std::size_t kParts = 3;
    if (width == 0 || height == 0 || pixels.size() / kParts / width < height) return std::nullopt;
    std::array<Sum, kSide * kSide> sums;
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            Sum& sum = sums[y * kSide / height * kSide + x * kSide / width];
            for (std::size_t part = 0; part < kParts; ++part)
                sum.parts[part] += pixels[(y * width + x) * kParts + part];
            ++sum.count;
        }
    }
    Blur blur;
    std::transform(sums.begin(), sums.end(), blur.colours.begin(), mean_of);
    // Of fewer pixels than colours, some have none: they are as what is beside them.
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::size_t x = i % kSide * width / kSide, y = i / kSide * height / kSide;
        if (sums[i].count > 0) continue;
        for (std::size_t part = 0; part < kParts; ++part)
            blur.colours[i][part] = pixels[(y * width + x) * kParts + part];
    }
    return blur;
}

Blur turned(const Blur& blur, int orientation) {
    constexpr std::size_t kLast = kSide - 1;
    Blur result;
    for (std::size_t y = 0; y < kSide; ++y) {
        for (std::size_t x = 0; x < kSide; ++x) {
            // Column and row of what is seen at x, y; on its side from 5 on.
            const bool is_on_side = orientation >= 5;
            std::size_t column = is_on_side ? y : x, row = is_on_side ? x : y;
            const bool is_column_reversed =
                orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
            const bool is_row_reversed =
                orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
            if (is_column_reversed) column = kLast - column;
            if (is_row_reversed) row = kLast - row;
            result.colours[y * kSide + x] = blur.colours[row * kSide + column];
        }
    }
    return result;
}

std::string write_blur(const Blur& blur) {
    std::string text;
    for (const Rgb& colour : blur.colours)
        for (const auto part : colour)
            text += kLetters[part / kStep];
    return text;
}

std::optional<Blur> read_blur(std::string_view text) {
    Blur blur;
    if (text.size() != blur.colours.size() * 3) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto value = kLetters.find(text[i]);
        if (value == std::string_view::npos) return std::nullopt;
        blur.colours[i / 3][i % 3] = static_cast<std::uint8_t>(value * kStep + kStep / 2);
    }
    return blur;
}

}  // namespace roost
