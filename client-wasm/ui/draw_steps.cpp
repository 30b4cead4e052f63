#include "client-wasm/ui/draw_steps.h"

#include <array>
#include <optional>

namespace roost::ui {

namespace {

constexpr int kSmallestFill = 64 * 64;  // pixels; below, one more step costs more
constexpr unsigned kRectIndices = 6;

// The six indices that ImDrawList::PrimRect writes.
bool is_rect(const ImDrawIdx* at) {
    constexpr std::array<unsigned, kRectIndices> kOrder{0, 1, 2, 0, 2, 3};
    for (unsigned i = 0; i < kRectIndices; ++i)
        if (at[i] != at[0] + kOrder[i]) return false;
    return true;
}

// An opaque rectangle whose corners show one spot of the texture, which then is the white one.
std::optional<DrawStep> solid_rect(
    const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command, unsigned index
) {
    if (index + kRectIndices > command.ElemCount) return std::nullopt;
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset + index;
    if (!is_rect(indices)) return std::nullopt;
    const ImDrawVert* corners = list.VtxBuffer.Data + indices[0];
    const ImDrawVert& first = corners[0];
    if ((first.col & IM_COL32_A_MASK) != IM_COL32_A_MASK) return std::nullopt;
    for (int i = 1; i < 4; ++i) {
        const ImDrawVert& other = corners[i];
        if (other.col != first.col || other.uv.x != first.uv.x || other.uv.y != first.uv.y)
            return std::nullopt;
    }
    const ImVec2 from = first.pos;
    const ImVec2 to = corners[2].pos;
    const bool is_upright = corners[1].pos.x == to.x && corners[1].pos.y == from.y &&
                            corners[3].pos.x == from.x && corners[3].pos.y == to.y;
    if (!is_upright) return std::nullopt;
    return DrawStep{.area = pixels_of(data, {from.x, from.y, to.x, to.y}), .colour = first.col};
}

bool is_large(const PixelRect& rect) {
    return !rect.is_empty() && (rect.x1 - rect.x0) * (rect.y1 - rect.y0) >= kSmallestFill;
}

void add_triangles(
    const ImDrawCmd& command, unsigned from, unsigned to, const PixelRect& clip, std::vector<DrawStep>& out
) {
    if (from == to) return;
    DrawStep step;
    step.area = clip;
    step.texture = command.GetTexID();
    step.first_index = command.IdxOffset + from;
    step.index_count = to - from;
    out.push_back(step);
}

void add_command(
    const ImDrawData& data,
    const ImDrawList& list,
    const ImDrawCmd& command,
    const PixelRect& clip,
    std::vector<DrawStep>& out
) {
    unsigned done = 0;
    for (unsigned i = 0; i + 2 < command.ElemCount;) {
        auto fill = solid_rect(data, list, command, i);
        const unsigned next = i + (fill ? kRectIndices : 3);
        if (fill) fill->area = intersection(fill->area, clip);
        if (fill && is_large(fill->area)) {
            add_triangles(command, done, i, clip, out);
            out.push_back(*fill);
            done = next;
        }
        i = next;
    }
    add_triangles(command, done, command.ElemCount, clip, out);
}

}  // namespace

std::vector<DrawStep> steps_of(const ImDrawData& data, const ImDrawList& list, const PixelRect& part) {
    std::vector<DrawStep> steps;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const PixelRect clip = intersection(pixels_of(data, command.ClipRect), part);
        if (!clip.is_empty() && command.UserCallback == nullptr)
            add_command(data, list, command, clip, steps);
    }
    return steps;
}

}  // namespace roost::ui
