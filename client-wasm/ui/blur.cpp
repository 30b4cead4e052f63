#include "client-wasm/ui/blur.h"

#include <array>

namespace roost::ui {

namespace {

// The part of the picture that is seen, and where it is.
struct Seen {
    const Blur& blur;
    Rect at;
    float width = 1;  // of the picture's
    float height = 1;

    Colour colour(ImVec2 place) const {
        const float x = (place.x - at.x) / at.width, y = (place.y - at.y) / at.height;
        const Rgb mixed = blur.at((1 - width) / 2 + x * width, (1 - height) / 2 + y * height);
        return IM_COL32(mixed[0], mixed[1], mixed[2], 255);
    }
};

// From edge to edge: the rounded corners, and equal steps between them.
constexpr int kSteps = 6;
constexpr int kLines = kSteps + 3;

std::array<float, kLines> lines(float from, float length, float radius) {
    std::array<float, kLines> result{};
    result.front() = from;
    result.back() = from + length;
    const float step = (length - 2 * radius) / kSteps;
    for (int i = 0; i <= kSteps; ++i)
        result.at(static_cast<std::size_t>(i) + 1) = from + radius + step * static_cast<float>(i);
    return result;
}

bool is_edge(std::size_t i) {
    return i == 0 || i + 2 == kLines;
}

}  // namespace

void draw_blur(Ui& ui, const Blur& blur, float shape, const Rect& rect, float radius) {
    Seen seen{blur, placed(ui, rect)};
    const Rect& at = seen.at;
    if (shape * at.height > at.width) seen.width = at.width / at.height / shape;
    if (shape * at.height < at.width) seen.height = shape * at.height / at.width;
    // What of this is left to be seen are the corners.
    const int first = ui.draw.VtxBuffer.Size;
    ui.draw.AddRectFilled({at.x, at.y}, {at.x + at.width, at.y + at.height}, IM_COL32_WHITE, radius);
    for (int i = first; i < ui.draw.VtxBuffer.Size; ++i) {
        ImDrawVert& corner = ui.draw.VtxBuffer[i];
        corner.col =
            with_alpha(seen.colour(corner.pos), static_cast<float>(corner.col >> IM_COL32_A_SHIFT) / 255);
    }
    const auto columns = lines(at.x, at.width, radius), rows = lines(at.y, at.height, radius);
    for (std::size_t j = 0; j + 1 < kLines; ++j) {
        for (std::size_t i = 0; i + 1 < kLines; ++i) {
            if (is_edge(i) && is_edge(j)) continue;
            const ImVec2 from{columns.at(i), rows.at(j)}, to{columns.at(i + 1), rows.at(j + 1)};
            ui.draw.AddRectFilledMultiColor(
                from,
                to,
                seen.colour(from),
                seen.colour({to.x, from.y}),
                seen.colour(to),
                seen.colour({from.x, to.y})
            );
        }
    }
}

}  // namespace roost::ui
