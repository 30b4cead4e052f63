#include "client-wasm/text/flat_format.h"

#include <doctest/doctest.h>

#include "shared/text/links.h"

namespace roost::text {
namespace {

using Numbers = std::vector<std::int32_t>;

TEST_CASE("flat format: offsets count UTF-16 units, and four for a tab") {
    CHECK(flatten(format_text("a *b*")).numbers == Numbers{1, 0, 0, 3, 0, 0, 2, 3, -1});
    CHECK(flatten(format_text("👍é *b*")).numbers == Numbers{1, 0, 0, 5, 0, 0, 4, 5, -1});
    CHECK(flatten(format_text("\t*b*")).numbers == Numbers{1, 0, 0, 5, 0, 0, 4, 5, -1});
    CHECK(flatten(Formatted{}).numbers == Numbers{0});
}

TEST_CASE("flat format: ranges count alike") {
    const std::vector<TextRange> ranges{{1, 5}, {5, 8}};
    CHECK(flatten("\t👍 é", ranges) == Numbers{4, 6, 6, 8});
    CHECK(flatten("abc", std::vector<TextRange>{}).empty());
}

TEST_CASE("flat format: blocks come before spans, and spans inside others keep their order") {
    const FlatFormat flat = flatten(format_text("- *_x_*\n> 👍 _y_"));
    CHECK(flat.numbers == Numbers{2, 2, 0, 3, 2, 1, 4, 8, 4, 0, 2, 3, -1, 1, 2, 3, -1, 1, 7, 8, -1});
}

TEST_CASE("flat format: each link names its address") {
    const FlatFormat flat = flatten(format_text("x.org *b* a@x.org"));
    CHECK(flat.hrefs == "https://x.org\nmailto:a@x.org\n");
    CHECK(flat.numbers == Numbers{1, 0, 0, 15, 0, 4, 0, 5, 0, 0, 6, 7, -1, 4, 8, 15, 1});
}

}  // namespace
}  // namespace roost::text
