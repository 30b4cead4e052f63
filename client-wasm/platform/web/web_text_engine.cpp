#include "client-wasm/platform/web/web_text_engine.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "client-wasm/platform/web/imports.h"
#include "client-wasm/text/flat_format.h"
#include "shared/text/links.h"

namespace roost::platform {

namespace {

constexpr std::size_t kMostParagraphs = 1500;
constexpr std::size_t kMostWidths = 4000;

// FNV-1a over everything that decides how a run looks.
class RunKey {
  public:
    explicit RunKey(std::string_view text) {
        for (const char c : text)
            add_byte(static_cast<unsigned char>(c));
    }
    RunKey& add(std::uint64_t value) {
        for (int i = 0; i < 8; ++i)
            add_byte((value >> (8 * i)) & 0xFF);
        return *this;
    }
    RunKey& add(float value) { return add(std::uint64_t{std::bit_cast<std::uint32_t>(value)}); }
    std::uint64_t value() const { return hash_; }

  private:
    void add_byte(std::uint64_t byte) { hash_ = (hash_ ^ byte) * 1099511628211ULL; }
    std::uint64_t hash_ = 14695981039346656037ULL;
};

// What a measured line is told in; see imports.h.
using LineFigures = std::array<float, 7>;

text::Run run_of(const LineFigures& figures, float pixel_ratio) {
    text::Run run;
    run.width = figures[0];
    run.is_cut = figures[1] != 0;
    run.is_right_to_left = figures[2] != 0;
    run.left = figures[3] / pixel_ratio;
    run.top = figures[4] / pixel_ratio;
    run.cell.width = static_cast<int>(figures[5]);
    run.cell.height = static_cast<int>(figures[6]);
    return run;
}

}  // namespace

WebTextEngine::WebTextEngine(text::AtlasLimits limits) : atlas_(limits), paragraphs_(kMostParagraphs) {}

int WebTextEngine::font(const text::Style& style) {
    const FontKey key{style.size, style.line_height, style.weight, style.is_italic, style.is_monospaced};
    for (const auto& [known, number] : fonts_) {
        if (known == key) return number;
    }
    const int number = roost_text_font(
        static_cast<double>(style.size),
        static_cast<double>(style.line_height),
        style.weight,
        style.is_italic,
        style.is_monospaced
    );
    fonts_.emplace_back(key, number);
    return number;
}

text::Line WebTextEngine::line(std::string_view text, const text::Style& style, float max_width) {
    if (text.empty()) return {};
    const int number = font(style);
    const std::uint64_t key = RunKey(text)
                                  .add(static_cast<std::uint64_t>(number))
                                  .add(std::uint64_t{style.colour})
                                  .add(max_width)
                                  .value();
    const text::Run* run = atlas_.find(key);
    if (run == nullptr) {
        LineFigures figures{};
        roost_text_measure_line(
            text.data(), text.size(), number, style.colour, static_cast<double>(max_width), figures.data()
        );
        run = atlas_.paint(key, run_of(figures, pixel_ratio_));
        if (run == nullptr) return {{}, figures[0], false, false};
    }
    return {atlas_.quad(*run, pixel_ratio_), run->width, run->is_cut, run->is_right_to_left};
}

float WebTextEngine::width(std::string_view text, const text::Style& style) {
    if (text.empty()) return 0;
    const int number = font(style);
    const std::uint64_t key = RunKey(text).add(static_cast<std::uint64_t>(number)).value();
    const auto known = widths_.find(key);
    if (known != widths_.end()) return known->second;
    if (widths_.size() >= kMostWidths) widths_.clear();
    const auto measured = static_cast<float>(roost_text_width(text.data(), text.size(), number));
    widths_.emplace(key, measured);
    return measured;
}

void WebTextEngine::add(const text::ParagraphRequest& request) {
    const text::LaidParagraph& entry = paragraphs_.put(request, epoch_, next_element_);
    if (entry.element == next_element_) paragraph_ids_.emplace(next_element_++, request.id);
    const bool is_message = request.reading == text::Reading::kMessage;
    const auto formatted = is_message ? text::format_text(request.text) : text::plain_text(request.text);
    const auto flat = text::flatten(formatted);
    roost_paragraph_add(
        entry.element,
        formatted.text.data(),
        formatted.text.size(),
        font(request.style),
        request.style.colour,
        request.link_colour,
        static_cast<double>(request.max_width),
        flat.numbers.data(),
        static_cast<int>(flat.numbers.size()),
        flat.hrefs.c_str()
    );
}

void WebTextEngine::lay_out(
    std::span<const text::ParagraphRequest> requests, std::vector<text::Paragraph>& out
) {
    std::vector<std::uint64_t> added;
    for (const text::ParagraphRequest& request : requests) {
        if (paragraphs_.find_fresh(request, epoch_) != nullptr) continue;
        add(request);
        added.push_back(request.id);
    }
    if (!added.empty()) {
        roost_paragraph_lay_out();
        for (const std::uint64_t id : added)
            read_lines(*paragraphs_.find(id));
    }
    out.clear();
    out.reserve(requests.size());
    for (const text::ParagraphRequest& request : requests)
        out.push_back(paragraphs_.find(request.id)->paragraph);
}

void WebTextEngine::read_lines(text::LaidParagraph& entry) {
    constexpr std::size_t kHead = 6, kPerEntry = 4;
    std::size_t room = 256;
    for (;;) {
        buffer_.resize(room);
        const int told = roost_paragraph_figures(entry.element, buffer_.data(), static_cast<int>(room));
        if (static_cast<std::size_t>(told) <= room) break;
        room = static_cast<std::size_t>(told);
    }
    text::Paragraph& paragraph = entry.paragraph;
    paragraph.width = buffer_[0];
    paragraph.height = buffer_[1];
    paragraph.is_last_line_right_to_left = buffer_[2] != 0;
    paragraph.ends_with_ground = buffer_[3] != 0;
    const auto lines = static_cast<std::size_t>(buffer_[4]);
    const auto blocks = static_cast<std::size_t>(buffer_[5]);
    paragraph.lines.clear();
    paragraph.blocks.clear();
    for (std::size_t i = 0; i < lines; ++i) {
        const float* line = &buffer_[kHead + kPerEntry * i];
        paragraph.lines.push_back({line[0], line[1], line[2], line[3]});
    }
    for (std::size_t i = 0; i < blocks; ++i) {
        const float* block = &buffer_[kHead + kPerEntry * (lines + i)];
        const auto kind = static_cast<text::BlockKind>(static_cast<int>(block[0]));
        paragraph.blocks.push_back({kind, block[1], block[2], block[3] != 0});
    }
}

text::Quad WebTextEngine::paragraph_line(std::uint64_t id, std::size_t line_index) {
    const text::LaidParagraph* entry = paragraphs_.find(id);
    if (entry == nullptr || line_index >= entry->paragraph.lines.size()) return {};
    const std::uint64_t key = RunKey(entry->text)
                                  .add(std::uint64_t{entry->style.colour})
                                  .add(static_cast<std::uint64_t>(font(entry->style)))
                                  .add(entry->max_width)
                                  .add(std::uint64_t{entry->link_colour})
                                  .add(static_cast<std::uint64_t>(entry->reading))
                                  .add(std::uint64_t{line_index} + (std::uint64_t{1} << 40U))
                                  .value();
    const text::Run* run = atlas_.find(key);
    if (run == nullptr) {
        LineFigures figures{};
        roost_text_measure_paragraph_line(entry->element, static_cast<int>(line_index), figures.data());
        run = atlas_.paint(key, run_of(figures, pixel_ratio_));
    }
    return run == nullptr ? text::Quad{} : atlas_.quad(*run, pixel_ratio_);
}

text::Quad WebTextEngine::picture(int file, float width, float height) {
    const std::uint64_t key =
        RunKey("picture").add(static_cast<std::uint64_t>(file)).add(width).add(height).value();
    const text::Run* run = atlas_.find(key);
    if (run == nullptr) {
        text::Run wanted;
        wanted.cell.width = static_cast<int>(std::lround(width * pixel_ratio_));
        wanted.cell.height = static_cast<int>(std::lround(height * pixel_ratio_));
        if (!roost_files_measure(file, wanted.cell.width, wanted.cell.height)) return {};
        run = atlas_.paint(key, wanted);
    }
    return run == nullptr ? text::Quad{} : atlas_.quad(*run, pixel_ratio_);
}

int WebTextEngine::paragraph_element(std::uint64_t id) {
    const text::LaidParagraph* entry = paragraphs_.find(id);
    return entry == nullptr ? -1 : entry->element;
}

void WebTextEngine::begin_frame() {
    atlas_.begin_frame();
    for (const int element : paragraphs_.trim()) {
        roost_paragraph_remove(element);
        paragraph_ids_.erase(element);
    }
    paragraphs_.begin_frame();
    if (is_selection_stale_) read_selection();
}

void WebTextEngine::read_selection() {
    constexpr std::size_t kPerRect = 5;
    is_selection_stale_ = false;
    std::size_t room = 64;
    std::size_t count = 0;
    for (;; room = count) {
        buffer_.resize(kPerRect * room);
        count = static_cast<std::size_t>(roost_text_selection(buffer_.data(), static_cast<int>(room)));
        if (count <= room) break;
    }
    selection_.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const float* rect = &buffer_[kPerRect * i];
        const auto id = paragraph_ids_.find(static_cast<int>(rect[0]));
        if (id != paragraph_ids_.end())
            selection_.push_back({id->second, rect[1], rect[2], rect[3], rect[4]});
    }
}

