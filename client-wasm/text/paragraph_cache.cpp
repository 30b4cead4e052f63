#include "client-wasm/text/paragraph_cache.h"

#include <algorithm>

namespace roost::text {

LaidParagraph* ParagraphCache::find(std::uint64_t id) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) return nullptr;
    found->second.last_used = frame_;
    return &found->second;
}

const LaidParagraph* ParagraphCache::find_fresh(const ParagraphRequest& request, int epoch) {
    const LaidParagraph* known = find(request.id);
    if (known == nullptr || known->epoch != epoch) return nullptr;
    const bool is_same = known->text == request.text && known->style == request.style &&
                         known->link_colour == request.link_colour && known->max_width == request.max_width &&
                         known->reading == request.reading;
    return is_same ? known : nullptr;
}

LaidParagraph& ParagraphCache::put(const ParagraphRequest& request, int epoch, int element) {
    LaidParagraph& entry = entries_[request.id];
    if (entry.element < 0) entry.element = element;
    entry.text = std::string(request.text);
    entry.style = request.style;
    entry.link_colour = request.link_colour;
    entry.max_width = request.max_width;
    entry.reading = request.reading;
    entry.epoch = epoch;
    entry.paragraph = {};
    entry.paragraph.id = request.id;
    entry.ranges.clear();
    entry.range_rects.clear();
    entry.last_used = frame_;
    return entry;
}

std::vector<int> ParagraphCache::trim() {
    std::vector<int> dropped;
    if (entries_.size() <= most_) return dropped;
    std::vector<std::uint64_t> ages;
    ages.reserve(entries_.size());
    for (const auto& [id, entry] : entries_)
        ages.push_back(entry.last_used);
    // A quarter more than needed goes at once, so that this is rare.
    const auto kept_from = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() - most_ * 3 / 4);
    std::nth_element(ages.begin(), kept_from, ages.end());
    const std::uint64_t oldest_kept = std::min(*kept_from, frame_ - 1);
    std::erase_if(entries_, [&](const auto& one) {
        if (one.second.last_used >= oldest_kept) return false;
        dropped.push_back(one.second.element);
        return true;
    });
    return dropped;
}

}  // namespace roost::text
