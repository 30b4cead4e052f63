// The canvas: SDL's window and WebGL context, and Dear ImGui drawing into it. Input does not come this way.
#pragma once

#include "client-wasm/platform/web/atlas.h"
#include "client-wasm/platform/web/renderer.h"
#include "client-wasm/ui/damage.h"

struct SDL_Window;

namespace roost::platform {

struct PageSize {
    float width = 0;  // CSS pixels
    float height = 0;
    float pixel_ratio = 1;

    bool operator==(const PageSize&) const = default;
};

class Window {
  public:
    // False if the browser has no WebGL 2.
    bool open();
    void set_size(const PageSize& size) { wanted_ = size; }
    const PageSize& size() const { return wanted_; }

    // Between the two, everything may be added to ImGui's lists; only the second one with `is_drawn` touches
    // the canvas, and only if there is something new to see.
    void begin_frame(Atlas& atlas, double seconds);
    void end_frame(Atlas& atlas, bool is_drawn);

    void context_lost();
    void context_restored();
    bool has_context() const { return has_context_; }

  private:
    bool size_canvas();

    SDL_Window* window_ = nullptr;
    void* context_ = nullptr;
    PageSize wanted_;
    PageSize shown_;
    Renderer renderer_;
    ui::Damage damage_;
    double last_frame_ = 0;
    bool has_context_ = false;
};

}  // namespace roost::platform
