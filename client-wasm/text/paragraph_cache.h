// Paragraphs that were laid out, by the id their caller gave them. Pure: it knows texts, not elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "client-wasm/text/text_engine.h"

namespace roost::text {

struct LaidParagraph {
    int element = -1;  // its number in the page; stays when it is laid out anew
    std::string text;
    Style style;
    Colour link_colour = 0;
    float max_width = 0;
    Reading reading = Reading::kPlain;
    int epoch = 0;
    Paragraph paragraph;  // written by whoever lays it out, and so is what follows
    std::vector<TextRange> ranges;
    std::vector<MarkedRect> range_rects;
    std::uint64_t last_used = 0;
};

class ParagraphCache {
  public:
    explicit ParagraphCache(std::size_t most) : most_(most) {}

    void begin_frame() { ++frame_; }
    // Null unless it was put with this very text, look and width, in this epoch.
    const LaidParagraph* find_fresh(const ParagraphRequest& request, int epoch);
    // The entry to lay out into: a known one with the element it had, or a new one with `element`. References
    // stay good until the entry is trimmed.
    LaidParagraph& put(const ParagraphRequest& request, int epoch, int element);
    // Null if it was never put or has made room.
    LaidParagraph* find(std::uint64_t id);
    // Forgets those unused for longest once there are too many, but none of the last two frames. Returns
    // their elements.
    std::vector<int> trim();

    std::size_t size() const { return entries_.size(); }

  private:
    std::size_t most_;
    std::unordered_map<std::uint64_t, LaidParagraph> entries_;
    std::uint64_t frame_ = 1;
};

}  // namespace roost::text
