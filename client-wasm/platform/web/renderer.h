// Draws ImGui's lists with WebGL 2. ImGui's own renderer asks for the state it will restore, and in a browser
// every such question waits until the GPU has done all that was ever asked of it (20 ms a frame here).
#pragma once

#include <span>

#include <imgui.h>

#include "client-wasm/ui/damage.h"

namespace roost::platform {

class Renderer {
  public:
    // Of the current context. False: the shaders were refused, nothing can be drawn.
    bool open();
    // Brings these parts of the canvas up to date and leaves the rest as it is.
    void draw(const ImDrawData& data, std::span<const ui::PixelRect> parts);

  private:
    void set_state(const ImDrawData& data, const ui::PixelRect& canvas) const;
    void upload(const ImDrawList& list);
    void draw_part(const ImDrawData& data, const ImDrawList& list, const ui::PixelRect& part, int height)
        const;

    // Names in the context; they go with it.
    unsigned program_ = 0;
    unsigned array_ = 0;
    unsigned vertices_ = 0;
    unsigned indices_ = 0;
    int projection_ = -1;
};

}  // namespace roost::platform
