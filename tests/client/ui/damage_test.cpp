#include "client-wasm/ui/damage.h"

#include <doctest/doctest.h>

#include "client-wasm/ui/draw_steps.h"
#include "tests/support/draw_list.h"

namespace roost::ui {
namespace {

using test::DrawnFrame;

constexpr ImU32 kRed = IM_COL32(255, 0, 0, 255);
constexpr ImU32 kBlue = IM_COL32(0, 0, 255, 255);

// A frame of 640 × 480 with a background and whatever is added.
template <class Draw>
std::vector<PixelRect> update(Damage& damage, float ratio, Draw draw) {
    DrawnFrame frame({640, 480}, ratio);
    frame.list().AddRectFilled({0, 0}, {640, 480}, kBlue);
    draw(frame.list());
    return damage.update(frame.data());
}

const auto kNothing = [](ImDrawList&) {};

bool covers(const std::vector<PixelRect>& rects, const PixelRect& wanted) {
    for (const PixelRect& rect : rects)
        if (intersection(rect, wanted) == wanted) return true;
    return false;
}

int area(const std::vector<PixelRect>& rects) {
    int sum = 0;
    for (const PixelRect& rect : rects)
        sum += (rect.x1 - rect.x0) * (rect.y1 - rect.y0);
    return sum;
}

TEST_CASE("damage: the first frame and the frame after forgetting are drawn whole") {
    Damage damage;
    CHECK(update(damage, 1, kNothing) == std::vector{PixelRect{0, 0, 640, 480}});
    damage.forget();
    CHECK(update(damage, 2, kNothing) == std::vector{PixelRect{0, 0, 1280, 960}});
}

TEST_CASE("damage: a canvas of another size is drawn whole") {
    Damage damage;
    update(damage, 1, kNothing);
    CHECK(update(damage, 1.5F, kNothing) == std::vector{PixelRect{0, 0, 960, 720}});
}

TEST_CASE("damage: the same picture needs nothing") {
    Damage damage;
    const auto box = [](ImDrawList& list) { list.AddRectFilled({10, 10}, {20, 20}, kRed, 4); };
    update(damage, 1, box);
    CHECK(update(damage, 1, box).empty());
}

TEST_CASE("damage: what moves is drawn where it was and where it is, and little else") {
    for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
        CAPTURE(ratio);
        Damage damage;
        update(damage, ratio, [](ImDrawList& list) { list.AddCircleFilled({100, 100}, 10, kRed); });
        const auto rects = update(damage, ratio, [](ImDrawList& list) {
            list.AddCircleFilled({500, 400}, 10, kRed);
        });
        const auto around = [&](float x, float y) {
            const auto at = [&](float value) { return static_cast<int>(value * ratio); };
            return PixelRect{at(x - 11), at(y - 11), at(x + 11), at(y + 11)};
        };
        CHECK(covers(rects, around(100, 100)));
        CHECK(covers(rects, around(500, 400)));
        CHECK(static_cast<float>(area(rects)) < 0.2F * 640 * 480 * ratio * ratio);
    }
}

TEST_CASE("damage: another order, another colour and another clip are other pictures") {
    const auto draw = [](ImU32 below, ImU32 above, float clip) {
        return [=](ImDrawList& list) {
            list.PushClipRect({0, 0}, {clip, 480});
            list.AddRectFilled({10, 10}, {20, 20}, below);
            list.AddRectFilled({10, 10}, {20, 20}, above);
            list.PopClipRect();
        };
    };
    Damage damage;
    update(damage, 1, draw(kRed, kBlue, 640));
    CHECK(covers(update(damage, 1, draw(kBlue, kRed, 640)), {10, 10, 20, 20}));
    CHECK(covers(update(damage, 1, draw(kBlue, kBlue, 640)), {10, 10, 20, 20}));
    CHECK(covers(update(damage, 1, draw(kBlue, kBlue, 15)), {10, 10, 20, 20}));
}

TEST_CASE("damage: a ragged change becomes few rectangles") {
    Damage damage;
    update(damage, 1, kNothing);
    const auto rects = update(damage, 1, [](ImDrawList& list) {
        for (int i = 0; i < 60; ++i) {
            const auto x = static_cast<float>((i * 97) % 630);
            const auto y = static_cast<float>((i * 61) % 470);
            list.AddRectFilled({x, y}, {x + 5, y + 5}, kRed);
        }
    });
    CHECK(rects.size() <= 4);
    CHECK(covers(rects, {0, 0, 5, 5}));
}

TEST_CASE("draw steps: large plain rectangles are filled, everything else is triangles in its order") {
    DrawnFrame frame({640, 480}, 1);
    frame.list().AddRectFilled({0, 0}, {640, 480}, kBlue);
    frame.list().AddCircleFilled({100, 100}, 10, kRed);
    frame.list().AddRectFilled({200, 200}, {300.4F, 299.6F}, kRed);
    frame.list().AddRectFilled({0, 0}, {640, 480}, IM_COL32(0, 0, 0, 128));
    const auto steps = steps_of(frame.data(), frame.list(), {0, 0, 640, 480});
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].is_fill());
    CHECK(steps[0].area == PixelRect{0, 0, 640, 480});
    CHECK(steps[0].colour == kBlue);
    CHECK_FALSE(steps[1].is_fill());
    CHECK(steps[2].is_fill());
    CHECK(steps[2].area == PixelRect{200, 200, 300, 300});
    CHECK_FALSE(steps[3].is_fill());
    CHECK(steps[3].index_count == 6);
    CHECK(steps[3].first_index + 6 == static_cast<unsigned>(frame.list().IdxBuffer.Size));
}

TEST_CASE("draw steps: what lies outside of the part is left out, what reaches in is cut") {
    DrawnFrame frame({640, 480}, 2);
    frame.list().AddRectFilled({0, 0}, {640, 480}, kBlue);
    frame.list().PushClipRect({0, 0}, {100, 100});
    frame.list().AddCircleFilled({50, 50}, 10, kRed);
    frame.list().PopClipRect();
    const auto steps = steps_of(frame.data(), frame.list(), {400, 400, 800, 800});
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].area == PixelRect{400, 400, 800, 800});
}

TEST_CASE("draw steps: of one command only the triangles between those that are seen are drawn") {
    DrawnFrame frame({640, 480}, 1);
    ImDrawList& list = frame.list();
    const auto circles = [&](float y) {
        for (int i = 0; i < 100; ++i)
            list.AddCircleFilled({static_cast<float>(20 + i), y}, 10, kRed);
        return static_cast<unsigned>(list.IdxBuffer.Size);
    };
    const unsigned above = circles(50);
    const unsigned inside = circles(250);
    circles(450);
    const auto steps = steps_of(frame.data(), list, {0, 200, 640, 300});
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].first_index == above);
    CHECK(steps[0].index_count == inside - above);
}

}  // namespace
}  // namespace roost::ui
