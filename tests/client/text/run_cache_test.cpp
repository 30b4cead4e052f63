#include "client-wasm/text/run_cache.h"

#include <map>
#include <random>

#include <doctest/doctest.h>

using namespace roost::text;

namespace {

constexpr AtlasLimits kOnePage{256, std::size_t{256} * 256 * 4};

Run run_of(int width, int height) {
    Run run;
    run.cell.width = width;
    run.cell.height = height;
    return run;
}

bool overlap(const Cell& a, const Cell& b) {
    return a.page == b.page && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("what was put is found where it was put") {
    RunCache cache(kOnePage);
    const Cell cell = cache.put(1, run_of(40, 20))->cell;
    REQUIRE(cache.find(1) != nullptr);
    CHECK(cache.find(1)->cell.x == cell.x);
    CHECK(cache.find(1)->cell.y == cell.y);
    CHECK(cache.find(2) == nullptr);
}

TEST_CASE("a run larger than a page has no place") {
    RunCache cache(kOnePage);
    CHECK(cache.put(1, run_of(257, 10)) == nullptr);
    CHECK(cache.put(2, run_of(10, 257)) == nullptr);
    CHECK(cache.put(3, run_of(256, 256)) != nullptr);
}

TEST_CASE("a run without ink takes no room and is known") {
    RunCache cache(kOnePage);
    Run blank = run_of(0, 0);
    blank.width = 12;
    REQUIRE(cache.put(1, blank) != nullptr);
    CHECK(cache.page_count() == 0);
    CHECK(cache.find(1)->width == 12);
}

TEST_CASE("the page is used again once it is full and nothing on it is in use") {
    RunCache cache(kOnePage);
    for (std::uint64_t key = 1; key <= 400; ++key) {
        cache.begin_frame();
        REQUIRE(cache.put(key, run_of(100, 16)) != nullptr);
    }
    CHECK(cache.page_count() == 1);
    CHECK(cache.find(400) != nullptr);
    CHECK(cache.find(1) == nullptr);
}

TEST_CASE("what is looked at in every frame stays while others make room") {
    RunCache cache(kOnePage);
    cache.put(1, run_of(200, 16));
    for (std::uint64_t key = 2; key <= 400; ++key) {
        cache.begin_frame();
        REQUIRE(cache.find(1) != nullptr);
        cache.put(key, run_of(200, 16));
    }
    CHECK(cache.page_count() == 1);
}

TEST_CASE("one frame may need more than the budget") {
    RunCache cache(kOnePage);
    cache.begin_frame();
    for (std::uint64_t key = 1; key <= 40; ++key)
        cache.put(key, run_of(250, 16));
    CHECK(cache.page_count() == 3);
    for (std::uint64_t key = 1; key <= 40; ++key)
        CHECK(cache.find(key) != nullptr);
}

TEST_CASE("what is pinned stays until everything is cleared") {
    RunCache cache(kOnePage);
    cache.pin(1, run_of(4, 4));
    for (std::uint64_t key = 2; key <= 2000; ++key) {
        cache.begin_frame();
        cache.put(key, run_of(60, 4 + static_cast<int>(key % 60)));
    }
    CHECK(cache.find(1) != nullptr);
    cache.clear();
    CHECK(cache.find(1) == nullptr);
    CHECK(cache.run_count() == 0);
}

TEST_CASE("runs in use never share a pixel, whatever comes and goes") {
    std::mt19937 random(3);
    RunCache cache({512, std::size_t{512} * 512 * 4 * 2});
    std::map<std::uint64_t, Cell> in_use;
    for (int frame = 0; frame < 300; ++frame) {
        cache.begin_frame();
        in_use.clear();
        const std::uint64_t first = random() % 600;
        for (std::uint64_t key = first; key < first + 40; ++key) {
            const Run* run = cache.find(key);
            const int width = 20 + static_cast<int>(key * 7 % 200);
            if (run == nullptr) run = cache.put(key, run_of(width, 10 + static_cast<int>(key % 50)));
            REQUIRE(run != nullptr);
            in_use[key] = run->cell;
        }
        for (auto a = in_use.begin(); a != in_use.end(); ++a) {
            REQUIRE(a->second.x + a->second.width <= 512);
            REQUIRE(a->second.y + a->second.height <= 512);
            for (auto b = std::next(a); b != in_use.end(); ++b)
                REQUIRE_FALSE(overlap(a->second, b->second));
        }
    }
}