std::span<const text::MarkedRect> WebTextEngine::range_rects(
    std::uint64_t id, std::span<const text::TextRange> ranges
) {
    text::LaidParagraph* entry = paragraphs_.find(id);
    if (entry == nullptr || ranges.empty()) return {};
    if (!std::equal(ranges.begin(), ranges.end(), entry->ranges.begin(), entry->ranges.end())) {
        entry->ranges.assign(ranges.begin(), ranges.end());
        read_ranges(*entry);
    }
    return entry->range_rects;
}

void WebTextEngine::read_ranges(text::LaidParagraph& entry) {
    constexpr std::size_t kPerRect = 4;
    const bool is_message = entry.reading == text::Reading::kMessage;
    const auto offsets = text::flatten(is_message ? text::shown_text(entry.text) : entry.text, entry.ranges);
    std::size_t room = 16;
    std::size_t count = 0;
    for (;; room = count) {
        buffer_.resize(kPerRect * room);
        count = static_cast<std::size_t>(roost_paragraph_ranges(
            entry.element,
            offsets.data(),
            static_cast<int>(offsets.size()),
            buffer_.data(),
            static_cast<int>(room)
        ));
        if (count <= room) break;
    }
    entry.range_rects.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const float* rect = &buffer_[kPerRect * i];
        entry.range_rects.push_back({entry.paragraph.id, rect[0], rect[1], rect[2], rect[3]});
    }
}

void WebTextEngine::start_epoch() {
    ++epoch_;
    fonts_.clear();
    widths_.clear();
    atlas_.clear();
    roost_text_set_ratio(static_cast<double>(pixel_ratio_));
}

void WebTextEngine::set_pixel_ratio(float pixel_ratio) {
    if (pixel_ratio == pixel_ratio_) return;
    pixel_ratio_ = pixel_ratio;
    start_epoch();
}

void WebTextEngine::fonts_changed() {
    start_epoch();
}

}  // namespace roost::platform
