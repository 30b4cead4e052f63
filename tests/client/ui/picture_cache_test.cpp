// What the pictures on the GPU may cost, and which of them make room.
#include "client-wasm/ui/picture_cache.h"

#include <doctest/doctest.h>

namespace roost::ui {
namespace {

constexpr PixelSize kBox{100, 100};
constexpr std::size_t kOne = 4 * 100 * 100;  // bytes

void show(PictureCache& cache, std::string_view file, unsigned texture) {
    REQUIRE(cache.expect(file, kBox));
    CHECK(cache.put(file, texture, kBox, 0).empty());
}

PictureState state(PictureCache& cache, std::string_view file) {
    return PictureCache::state_of(cache.use(file), kBox);
}

TEST_CASE("picture cache: asks for a file once, and knows when it is there") {
    PictureCache cache(10 * kOne);
    CHECK(state(cache, "a") == PictureState::kUnknown);
    CHECK(cache.expect("a", kBox));
    CHECK_FALSE(cache.expect("a", kBox));
    CHECK(state(cache, "a") == PictureState::kLoading);
    CHECK(cache.put("a", 1, kBox, 2.5F).empty());
    CHECK_FALSE(cache.expect("a", kBox));
    CHECK(state(cache, "a") == PictureState::kReady);
    CHECK(cache.use("a")->seconds == 2.5F);
    CHECK(cache.bytes() == kOne);
}

TEST_CASE("picture cache: what was not shown for longest makes room, and never more than the budget is used"
) {
    PictureCache cache(3 * kOne);
    for (unsigned i = 1; i <= 3; ++i) {
        cache.begin_frame();
        show(cache, std::to_string(i), i);
    }
    cache.begin_frame();
    cache.use("1");
    cache.begin_frame();
    cache.use("1");
    REQUIRE(cache.expect("4", kBox));
    CHECK(cache.put("4", 4, kBox, 0) == std::vector<unsigned>{2});
    CHECK(cache.bytes() == 3 * kOne);
    CHECK(state(cache, "2") == PictureState::kUnknown);
    CHECK(state(cache, "1") == PictureState::kReady);
    for (unsigned i = 5; i < 500; ++i) {
        cache.begin_frame();
        REQUIRE(cache.expect(std::to_string(i), kBox));
        cache.put(std::to_string(i), i, kBox, 0);
        CHECK(cache.bytes() <= 3 * kOne);
    }
}

TEST_CASE("picture cache: what is on the screen stays, also beyond the budget") {
    PictureCache cache(kOne);
    show(cache, "a", 1);
    REQUIRE(cache.expect("b", kBox));
    cache.use("a");
    CHECK(cache.put("b", 2, kBox, 0).empty());
    CHECK(state(cache, "a") == PictureState::kReady);
}

TEST_CASE("picture cache: a larger box is loaded for again, and the smaller picture stands meanwhile") {
    PictureCache cache(10 * kOne);
    show(cache, "a", 1);
    const PixelSize larger{140, 140};
    CHECK(PictureCache::state_of(cache.use("a"), {110, 110}) == PictureState::kReady);
    CHECK(PictureCache::state_of(cache.use("a"), larger) == PictureState::kUnknown);
    REQUIRE(cache.expect("a", larger));
    CHECK(cache.use("a")->texture == 1);
    CHECK(cache.put("a", 2, larger, 0) == std::vector<unsigned>{1});
    CHECK(cache.bytes() == 4 * 140 * 140);
}

TEST_CASE("picture cache: what is broken stays so until it is forgotten; what was dropped can be asked for") {
    PictureCache cache(10 * kOne);
    REQUIRE(cache.expect("a", kBox));
    cache.fail("a");
    CHECK(state(cache, "a") == PictureState::kBroken);
    CHECK_FALSE(cache.expect("a", kBox));
    cache.forget_broken();
    CHECK(cache.expect("a", kBox));
    cache.drop("a");
    CHECK(state(cache, "a") == PictureState::kUnknown);
    // Nobody expects it any more.
    CHECK(cache.put("a", 1, kBox, 0) == std::vector<unsigned>{1});
}

TEST_CASE("picture cache: without its context everything has to be read again, also what is on its way") {
    PictureCache cache(10 * kOne);
    show(cache, "a", 1);
    REQUIRE(cache.expect("b", kBox));
    cache.forget_textures();
    CHECK(cache.bytes() == 0);
    CHECK(cache.expect("a", kBox));
    CHECK_FALSE(cache.expect("b", kBox));
    CHECK(cache.put("b", 2, kBox, 0).empty());
    CHECK(cache.clear() == std::vector<unsigned>{2});
    CHECK(cache.bytes() == 0);
}

TEST_CASE("picture cache: what is there can be called by another name, but never instead of what is known") {
    PictureCache cache(10 * kOne);
    show(cache, "local:1", 1);
    cache.rename("local:1", "f00d");
    CHECK(cache.use("local:1") == nullptr);
    REQUIRE(cache.use("f00d") != nullptr);
    CHECK(cache.use("f00d")->texture == 1);
    show(cache, "local:2", 2);
    cache.rename("local:2", "f00d");
    CHECK(cache.use("f00d")->texture == 1);
    CHECK(cache.use("local:2")->texture == 2);
    REQUIRE(cache.expect("local:3", kBox));
    cache.rename("local:3", "beef");
    CHECK(cache.use("beef") == nullptr);
    cache.rename("nothing", "beef");
    CHECK(cache.use("beef") == nullptr);
    CHECK(cache.bytes() == 2 * kOne);
}

TEST_CASE("picture cache: the middle of a picture is shown in the shape of its box") {
    const text::Quad wide = covering_quad(1, {200, 100}, 50, 50);
    CHECK(wide.u0 == doctest::Approx(0.25));
    CHECK(wide.u1 == doctest::Approx(0.75));
    CHECK(wide.v0 == doctest::Approx(0));
    const text::Quad high = covering_quad(1, {100, 400}, 50, 50);
    CHECK(high.v0 == doctest::Approx(0.375));
    CHECK(high.u1 == doctest::Approx(1));
    CHECK(covering_quad(1, {}, 50, 50).texture == 0);
}

}  // namespace
}  // namespace roost::ui
