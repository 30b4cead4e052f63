#include "client-wasm/text/paragraph_cache.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace roost::text;

namespace {

ParagraphRequest request(std::uint64_t id, std::string_view text = "hello") {
    ParagraphRequest made;
    made.id = id;
    made.text = text;
    made.max_width = 300;
    return made;
}

}  // namespace

TEST_CASE("a paragraph is fresh while text, look, width and epoch stay") {
    ParagraphCache cache(10);
    cache.put(request(1), 1, 0);
    CHECK(cache.find_fresh(request(1), 1) != nullptr);
    CHECK(cache.find_fresh(request(2), 1) == nullptr);
    CHECK(cache.find_fresh(request(1), 2) == nullptr);
    CHECK(cache.find_fresh(request(1, "other"), 1) == nullptr);
    ParagraphRequest wider = request(1);
    wider.max_width = 301;
    CHECK(cache.find_fresh(wider, 1) == nullptr);
    ParagraphRequest louder = request(1);
    louder.style.weight = 700;
    CHECK(cache.find_fresh(louder, 1) == nullptr);
}

TEST_CASE("the text is kept though the caller's is gone") {
    ParagraphCache cache(10);
    std::string text = "a text of the caller's that is too long to be stored in place";
    cache.put(request(1, text), 1, 0);
    const std::string same = text;
    text.assign(text.size(), 'x');
    CHECK(cache.find_fresh(request(1, same), 1) != nullptr);
}

TEST_CASE("what is laid out anew keeps its element and loses its lines") {
    ParagraphCache cache(10);
    cache.put(request(1), 1, 5).paragraph.lines.emplace_back();
    const LaidParagraph& again = cache.put(request(1, "other"), 1, 6);
    CHECK(again.element == 5);
    CHECK(again.paragraph.id == 1);
    CHECK(again.paragraph.lines.empty());
}

TEST_CASE("those unused for longest make room") {
    ParagraphCache cache(8);
    for (int i = 1; i <= 9; ++i) {
        cache.begin_frame();
        cache.put(request(static_cast<std::uint64_t>(i)), 1, i);
    }
    cache.begin_frame();
    cache.find(1);
    cache.begin_frame();
    const std::vector<int> dropped = cache.trim();
    CHECK_FALSE(dropped.empty());
    CHECK(cache.size() <= 8);
    CHECK(cache.find(1) != nullptr);
    CHECK(cache.find(2) == nullptr);
    CHECK(std::find(dropped.begin(), dropped.end(), 2) != dropped.end());
}

TEST_CASE("nothing that was used in this frame or the last makes room") {
    ParagraphCache cache(4);
    for (int i = 1; i <= 20; ++i)
        cache.put(request(static_cast<std::uint64_t>(i)), 1, i);
    CHECK(cache.trim().empty());
    cache.begin_frame();
    CHECK(cache.trim().empty());
    CHECK(cache.size() == 20);
}
