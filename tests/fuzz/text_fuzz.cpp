// What a bubble does with a text: links, markup, folding for the search, emoji alone.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/text/emoji.h"
#include "shared/text/fold.h"
#include "shared/text/links.h"
#include "shared/text/markup.h"

namespace {

void expect(bool is_true) {
    if (!is_true) __builtin_trap();
}

// Apart, in order, not empty, and inside the text.
void check_links(std::string_view text) {
    std::size_t last = 0;
    for (const roost::text::Link& link : roost::text::find_links(text)) {
        expect(link.begin >= last && link.begin < link.end && link.end <= text.size());
        expect(!link.href.empty());
        expect(text.substr(link.begin, link.end - link.begin).find('\n') == std::string_view::npos);
        last = link.end;
    }
}

bool is_inside(const roost::text::Span& inner, const roost::text::Span& outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

// Blocks cover the text, and every two spans are apart or one is inside the other.
void check_markup(const roost::text::Formatted& formatted) {
    if (formatted.text.empty()) return;
    std::size_t at = 0;
    for (const roost::text::Block& block : formatted.blocks) {
        expect(block.begin == at && block.end >= block.begin && block.end <= formatted.text.size());
        expect(block.marker_end >= block.begin && block.marker_end <= block.end);
        at = block.end + 1;
    }
    expect(at == formatted.text.size() + 1);
    const auto& spans = formatted.spans;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        expect(spans[i].begin < spans[i].end && spans[i].end <= formatted.text.size());
        for (std::size_t j = i + 1; j < std::min(spans.size(), i + 50); ++j)
            expect(spans[j].begin >= spans[i].end || is_inside(spans[j], spans[i]));
    }
}

void check_fold(std::string_view text) {
    const auto folded = roost::text::fold_with_origin(text);
    expect(folded.origin.size() == folded.text.size() + 1 && folded.origin.back() == text.size());
    expect(std::is_sorted(folded.origin.begin(), folded.origin.end()));
    expect(folded.text == roost::text::fold(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!roost::is_utf8(bytes)) return -1;  // nothing else comes through the parsers
    check_links(bytes);
    const auto formatted = roost::text::format_text(bytes);
    check_markup(formatted);
    expect(roost::is_utf8(formatted.text) && formatted.text == roost::text::shown_text(bytes));
    check_markup(roost::text::parse_markup(bytes));
    check_fold(bytes);
    expect(roost::text::count_lone_emoji(bytes, 3) <= 3);
    return 0;
}
