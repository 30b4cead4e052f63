// What a renderer has to do to bring one part of the canvas up to date. Large plain rectangles become fills
// of their own, which a GPU does many times quicker than blending them from a texture.
#pragma once

#include <vector>

#include <imgui.h>

#include "client-wasm/ui/damage.h"

namespace roost::ui {

// Either a fill of `area` (no indices) or triangles seen through it.
struct DrawStep {
    PixelRect area;
    ImU32 colour = 0;
    ImTextureID texture = {};
    unsigned first_index = 0;
    unsigned index_count = 0;

    bool is_fill() const { return index_count == 0; }
};

// In the order of drawing.
std::vector<DrawStep> steps_of(const ImDrawData& data, const ImDrawList& list, const PixelRect& part);

}  // namespace roost::ui
