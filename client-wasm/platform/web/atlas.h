// The textures that painted runs of text are drawn from.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "client-wasm/text/run_cache.h"
#include "client-wasm/text/text_engine.h"

namespace roost::platform {

class Atlas {
  public:
    explicit Atlas(text::AtlasLimits limits) : runs_(limits) {}

    void begin_frame() { runs_.begin_frame(); }
    const text::Run* find(std::uint64_t key) { return runs_.find(key); }
    // Finds a place for the run and paints there what was measured last. Null if it is too large to draw.
    const text::Run* paint(std::uint64_t key, const text::Run& run);
    text::Quad quad(const text::Run& run, float pixel_ratio) const;
    // Everything is painted anew when it is asked for next.
    void clear();
    // The context is gone, and every texture with it.
    void forget_textures();
    // Sends what was painted since the last call to the textures.
    void upload();
    // Whether a place in a texture holds another text since the last call.
    bool take_reuse() { return std::exchange(known_reuses_, runs_.reuses()) != runs_.reuses(); }

    // A white spot on the first page: shapes drawn from it share a draw call with text.
    struct WhiteSpot {
        std::uint64_t texture = 0;
        float u = 0;
        float v = 0;
    };
    WhiteSpot white_spot();

  private:
    void add_pages();

    text::RunCache runs_;
    std::vector<unsigned> textures_;
    bool has_painted_ = false;
    std::uint64_t known_reuses_ = 0;
};

}  // namespace roost::platform
