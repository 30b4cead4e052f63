// Which pictures are in the GPU's memory, counted in bytes. Pure: textures are numbers here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/ui/pictures.h"

namespace roost::ui {

// Device pixels.
struct PixelSize {
    int width = 0;
    int height = 0;

    bool operator==(const PixelSize&) const = default;
};

struct CachedPicture {
    bool is_loading = false;
    bool is_broken = false;
    PixelSize wanted;      // the box it was last loaded for
    unsigned texture = 0;  // 0 = none
    PixelSize size;        // of the texture
    float seconds = 0;
    std::uint64_t last_used = 0;
};

class PictureCache {
  public:
    explicit PictureCache(std::size_t budget) : budget_(budget) {}

    void begin_frame() { ++frame_; }
    // Null if nothing is known of it. What is used in a frame stays until the next one.
    const CachedPicture* use(std::string_view file);
    // kUnknown also for one that was loaded for a much smaller box.
    static PictureState state_of(const CachedPicture* picture, PixelSize wanted);

    // False if it is there, broken or on its way.
    bool expect(std::string_view file, PixelSize wanted);
    // Takes an expected picture in. Returns the textures that have to go for it, perhaps its own former one.
    std::vector<unsigned> put(std::string_view file, unsigned texture, PixelSize size, float seconds);
    void fail(std::string_view file);  // an expected one
    void drop(std::string_view file);  // is not expected any more: can be asked for again
    void rename(std::string_view from, std::string_view to);  // one that is there, if the other is not known
    void forget_broken();
    // The textures are gone, and what they showed is unknown.
    void forget_textures();
    // Returns all textures.
    std::vector<unsigned> clear();

    std::size_t bytes() const { return bytes_; }

  private:
    CachedPicture* find(std::string_view file);
    unsigned take_texture(CachedPicture& picture);

    std::map<std::string, CachedPicture, std::less<>> pictures_;
    std::size_t budget_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 1;
};

// The part of the texture, in 0 to 1, that shows its middle in the shape of the box.
text::Quad covering_quad(std::uint64_t texture, PixelSize size, float width, float height);

}  // namespace roost::ui
