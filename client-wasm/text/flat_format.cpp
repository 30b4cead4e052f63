#include "client-wasm/text/flat_format.h"

#include <algorithm>

#include "shared/base/code_points.h"

namespace roost::text {

namespace {

constexpr std::int32_t kTabWidth = 4;

// Byte offsets in, which must not fall; offsets of the page out.
class Offsets {
  public:
    explicit Offsets(std::string_view text) : text_(text) {}

    std::int32_t of(std::size_t byte) {
        while (at_ < byte && at_ < text_.size()) {
            const CodePoint point = next_code_point(text_.substr(at_));
            at_ += point.length;
            units_ += point.value == '\t' ? kTabWidth : point.value >= 0x10000 ? 2 : 1;
        }
        return units_;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::int32_t units_ = 0;
};

std::vector<std::int32_t> translated(std::string_view text, const std::vector<std::size_t>& bytes) {
    std::vector<std::size_t> order(bytes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return bytes[a] < bytes[b]; });
    std::vector<std::int32_t> units(bytes.size());
    Offsets offsets(text);
    for (const std::size_t i : order)
        units[i] = offsets.of(bytes[i]);
    return units;
}

}  // namespace

FlatFormat flatten(const Formatted& formatted) {
    std::vector<std::size_t> bytes;
    for (const Block& block : formatted.blocks)
        bytes.insert(bytes.end(), {block.begin, block.end, block.marker_end});
    for (const Span& span : formatted.spans)
        bytes.insert(bytes.end(), {span.begin, span.end});
    const std::vector<std::int32_t> units = translated(formatted.text, bytes);

    FlatFormat flat;
    flat.numbers.push_back(static_cast<std::int32_t>(formatted.blocks.size()));
    std::size_t next = 0;
    for (const Block& block : formatted.blocks) {
        const auto kind = static_cast<std::int32_t>(block.kind);
        flat.numbers.insert(flat.numbers.end(), {kind, units[next], units[next + 1], units[next + 2]});
        next += 3;
    }
    std::int32_t links = 0;
    for (const Span& span : formatted.spans) {
        const bool is_link = span.mark == Mark::kLink;
        const auto mark = static_cast<std::int32_t>(span.mark);
        flat.numbers.insert(
            flat.numbers.end(), {mark, units[next], units[next + 1], is_link ? links++ : std::int32_t{-1}}
        );
        next += 2;
        if (is_link) flat.hrefs.append(span.href).append("\n");
    }
    return flat;
}

std::vector<std::int32_t> flatten(std::string_view text, std::span<const TextRange> ranges) {
    std::vector<std::size_t> bytes;
    bytes.reserve(2 * ranges.size());
    for (const TextRange& range : ranges)
        bytes.insert(bytes.end(), {range.from, range.to});
    return translated(text, bytes);
}

}  // namespace roost::text
