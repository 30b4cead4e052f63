// Text in every script. The browser's DOM breaks and measures it, Canvas2D paints it into atlas textures,
// ImGui draws quads. Everything a user reads goes through here; ImGui's own font draws nothing. Lengths are
// CSS pixels.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/markup.h"
#include "shared/text/search_terms.h"

namespace roost::text {

using Colour = std::uint32_t;  // ABGR, as ImGui's ImU32

struct Style {
    float size = 14;
    float line_height = 19;
    int weight = 400;  // 400, 500, 600, 700
    bool is_italic = false;
    bool is_monospaced = false;
    bool has_tabular_numbers = false;
    Colour colour = 0xFF000000;

    bool operator==(const Style&) const = default;
};

// A piece of painted text in a texture: draw `texture` from uv0 to uv1 at (x + left, y + top), width ×
// height; x, y being the upper left corner of the line's box. Valid until the end of the frame in which it
// was asked for.
struct Quad {
    std::uint64_t texture = 0;  // ImTextureID; 0 = nothing to draw
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
};

// One line of text, cut with an ellipsis at a grapheme if it is wider than asked.
struct Line {
    Quad quad;
    float width = 0;  // advance width of what is shown
    bool is_cut = false;
    bool is_right_to_left = false;  // by the first strong character
};

struct ParagraphLine {
    float x = 0;  // of the line's box inside the paragraph (right-to-left lines start at the right)
    float y = 0;
    float width = 0;
    float height = 0;
};

// A quote or a piece of code: has a ground as wide as the paragraph, which the caller draws.
struct ParagraphBlock {
    BlockKind kind = BlockKind::kQuote;
    float y = 0;
    float height = 0;
    bool is_right_to_left = false;

    bool operator==(const ParagraphBlock&) const = default;
};

// A block of text broken into lines by the browser.
struct Paragraph {
    std::uint64_t id = 0;  // goes into ui::Node::paragraph
    float width = 0;       // of the longest line
    float height = 0;
    std::vector<ParagraphLine> lines;
    std::vector<ParagraphBlock> blocks;  // with a ground only
    bool is_last_line_right_to_left = false;
    bool ends_with_ground = false;  // nothing else fits into the last line
};

// A rectangle to highlight, relative to its paragraph.
struct MarkedRect {
    std::uint64_t paragraph = 0;
    float x = 0, y = 0, width = 0, height = 0;
};

enum class Reading : std::uint8_t {
    kPlain,    // every sign as it stands
    kMessage,  // WhatsApp's markup and links; what is laid out is format_text() of it
};

struct ParagraphRequest {
    std::uint64_t id = 0;   // stable for this message: the same text in two messages needs two ids
    std::string_view text;  // white space and line breaks are kept
    Style style;
    Colour link_colour = 0;
    float max_width = 0;
    Reading reading = Reading::kPlain;

    bool operator==(const ParagraphRequest&) const = default;
};

// One thread, owned by the app. References returned stay valid until the next call that lays out.
class TextEngine {
  public:
    virtual ~TextEngine() = default;

    // Cached by text, style, width and device pixel ratio; the caller asks anew in every frame.
    virtual Line line(std::string_view text, const Style& style, float max_width = 0) = 0;
    // Advance width without painting.
    virtual float width(std::string_view text, const Style& style) = 0;

    // Lays out all requests in one batch (much cheaper than one by one); cached. `out` gets one entry per
    // request.
    virtual void lay_out(std::span<const ParagraphRequest> requests, std::vector<Paragraph>& out) = 0;
    // The painted line of a paragraph that was laid out; painted at first use.
    virtual Quad paragraph_line(std::uint64_t id, std::size_t line_index) = 0;

    // What a file that was added shows, filling the size with round corners; nothing until it was read, or if
    // it is no picture.
    virtual Quad picture(int file, float width, float height) = 0;

    // What the reader has selected with mouse, touch or keyboard, in paragraphs that are mounted.
    virtual std::span<const MarkedRect> selection() const = 0;
    // Where these pieces of a paragraph's text stand, as it is shown (shown_text() of a message): a rectangle
    // for each line and font. Nothing if it was never laid out. Cached while the ranges are the same.
    virtual std::span<const MarkedRect> range_rects(std::uint64_t id, std::span<const TextRange> ranges) = 0;
    // Rises when a font arrived or the device pixel ratio changed: every cached layout is then stale.
    virtual int epoch() const = 0;
};

}  // namespace roost::text
