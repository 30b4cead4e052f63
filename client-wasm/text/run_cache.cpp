#include "client-wasm/text/run_cache.h"

#include <algorithm>
#include <utility>

namespace roost::text {

namespace {

// Heights in steps, so that a shelf that made room fits the next run, too.
constexpr int kStep = 8;

int stepped(int height) {
    return (height + kStep - 1) / kStep * kStep;
}

}  // namespace

const Run* RunCache::find(std::uint64_t key) {
    const auto found = runs_.find(key);
    if (found == runs_.end()) return nullptr;
    if (found->second.shelf != kNoShelf) {
        std::uint64_t& last_used = shelves_[found->second.shelf].last_used;
        last_used = std::max(last_used, frame_);
    }
    return &found->second.run;
}

const Run* RunCache::put(std::uint64_t key, Run run) {
    const int width = run.cell.width;
    const int height = run.cell.height;
    if (width > limits_.page_size || height > limits_.page_size) return nullptr;
    if (width <= 0 || height <= 0) {
        run.cell = {};
        return &runs_.insert_or_assign(key, Entry{run, kNoShelf}).first->second.run;
    }
    const std::size_t index = shelf_for(width, height);
    Shelf& shelf = shelves_[index];
    run.cell = {shelf.page, shelf.next_x, shelf.y, width, height};
    shelf.next_x += width;
    shelf.last_used = std::max(shelf.last_used, frame_);
    shelf.keys.push_back(key);
    return &runs_.insert_or_assign(key, Entry{run, index}).first->second.run;
}

const Run* RunCache::pin(std::uint64_t key, Run run) {
    const Run* put_run = put(key, run);
    const std::size_t index = put_run == nullptr ? kNoShelf : runs_.at(key).shelf;
    if (index != kNoShelf) shelves_[index].last_used = kPinned;
    return put_run;
}

void RunCache::clear() {
    ++reuses_;
    runs_.clear();
    shelves_.clear();
    std::fill(page_heights_.begin(), page_heights_.end(), 0);
}

// The lowest shelf with room, else a new one, else one that makes room.
std::size_t RunCache::shelf_for(int width, int height) {
    const int lowest = stepped(height);
    std::size_t best = kNoShelf;
    for (std::size_t i = 0; i < shelves_.size(); ++i) {
        const Shelf& shelf = shelves_[i];
        const bool fits = shelf.height >= lowest && shelf.height <= lowest + lowest / 2 &&
                          shelf.next_x + width <= limits_.page_size;
        if (fits && (best == kNoShelf || shelf.height < shelves_[best].height)) best = i;
    }
    if (best != kNoShelf) return best;
    best = open_shelf(lowest);
    if (best != kNoShelf) return best;
    if (!may_add_page()) {
        best = empty_shelf(lowest);
        if (best != kNoShelf) return best;
        if (empty_page()) return open_shelf(lowest);
    }
    page_heights_.push_back(0);
    return open_shelf(lowest);
}

std::size_t RunCache::open_shelf(int height) {
    // A page's last shelf may be cut short by its edge.
    for (std::size_t page = 0; page < page_heights_.size(); ++page) {
        int& used = page_heights_[page];
        if (used + height > limits_.page_size) continue;
        shelves_.push_back({static_cast<int>(page), used, height, 0, frame_, {}});
        used += height;
        return shelves_.size() - 1;
    }
    return kNoShelf;
}

std::size_t RunCache::empty_shelf(int height) {
    std::size_t oldest = kNoShelf;
    for (std::size_t i = 0; i < shelves_.size(); ++i) {
        const Shelf& shelf = shelves_[i];
        if (shelf.height < height || shelf.height > 2 * height || shelf.last_used >= frame_) continue;
        if (oldest == kNoShelf || shelf.last_used < shelves_[oldest].last_used) oldest = i;
    }
    if (oldest != kNoShelf) drop_runs(shelves_[oldest]);
    return oldest;
}

// Shelves of other heights fill the pages: the page used longest ago starts anew.
bool RunCache::empty_page() {
    std::vector<std::uint64_t> last_used(page_heights_.size(), 0);
    for (const Shelf& shelf : shelves_) {
        std::uint64_t& last = last_used[static_cast<std::size_t>(shelf.page)];
        last = std::max(last, shelf.last_used);
    }
    const auto oldest = std::min_element(last_used.begin(), last_used.end());
    if (oldest == last_used.end() || *oldest >= frame_) return false;
    const int page = static_cast<int>(oldest - last_used.begin());
    std::vector<Shelf> kept;
    for (Shelf& shelf : shelves_) {
        if (shelf.page == page) {
            drop_runs(shelf);
            continue;
        }
        for (const std::uint64_t key : shelf.keys)
            runs_.at(key).shelf = kept.size();
        kept.push_back(std::move(shelf));
    }
    shelves_ = std::move(kept);
    page_heights_[static_cast<std::size_t>(page)] = 0;
    return true;
}

void RunCache::drop_runs(Shelf& shelf) {
    ++reuses_;
    for (const std::uint64_t key : shelf.keys)
        runs_.erase(key);
    shelf.keys.clear();
    shelf.next_x = 0;
}

bool RunCache::may_add_page() const {
    const auto edge = static_cast<std::size_t>(limits_.page_size);
    return page_heights_.empty() || (page_heights_.size() + 1) * edge * edge * 4 <= limits_.bytes;
}

}  // namespace roost::text
