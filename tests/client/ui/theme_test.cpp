#include "client-wasm/ui/theme.h"

#include <doctest/doctest.h>

namespace roost::ui {
namespace {

void check_text(Colour text, Colour surface) {
    CHECK(contrast(text, surface) >= 4.5);
}

void check_mark(Colour mark, Colour surface) {
    CHECK(contrast(mark, surface) >= 3.0);
}

void check_texts(const Theme& theme) {
    for (const Colour surface : {theme.app, theme.panel, theme.hover, theme.selected}) {
        check_text(theme.text, surface);
        check_text(theme.text_secondary, surface);
    }
    for (const Colour surface :
         {theme.bubble_in, theme.bubble_out, theme.quote_in, theme.quote_out, theme.chip}) {
        check_text(theme.text, surface);
    }
    check_text(theme.text_secondary, theme.bubble_in);
    check_text(theme.text_secondary, theme.quote_in);
    check_text(theme.text_secondary, theme.chip);
    check_text(theme.text_secondary_out, theme.bubble_out);
    check_text(theme.text_secondary_out, theme.quote_out);
    check_text(theme.link, theme.bubble_in);
    check_text(theme.link_out, theme.bubble_out);
    check_text(theme.danger, theme.panel);
    check_text(theme.danger, theme.bubble_in);
    check_text(theme.danger_out, theme.bubble_out);
    check_text(theme.warn, theme.panel);
}

void check_accents(const Theme& theme) {
    check_text(theme.accent, theme.panel);
    check_text(theme.accent, theme.thread);
    check_text(theme.accent, theme.app);
    check_text(theme.on_accent, theme.accent);
    check_text(theme.on_accent_fill, theme.accent_fill);
    check_text(theme.accent, over(theme.tint, theme.panel));
    check_text(theme.accent, over(theme.tint, theme.app));
    check_text(theme.warn, over(theme.warn_tint, theme.panel));
    check_text(theme.text, over(theme.warn_tint, theme.panel));
    check_text(theme.danger, over(theme.danger_tint, theme.panel));
    check_mark(theme.tick_read, theme.bubble_out);
    check_mark(theme.tick_read, theme.panel);
    check_mark(theme.control, theme.is_dark ? theme.panel : rgb(0x111B21));
}

TEST_CASE("theme: every text and icon can be read in light and dark") {
    for (const Theme* theme : {&light_theme(), &dark_theme()}) {
        CAPTURE(theme->is_dark);
        check_texts(*theme);
        check_accents(*theme);
    }
}

TEST_CASE("theme: white initials can be read on each of the ten hues") {
    for (const Colour hue : kAvatarHues)
        check_text(rgb(0xFFFFFF), hue);
}

TEST_CASE("theme: the same id has the same hue, and ids are spread over the hues") {
    CHECK(avatar_hue(7) == avatar_hue(7));
    int seen[10] = {};
    for (int id = 1; id <= 1000; ++id) {
        for (int i = 0; i < 10; ++i)
            seen[i] += kAvatarHues[static_cast<std::size_t>(i)] == avatar_hue(id) ? 1 : 0;
    }
    for (const int count : seen)
        CHECK(count > 50);
}

TEST_CASE("theme: contrast follows the WCAG formula") {
    CHECK(contrast(rgb(0xFFFFFF), rgb(0x000000)) == doctest::Approx(21.0));
    CHECK(contrast(rgb(0xFFFFFF), rgb(0x00A884)) == doctest::Approx(3.03).epsilon(0.01));
}

}  // namespace
}  // namespace roost::ui
