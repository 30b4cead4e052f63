// Shades of a house's colour that keep every promise of contrast.
#include <algorithm>
#include <array>

#include "client-wasm/ui/theme.h"

namespace roost::ui {

namespace {

constexpr double kText = 4.5;
constexpr double kMark = 3.0;
constexpr int kSteps = 64;

// `part` of 1 is all of `other`.
Colour mixed(Colour colour, Colour other, float part) {
    return over(with_alpha(other, part), colour);
}

Colour ink_on(Colour ground) {
    constexpr Colour kWhite = rgb(0xFFFFFF), kNight = rgb(0x0B141A);
    return contrast(kWhite, ground) >= contrast(kNight, ground) ? kWhite : kNight;
}

Theme with_accent(const Theme& theme, Colour accent) {
    Theme result = theme;
    result.accent = accent;
    result.on_accent = ink_on(accent);
    result.tint = (accent & 0xFFFFFF) | (theme.tint & 0xFF000000);
    return result;
}

bool is_readable(const Theme& t) {
    const std::array<Colour, 9> texts{
        t.app,
        t.panel,
        t.hover,
        t.selected,
        t.thread,
        t.chip,
        over(t.pattern, t.thread),
        over(t.tint, t.panel),
        over(t.tint, t.app)};
    const std::array<Colour, 4> marks{t.bubble_in, t.bubble_out, t.quote_in, t.quote_out};
    const auto on_all = [&](const auto& grounds, double least) {
        return std::all_of(grounds.begin(), grounds.end(), [&](Colour ground) {
            return contrast(t.accent, ground) >= least;
        });
    };
    const Colour under_pointer = over(with_alpha(t.text, 0.12F), t.accent);
    return on_all(texts, kText) && on_all(marks, kMark) && contrast(t.on_accent, t.accent) >= kText &&
           contrast(t.on_accent, under_pointer) >= kText;
}

}  // namespace

Theme with_brand(const Theme& theme, Colour brand) {
    const Colour end = theme.is_dark ? rgb(0xFFFFFF) : rgb(0x000000);
    Theme result = with_accent(theme, brand);
    for (int step = 1; step <= kSteps && !is_readable(result); ++step)
        result = with_accent(theme, mixed(brand, end, static_cast<float>(step) / kSteps));
    // A pill keeps the house's own colour, as long as its number can be read.
    result.accent_fill = brand;
    result.on_accent_fill = ink_on(brand);
    const Colour away = result.on_accent_fill == rgb(0xFFFFFF) ? rgb(0x000000) : rgb(0xFFFFFF);
    for (int step = 1; step <= kSteps && contrast(result.on_accent_fill, result.accent_fill) < kText; ++step)
        result.accent_fill = mixed(brand, away, static_cast<float>(step) / kSteps);
    return result;
}

}  // namespace roost::ui
