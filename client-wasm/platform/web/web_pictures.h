// Pictures read by the browser beside the frames, shown by textures of their own; see ui/pictures.h.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/ui/picture_cache.h"

namespace roost::platform {

class WebPictures : public ui::Pictures {
  public:
    explicit WebPictures(std::size_t budget) : cache_(budget) {}

    ui::Picture show(const ui::PictureWish& wish) override;
    bool expect(const ui::PictureWish& wish) override;
    void load(std::string_view file, std::string_view url) override;
    void rename(std::string_view from, std::string_view to) override { cache_.rename(from, to); }
    void fail(std::string_view file) override;
    void forget_broken() override { cache_.forget_broken(); }
    void clear() override;

    void set_pixel_ratio(float pixel_ratio) { pixel_ratio_ = pixel_ratio; }
    // At most one picture becomes a texture in a frame. Returns whether more of them wait.
    bool begin_frame(bool has_context);
    // The page has read one, or `what` became of it otherwise.
    enum class Outcome { kRead, kBroken, kDropped };
    struct Arrival {
        int reading = 0;
        Outcome what = Outcome::kRead;
        ui::PixelSize size;
        float seconds = 0;
    };
    void arrived(const Arrival& arrival);
    // The context is gone.
    void forget_textures() { cache_.forget_textures(); }

  private:
    ui::PixelSize pixels_of(const ui::PictureWish& wish) const;
    void upload(const Arrival& arrival, const std::string& file);

    ui::PictureCache cache_;
    std::map<int, std::string> readings_;                           // files, by the number of their reading
    std::deque<Arrival> waiting_;                                   // for their textures
    std::map<std::string, ui::PictureWish, std::less<>> expected_;  // without an address yet
    std::map<std::string, std::string, std::less<>> moving_;        // addresses, by their files
    float pixel_ratio_ = 1;
    int next_reading_ = 1;
};

}  // namespace roost::platform
