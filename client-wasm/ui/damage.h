// Which part of the canvas a frame changes. To fill a whole screen costs more than all the rest of a frame,
// and most frames change a line or two.
#pragma once

#include <cstdint>
#include <vector>

#include <imgui.h>

namespace roost::ui {

// Whole pixels of the canvas, the upper left one is 0, 0; x1 and y1 are outside.
struct PixelRect {
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;

    bool is_empty() const { return x0 >= x1 || y0 >= y1; }
    bool operator==(const PixelRect&) const = default;
};

PixelRect intersection(const PixelRect& a, const PixelRect& b);
// The pixels whose middle lies inside; `area` as in ImDrawCmd::ClipRect.
PixelRect pixels_of(const ImDrawData& data, const ImVec4& area);
PixelRect whole_canvas(const ImDrawData& data);

// Remembers the last picture as one number for each tile of the canvas.
class Damage {
  public:
    // What looks different from the last call, as few rectangles that do not overlap much; empty if nothing.
    // Textures are taken to be what they were.
    std::vector<PixelRect> update(const ImDrawData& data);
    // The next picture is new everywhere.
    void forget() { tiles_.clear(); }

  private:
    std::vector<std::uint64_t> tiles_;
    PixelRect canvas_;
};

}  // namespace roost::ui
