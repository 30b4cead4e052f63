#include "client-wasm/platform/headless/fake_text_engine.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/text/links.h"

#include "client-wasm/words/word.h"

namespace roost::platform {

namespace {

float advance(std::string_view text, const text::Style& style) {
    return static_cast<float>(count_code_points(text)) * style.size / 2;
}

// Widths of the lines, broken at spaces and at line breaks; a longer word stands alone and sticks out.
std::vector<float> break_lines(std::string_view rest, const text::ParagraphRequest& request) {
    std::vector<float> widths{0};
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of(" \n");
        const std::string_view word = rest.substr(0, end);
        const float width = advance(word, request.style);
        const float space = widths.back() > 0 ? request.style.size / 2 : 0;
        if (widths.back() + space + width > request.max_width && widths.back() > 0) {
            widths.push_back(width);
        } else {
            widths.back() += space + width;
        }
        if (end == std::string_view::npos) break;
        if (rest[end] == '\n') widths.push_back(0);
        rest.remove_prefix(end + 1);
    }
    return widths;
}

// Blocks one below the other, without room around quotes and code.
void add_block(
    text::Paragraph& paragraph,
    std::string_view words,
    text::BlockKind kind,
    const text::ParagraphRequest& request
) {
    const float top = paragraph.height;
    for (const float width : break_lines(words, request)) {
        paragraph.lines.push_back({0, paragraph.height, width, request.style.line_height});
        paragraph.width = std::max(paragraph.width, width);
        paragraph.height += request.style.line_height;
    }
    paragraph.ends_with_ground = kind == text::BlockKind::kQuote || kind == text::BlockKind::kCode;
    if (paragraph.ends_with_ground) paragraph.blocks.push_back({kind, top, paragraph.height - top, false});
}

text::Quad quad_of(float width, float height) {
    return {.texture = 1, .width = width, .height = height, .u1 = 1, .v1 = 1};
}

}  // namespace

text::Line FakeTextEngine::line(std::string_view text, const text::Style& style, float max_width) {
    ++painted;
    drawn_lines.emplace_back(text);
    text::Line line;
    line.width = advance(text, style);
    line.is_cut = max_width > 0 && line.width > max_width;
    if (line.is_cut) line.width = max_width;
    line.quad = quad_of(line.width, style.line_height);
    return line;
}

float FakeTextEngine::width(std::string_view text, const text::Style& style) {
    return advance(text, style);
}

void FakeTextEngine::lay_out(
    std::span<const text::ParagraphRequest> requests, std::vector<text::Paragraph>& out
) {
    out.clear();
    for (const text::ParagraphRequest& request : requests) {
        ++laid_out;
        text::Paragraph& paragraph = out.emplace_back();
        paragraph.id = request.id;
        const bool is_message = request.reading == text::Reading::kMessage;
        auto formatted = is_message ? text::format_text(request.text) : text::plain_text(request.text);
        if (formatted.blocks.empty()) formatted.blocks.emplace_back();
        for (const text::Block& block : formatted.blocks) {
            const auto words = std::string_view(formatted.text).substr(block.begin, block.end - block.begin);
            add_block(paragraph, words, block.kind, request);
        }
        paragraph.is_last_line_right_to_left = has_right_to_left(request.text);
        if (paragraph.is_last_line_right_to_left) {
            for (text::ParagraphLine& line : paragraph.lines)
                line.x = paragraph.width - line.width;
        }
        line_counts_[request.id] = paragraph.lines.size();
    }
}

text::Quad FakeTextEngine::paragraph_line(std::uint64_t id, std::size_t line_index) {
    ++painted;
    const auto found = line_counts_.find(id);
    if (found == line_counts_.end() || line_index >= found->second) return {};
    return quad_of(10, 10);
}

std::span<const text::MarkedRect> FakeTextEngine::range_rects(
    std::uint64_t id, std::span<const text::TextRange> ranges
) {
    constexpr float kAdvance = 7, kHeight = 19;
    asked_ranges[id].assign(ranges.begin(), ranges.end());
    range_rects_.clear();
    for (const text::TextRange& range : ranges) {
        const auto from = static_cast<float>(range.from), to = static_cast<float>(range.to);
        range_rects_.push_back({id, kAdvance * from, 0, kAdvance * (to - from), kHeight});
    }
    return range_rects_;
}

text::Quad FakeTextEngine::picture(int file, float width, float height) {
    const bool is_read = std::find(pictures.begin(), pictures.end(), file) != pictures.end();
    return is_read ? quad_of(width, height) : text::Quad{};
}

}  // namespace roost::platform
