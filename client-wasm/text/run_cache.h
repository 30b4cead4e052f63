// Where painted runs of text lie in the atlas. Pages are filled shelf by shelf; when the budget is used up,
// the shelf that was not needed for longest makes room. Pure: it knows rectangles, not textures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace roost::text {

// Device pixels.
struct Cell {
    int page = 0;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

struct Run {
    Cell cell;       // of no size: nothing to draw
    float left = 0;  // CSS pixels from the line box's corner to the cell's
    float top = 0;
    float width = 0;  // advance width
    bool is_cut = false;
    bool is_right_to_left = false;
};

struct AtlasLimits {
    int page_size = 2048;
    std::size_t bytes = std::size_t{64} << 20U;  // four a pixel
};

class RunCache {
  public:
    explicit RunCache(AtlasLimits limits) : limits_(limits) {}

    // What was found or put since the last call is in use and stays.
    void begin_frame() { ++frame_; }
    // Null if it was never put or has made room.
    const Run* find(std::uint64_t key);
    // Finds a place for run.cell's width and height; the budget is exceeded rather than a run in use dropped.
    // Null if it is larger than a page. The pointer is valid until the next put.
    const Run* put(std::uint64_t key, Run run);
    // As put(), but stays until clear().
    const Run* pin(std::uint64_t key, Run run);
    void clear();

    // Rises whenever a place may be taken by another run than before.
    std::uint64_t reuses() const { return reuses_; }
    int page_count() const { return static_cast<int>(page_heights_.size()); }
    std::size_t run_count() const { return runs_.size(); }
    int page_size() const { return limits_.page_size; }

  private:
    static constexpr std::size_t kNoShelf = std::numeric_limits<std::size_t>::max();
    static constexpr std::uint64_t kPinned = std::numeric_limits<std::uint64_t>::max();

    struct Shelf {
        int page = 0;
        int y = 0;
        int height = 0;
        int next_x = 0;
        std::uint64_t last_used = 0;
        std::vector<std::uint64_t> keys;
    };
    struct Entry {
        Run run;
        std::size_t shelf = kNoShelf;
    };

    std::size_t shelf_for(int width, int height);
    std::size_t open_shelf(int height);
    std::size_t empty_shelf(int height);
    bool empty_page();
    void drop_runs(Shelf& shelf);
    bool may_add_page() const;

    AtlasLimits limits_;
    std::uint64_t frame_ = 1;
    std::uint64_t reuses_ = 0;
    std::vector<int> page_heights_;  // used so far
    std::vector<Shelf> shelves_;
    std::unordered_map<std::uint64_t, Entry> runs_;
};

}  // namespace roost::text
