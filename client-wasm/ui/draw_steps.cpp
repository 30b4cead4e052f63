#include "client-wasm/ui/draw_steps.h"

#include <array>
#include <optional>
#include <utility>

namespace roost::ui {

namespace {

constexpr int kSmallestFill = 32 * 32;  // pixels; below, one more step costs more
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

// Whether nothing of the triangle is seen in `clip`, which is of the screen.
bool is_outside(const ImDrawVert* vertices, const ImDrawIdx* indices, const ImVec4& clip) {
    const ImVec2 a = vertices[indices[0]].pos;
    const ImVec2 b = vertices[indices[1]].pos;
    const ImVec2 c = vertices[indices[2]].pos;
    return (a.x < clip.x && b.x < clip.x && c.x < clip.x) || (a.x > clip.z && b.x > clip.z && c.x > clip.z) ||
           (a.y < clip.y && b.y < clip.y && c.y < clip.y) || (a.y > clip.w && b.y > clip.w && c.y > clip.w);
}

ImVec4 on_screen(const ImDrawData& data, const PixelRect& pixels) {
    const auto place = [](int pixel, float origin, float scale) {
        return origin + static_cast<float>(pixel) / scale;
    };
    const auto& [from, scale] = std::pair(data.DisplayPos, data.FramebufferScale);
    return {
        place(pixels.x0, from.x, scale.x),
        place(pixels.y0, from.y, scale.y),
        place(pixels.x1, from.x, scale.x),
        place(pixels.y1, from.y, scale.y)};
}

// Collects the triangles of one command that are seen through `clip`. What lies outside is handed over all
// the same where it stands between two that are seen: a few more triangles cost less than one more step.
class Triangles {
  public:
    Triangles(const ImDrawCmd& command, const PixelRect& clip, std::vector<DrawStep>& out)
        : command_(command), clip_(clip), out_(out) {}

    void add(unsigned from) {
        constexpr unsigned kWidestGap = 3 * 64;
        if (end_ != 0 && from - end_ > kWidestGap) flush();
        if (end_ == 0) begin_ = from;
        end_ = from + 3;
    }
    void flush() {
        if (end_ == 0) return;
        DrawStep step;
        step.area = clip_;
        step.texture = command_.GetTexID();
        step.first_index = command_.IdxOffset + begin_;
        step.index_count = end_ - begin_;
        out_.push_back(step);
        end_ = 0;
    }

  private:
    const ImDrawCmd& command_;
    const PixelRect& clip_;
    std::vector<DrawStep>& out_;
    unsigned begin_ = 0;
    unsigned end_ = 0;  // 0 = none yet
};

void add_command(
    const ImDrawData& data,
    const ImDrawList& list,
    const ImDrawCmd& command,
    const PixelRect& clip,
    std::vector<DrawStep>& out
) {
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    const ImVec4 seen = on_screen(data, clip);
    Triangles triangles(command, clip, out);
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        if (is_outside(list.VtxBuffer.Data, indices + i, seen)) continue;
        auto fill = solid_rect(data, list, command, i);
        if (fill) fill->area = intersection(fill->area, clip);
        if (!fill || !is_large(fill->area)) {
            triangles.add(i);
            continue;
        }
        triangles.flush();
        out.push_back(*fill);
        i += kRectIndices - 3;
    }
    triangles.flush();
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
