// Every text and icon that a view draws, on the ground that it is drawn on.
#include <array>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "client-wasm/ui/looks.h"

namespace roost::ui {
namespace {

constexpr double kText = 4.5;
constexpr double kMark = 3.0;  // icons, outlines, large text

struct Pair {
    std::string_view where;
    Colour ink;
    Colour ground;
    double least = kText;
};

// What stands on rows and panels.
std::vector<Pair> panel_pairs(const Theme& t) {
    std::vector<Pair> pairs{
        {"title of an empty thread", t.text, t.app},
        {"note of an empty thread", t.text_secondary, t.app},
        {"connection on the rail", t.accent, t.app},
        {"no connection on the rail", t.warn, t.app},
        {"inbox button", t.accent, over(t.tint, t.app), kMark},
        {"placeholder", over(with_alpha(t.text, 0.66F), t.panel), t.panel},
        {"outline of a field", t.control, t.panel, kMark},
        {"connection dot while starting", t.text_secondary, t.app, kMark},
        {"selected tab", t.accent, t.panel},
        {"connection strip", t.accent, over(t.tint, t.panel)},
        {"no connection strip", t.warn, over(t.warn_tint, t.panel)},
        {"closed composer", t.text, over(t.warn_tint, t.panel)},
        {"closed composer's icon", t.warn, over(t.warn_tint, t.panel), kMark},
        {"window chip", t.accent, over(t.tint, t.panel)},
        {"refused sign-in", t.danger, over(t.danger_tint, t.panel)},
        {"too long a draft", t.danger, t.panel},
        {"button", t.on_accent, t.accent},
        {"button under the pointer", t.on_accent, over(with_alpha(t.text, 0.12F), t.accent)},
        {"button that is off", t.text_secondary, t.selected},
        {"unread pill", t.on_accent_fill, t.accent_fill},
    };
    for (const Colour ground : {t.panel, t.hover, t.selected}) {
        pairs.push_back({"name in a row", t.text, ground});
        pairs.push_back({"preview in a row", t.text_secondary, ground});
        pairs.push_back({"time of an unread row", t.accent, ground});
        pairs.push_back({"preview of what failed", t.danger, ground});
        pairs.push_back({"what was searched for, in a row", t.text_secondary, t.hit});
        pairs.push_back({"read tick in a row", t.tick_read, ground, kMark});
    }
    for (const Colour ground : {t.app, t.panel, t.hover, t.selected, t.thread, t.bubble_in, t.bubble_out})
        pairs.push_back({"focus ring", t.accent, ground, kMark});
    return pairs;
}

std::vector<Pair> thread_pairs(const Theme& t) {
    const Colour patterned = over(t.pattern, t.thread);
    std::vector<Pair> pairs{
        {"line before unread messages", t.accent, t.thread},
        {"line before unread messages, on the pattern", t.accent, patterned},
        {"date", t.text_secondary, t.chip},
        {"time below large emoji", t.text_secondary, t.chip},
        {"system line", t.text, t.chip},
        {"jump to latest", t.accent, t.panel},
        {"jump to latest under the pointer", t.accent, t.hover},
    };
    struct Side {
        Colour bubble, quote, secondary, link, danger;
    };
    const std::array<Side, 2> sides{
        {{t.bubble_in, t.quote_in, t.text_secondary, t.link, t.danger},
         {t.bubble_out, t.quote_out, t.text_secondary_out, t.link_out, t.danger_out}}};
    for (const Side& side : sides) {
        for (const Colour ground : {side.bubble, side.quote, over(t.selection, side.bubble)})
            pairs.push_back({"text in a bubble", t.text, ground});
        pairs.push_back({"time in a bubble", side.secondary, side.bubble});
        pairs.push_back({"what was searched for", t.text, t.hit});
        pairs.push_back({"a link that was searched for", side.link, t.hit});
        pairs.push_back({"outline of the hit at which the reader stands", t.warn, t.hit, kMark});
        pairs.push_back({"second line of a card", side.secondary, side.quote});
        pairs.push_back({"link", side.link, side.bubble});
        pairs.push_back({"link in a quote", side.link, side.quote});
        pairs.push_back({"failure", side.danger, side.bubble});
        pairs.push_back({"bar of a quote", t.accent, side.quote, kMark});
    }
    pairs.push_back({"read tick", t.tick_read, t.bubble_out, kMark});
    return pairs;
}

void check_pairs(const Theme& theme) {
    for (const auto& pairs : {panel_pairs(theme), thread_pairs(theme)}) {
        for (const Pair& pair : pairs) {
            CAPTURE(pair.where);
            CHECK(contrast(pair.ink, pair.ground) >= pair.least);
        }
    }
}

TEST_CASE("contrast: whatever is drawn can be read, in light and dark") {
    for (const bool is_dark : {false, true}) {
        CAPTURE(is_dark);
        check_pairs(theme_for({.is_dark = is_dark}));
    }
}

TEST_CASE("contrast: any house's colour leaves everything readable, and is itself where it may be") {
    for (const bool is_dark : {false, true}) {
        for (std::uint32_t red = 0; red <= 255; red += 51) {
            for (std::uint32_t green = 0; green <= 255; green += 51) {
                for (std::uint32_t blue = 0; blue <= 255; blue += 51) {
                    const Colour brand = rgb((red << 16) | (green << 8) | blue);
                    CAPTURE(is_dark);
                    CAPTURE(brand);
                    check_pairs(theme_for({.is_dark = is_dark, .brand = brand}));
                }
            }
        }
    }
    CHECK(theme_for({.brand = rgb(0x5B2A86)}).accent == rgb(0x5B2A86));
    CHECK(theme_for({.is_dark = true, .brand = rgb(0x5B2A86)}).accent != rgb(0x5B2A86));
}

TEST_CASE("contrast: who asks for more gets more, with edges and a stronger ring") {
    for (const bool is_dark : {false, true}) {
        CAPTURE(is_dark);
        const Theme plain = theme_for({.is_dark = is_dark});
        const Theme strong = theme_for({.is_dark = is_dark, .wants_contrast = true});
        check_pairs(strong);
        CHECK(contrast(strong.text_secondary, strong.panel) >= 7);
        CHECK(contrast(strong.text_secondary_out, strong.bubble_out) >= 7);
        CHECK(contrast(strong.border, strong.panel) >= 3);
        CHECK(contrast(strong.edge, strong.thread) >= 3);
        CHECK(strong.ring > plain.ring);
        CHECK(plain.edge == 0);
    }
}

TEST_CASE("contrast: colours that the system forces are the only ones") {
    const SystemColours night{
        .ground = rgb(0x000000),
        .text = rgb(0xFFFFFF),
        .link = rgb(0xFFFF00),
        .accent = rgb(0x1AEBFF),
        .on_accent = rgb(0x000000),
        .disabled = rgb(0x3FF23F)};
    const Theme theme = theme_for({.is_dark = true, .forced = night});
    check_pairs(theme);
    CHECK(theme.panel == night.ground);
    CHECK(theme.bubble_out == night.ground);
    CHECK(theme.text_secondary == night.text);
    CHECK(theme.link_out == night.link);
    CHECK(theme.edge == night.text);
    CHECK(theme.tint == 0);
}

TEST_CASE("contrast: white can be read on avatars and cards, and its icons on the platforms' colours") {
    for (const Colour hue : kAvatarHues)
        CHECK(contrast(rgb(0xFFFFFF), hue) >= kText);
    for (const Colour ground : {rgb(0xB3261E), rgb(0x00A884), rgb(0x0866FF), rgb(0xC13584)})
        CHECK(contrast(rgb(0xFFFFFF), ground) >= kMark);
}

}  // namespace
}  // namespace roost::ui
