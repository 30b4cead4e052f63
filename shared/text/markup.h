// WhatsApp's formatting in a text, taken apart: what is shown, and what it looks like.
//
// Within a line
//   *bold* _italic_ ~strike~   The opening sign stands at the line's start or after something that is no
//   letter,
//     mark or digit, and before neither space nor its own kind; the closing sign after no space, and at the
//     line's end or before something that is no letter, mark or digit. So not in snake_case or 5*3*2. Scripts
//     written without spaces (Chinese, Japanese, Thai, …) have no words to be inside of: a sign may stand
//     next to their letters. Different kinds nest; where they would overlap, the one opened first wins.
//   `code` and ```code```   hold anything but themselves, nothing inside is markup or a link. A single
//   back-tick
//     keeps to words' borders as the signs above, three do not.
//   Signs inside a link are part of it. What has no counterpart stays as it was typed.
// Lines
//   "> text" is a quote, "- text" or "* text" a bullet ("•" is shown), "1. text" to "999. text" numbered.
//   They do not nest; signs within a line work in them.
//   ```…``` over several lines, or alone on its line, is a block of code; the line breaks just inside the
//   signs are not part of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace roost::text {

enum class BlockKind : std::uint8_t { kPlain, kQuote, kBullet, kNumbered, kCode };

// Bytes of Formatted::text. Blocks follow each other with one line break between them that belongs to none.
struct Block {
    BlockKind kind = BlockKind::kPlain;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t marker_end = 0;  // past "• " or "1. "; `begin` in other kinds

    bool operator==(const Block&) const = default;
};

enum class Mark : std::uint8_t { kBold, kItalic, kStrike, kCode, kLink };

struct Span {
    Mark mark = Mark::kBold;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string href;  // of links

    bool operator==(const Span&) const = default;
};

struct Formatted {
    std::string text;           // as it is shown, and copied
    std::vector<Block> blocks;  // cover it; several lines of one kind are one block, but each item is its own
    std::vector<Span> spans;    // in order; two are apart, or one is inside the other and comes later

    bool operator==(const Formatted&) const = default;
};

// Bytes of a text, not empty.
struct Link {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string href;

    bool operator==(const Link&) const = default;
};

// One block without spans: every sign as it stands.
Formatted plain_text(std::string_view text);

// `links` are in order, apart and within one line each; those outside of code become spans.
Formatted parse_markup(std::string_view text, std::span<const Link> links = {});

}  // namespace roost::text
