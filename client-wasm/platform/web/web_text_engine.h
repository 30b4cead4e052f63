// Text laid out by the DOM and painted by Canvas2D; see text_engine.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client-wasm/platform/web/atlas.h"
#include "client-wasm/text/paragraph_cache.h"
#include "client-wasm/text/text_engine.h"

namespace roost::platform {

class WebTextEngine : public text::TextEngine {
  public:
    explicit WebTextEngine(text::AtlasLimits limits);

    text::Line line(std::string_view text, const text::Style& style, float max_width) override;
    float width(std::string_view text, const text::Style& style) override;
    void lay_out(std::span<const text::ParagraphRequest> requests, std::vector<text::Paragraph>& out)
        override;
    text::Quad paragraph_line(std::uint64_t id, std::size_t line_index) override;
    text::Quad picture(int file, float width, float height) override;
    std::span<const text::MarkedRect> selection() const override { return selection_; }
    std::span<const text::MarkedRect> range_rects(std::uint64_t id, std::span<const text::TextRange> ranges)
        override;
    int epoch() const override { return epoch_; }

    void begin_frame();
    void set_pixel_ratio(float pixel_ratio);
    void fonts_changed();
    void selection_changed() { is_selection_stale_ = true; }
    int paragraph_element(std::uint64_t id);  // -1 if it was never laid out
    Atlas& atlas() { return atlas_; }

  private:
    struct FontKey {
        float size = 0;
        float line_height = 0;
        int weight = 0;
        bool is_italic = false;
        bool is_monospaced = false;
        bool operator==(const FontKey&) const = default;
    };

    int font(const text::Style& style);
    void add(const text::ParagraphRequest& request);
    void read_lines(text::LaidParagraph& entry);
    void read_selection();
    void read_ranges(text::LaidParagraph& entry);
    void start_epoch();

    Atlas atlas_;
    text::ParagraphCache paragraphs_;
    std::unordered_map<std::uint64_t, float> widths_;
    std::vector<std::pair<FontKey, int>> fonts_;
    std::unordered_map<int, std::uint64_t> paragraph_ids_;  // by element
    std::vector<text::MarkedRect> selection_;
    std::vector<float> buffer_;
    float pixel_ratio_ = 1;
    int epoch_ = 1;
    int next_element_ = 0;
    bool is_selection_stale_ = false;
};

}  // namespace roost::platform
