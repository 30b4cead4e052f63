// Text of which every code point is half as wide as the letters are high: layout that tests can reckon with.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client-wasm/text/text_engine.h"

namespace roost::platform {

class FakeTextEngine : public text::TextEngine {
  public:
    text::Line line(std::string_view text, const text::Style& style, float max_width) override;
    float width(std::string_view text, const text::Style& style) override;
    void lay_out(std::span<const text::ParagraphRequest> requests, std::vector<text::Paragraph>& out)
        override;
    text::Quad paragraph_line(std::uint64_t id, std::size_t line_index) override;
    text::Quad picture(int file, float width, float height) override;
    std::span<const text::MarkedRect> selection() const override { return selected; }
    // One for each range, on the first line.
    std::span<const text::MarkedRect> range_rects(std::uint64_t id, std::span<const text::TextRange> ranges)
        override;
    int epoch() const override { return font_epoch; }

    std::vector<text::MarkedRect> selected;
    std::map<std::uint64_t, std::vector<text::TextRange>> asked_ranges;  // of each paragraph, last
    std::vector<int> pictures;                                           // files that were read
    int font_epoch = 0;
    // What it was asked for since the test set them to 0.
    int laid_out = 0;
    int painted = 0;
    std::vector<std::string> drawn_lines;  // cleared by the test

  private:
    std::vector<text::MarkedRect> range_rects_;
    std::unordered_map<std::uint64_t, std::size_t> line_counts_;
};

}  // namespace roost::platform
