#include "client-wasm/ui/damage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace roost::ui {

namespace {

constexpr int kTile = 32;
constexpr std::size_t kMostRects = 4;

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ word) * kPrime;
    return hash ^ (hash >> 29U);
}

// The bits of two values that are next to each other.
template <class T>
std::uint64_t bits_of(const T& pair) {
    static_assert(sizeof(T) == sizeof(std::uint64_t));
    return std::bit_cast<std::uint64_t>(pair);
}

struct Tiles {
    int columns = 0;
    std::vector<std::uint64_t> hashes;

    explicit Tiles(const PixelRect& canvas)
        : columns((canvas.x1 + kTile - 1) / kTile),
          hashes(
              static_cast<std::size_t>(columns) * static_cast<std::size_t>((canvas.y1 + kTile - 1) / kTile)
          ) {}

    std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    }
    std::uint64_t& at(int row, int column) { return hashes[index(row, column)]; }

    // In the order of drawing: what lies on top of what is part of the picture.
    void add(const PixelRect& area, std::uint64_t shape) {
        for (int row = area.y0 / kTile; row * kTile < area.y1; ++row) {
            for (int column = area.x0 / kTile; column * kTile < area.x1; ++column) {
                std::uint64_t& tile = at(row, column);
                tile = mix(tile, shape);
            }
        }
    }
};

ImVec4 bounds_of(const ImDrawVert* vertices, const ImDrawIdx* indices) {
    constexpr float kFar = std::numeric_limits<float>::max();
    ImVec4 bounds(kFar, kFar, -kFar, -kFar);
    for (int i = 0; i < 3; ++i) {
        const ImVec2 at = vertices[indices[i]].pos;
        bounds = {
            std::min(bounds.x, at.x),
            std::min(bounds.y, at.y),
            std::max(bounds.z, at.x),
            std::max(bounds.w, at.y)};
    }
    return bounds;
}

// Every pixel the shape may touch, its soft edge included.
PixelRect widened(PixelRect rect) {
    return {rect.x0 - 1, rect.y0 - 1, rect.x1 + 1, rect.y1 + 1};
}

void add_command(Tiles& tiles, const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command) {
    const PixelRect clip = intersection(pixels_of(data, command.ClipRect), whole_canvas(data));
    if (clip.is_empty()) return;
    std::uint64_t base = mix(1, reinterpret_cast<std::uintptr_t>(command.GetTexID()));
    base = mix(mix(base, bits_of(std::array{clip.x0, clip.y0})), bits_of(std::array{clip.x1, clip.y1}));
    const ImDrawVert* vertices = list.VtxBuffer.Data;
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const PixelRect touched =
            intersection(widened(pixels_of(data, bounds_of(vertices, indices + i))), clip);
        if (touched.is_empty()) continue;
        std::uint64_t shape = base;
        for (unsigned corner = i; corner < i + 3; ++corner) {
            const ImDrawVert& vertex = vertices[indices[corner]];
            shape = mix(mix(mix(shape, bits_of(vertex.pos)), bits_of(vertex.uv)), vertex.col);
        }
        tiles.add(touched, shape);
    }
}

PixelRect united(const PixelRect& a, const PixelRect& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

std::int64_t area_of(const PixelRect& rect) {
    return std::int64_t{rect.x1 - rect.x0} * (rect.y1 - rect.y0);
}

// The two that cost least to be drawn as one, and what that costs.
struct Pair {
    std::size_t a = 0;
    std::size_t b = 0;
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();
};
Pair cheapest_pair(const std::vector<PixelRect>& rects) {
    Pair best;
    for (std::size_t a = 0; a < rects.size(); ++a) {
        for (std::size_t b = a + 1; b < rects.size(); ++b) {
            const std::int64_t cost =
                area_of(united(rects[a], rects[b])) - area_of(rects[a]) - area_of(rects[b]);
            if (cost < best.cost) best = {a, b, cost};
        }
    }
    return best;
}

void unite_cheapest(std::vector<PixelRect>& rects) {
    while (rects.size() > 1) {
        const Pair pair = cheapest_pair(rects);
        if (rects.size() <= kMostRects && pair.cost > 0) return;
        rects[pair.a] = united(rects[pair.a], rects[pair.b]);
        rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(pair.b));
    }
}

// A run of tiles in one row joins the rectangle above it that has the same sides.
void add_run(std::vector<PixelRect>& rects, const PixelRect& run) {
    const auto above = std::find_if(rects.begin(), rects.end(), [&](const PixelRect& rect) {
        return rect.x0 == run.x0 && rect.x1 == run.x1 && rect.y1 == run.y0;
    });
    if (above == rects.end()) {
        rects.push_back(run);
    } else {
        above->y1 = run.y1;
    }
}

std::vector<PixelRect> changed_rects(const Tiles& now, const std::vector<std::uint64_t>& before) {
    std::vector<PixelRect> rects;
    const int rows = static_cast<int>(now.hashes.size()) / std::max(1, now.columns);
    const auto differs = [&](int row, int column) {
        const std::size_t at = now.index(row, column);
        return now.hashes[at] != before[at];
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < now.columns; ++column) {
            const int first = column;
            while (column < now.columns && differs(row, column))
                ++column;
            if (column == first) continue;
            add_run(rects, {first * kTile, row * kTile, column * kTile, (row + 1) * kTile});
        }
        // A ragged change must not grow into hundreds of pieces.
        if (rects.size() > 4 * kMostRects) unite_cheapest(rects);
    }
    unite_cheapest(rects);
    return rects;
}

}  // namespace

PixelRect intersection(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

PixelRect pixels_of(const ImDrawData& data, const ImVec4& area) {
    const auto pixel = [](float at, float origin, float scale) {
        constexpr float kFarthest = 1'000'000;
        return static_cast<int>(std::floor(std::clamp((at - origin) * scale, -kFarthest, kFarthest) + 0.5F));
    };
    return {
        pixel(area.x, data.DisplayPos.x, data.FramebufferScale.x),
        pixel(area.y, data.DisplayPos.y, data.FramebufferScale.y),
        pixel(area.z, data.DisplayPos.x, data.FramebufferScale.x),
        pixel(area.w, data.DisplayPos.y, data.FramebufferScale.y)};
}

PixelRect whole_canvas(const ImDrawData& data) {
    const ImVec2 size = data.DisplaySize;
    const ImVec2 from = data.DisplayPos;
    return pixels_of(data, {from.x, from.y, from.x + size.x, from.y + size.y});
}

std::vector<PixelRect> Damage::update(const ImDrawData& data) {
    const PixelRect canvas = whole_canvas(data);
    if (canvas.is_empty()) return {};
    Tiles tiles(canvas);
    for (const ImDrawList* list : data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer)
            if (command.UserCallback == nullptr) add_command(tiles, data, *list, command);
    const auto before = std::exchange(tiles_, tiles.hashes);
    if (before.empty() || !(std::exchange(canvas_, canvas) == canvas)) {
        canvas_ = canvas;
        return {canvas};
    }
    auto rects = changed_rects(tiles, before);
    for (PixelRect& rect : rects)
        rect = intersection(rect, canvas);
    return rects;
}

}  // namespace roost::ui
