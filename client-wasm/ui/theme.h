// The numbers of the look: colours for light and dark, type sizes. Every text pair passes 4.5:1, every icon
// pair 3:1; a test computes them.
#pragma once

#include <array>
#include <cstdint>

#include "client-wasm/text/text_engine.h"

namespace roost::ui {

using Colour = text::Colour;  // ABGR, as ImGui's ImU32

constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return (alpha << 24) | ((hex & 0xFF) << 16) | (hex & 0xFF00) | ((hex >> 16) & 0xFF);
}

struct Theme {
    bool is_dark = false;
    Colour app, panel, hover, selected, thread;
    Colour bubble_in, bubble_out, note;
    Colour hit;  // under words that were searched for
    Colour text, text_secondary, text_secondary_out;
    Colour accent, on_accent, accent_fill, on_accent_fill;
    Colour link, link_out, tick_read;
    Colour danger, danger_out, warn;
    Colour border, control;
    Colour chip, quote_in, quote_out;     // surfaces inside the thread
    Colour tint, danger_tint, warn_tint;  // translucent, over panel or thread
    Colour selection, pattern, shadow;    // translucent
    Colour edge = 0;  // around bubbles, cards and what is selected; 0 = their ground is enough
    float ring = 2;   // width of the focus ring
};

const Theme& light_theme();
const Theme& dark_theme();

// Ten hues that pass with white initials; the same id has the same hue on every screen.
inline constexpr std::array<Colour, 10> kAvatarHues{
    rgb(0x00766C),
    rgb(0x9A5200),
    rgb(0x3D5FC4),
    rgb(0xB03A73),
    rgb(0x6F6400),
    rgb(0x6A4FC0),
    rgb(0x0B6E99),
    rgb(0x2F7A3D),
    rgb(0xB3413A),
    rgb(0x94409F)};
Colour avatar_hue(std::int64_t id);

// The theme with another accent: the nearest shades of `brand` that can be read where the accent is used.
Theme with_brand(const Theme& theme, Colour brand);

// `top` laid over an opaque colour.
Colour over(Colour top, Colour below);
// WCAG contrast of two opaque colours, 1 to 21.
double contrast(Colour a, Colour b);
Colour with_alpha(Colour colour, float alpha);

// ---- type ------------------------------------------------------------------------------------------------
text::Style title_style(Colour colour);                        // 19/24 600
text::Style name_style(Colour colour);                         // 16/21 500
text::Style body_style(Colour colour, bool is_touch);          // 14/19, on phones 16/21
text::Style secondary_style(Colour colour, int weight = 400);  // 13/18
text::Style time_style(Colour colour);                         // 11/15
text::Style button_style(Colour colour);                       // 14/19 600

}  // namespace roost::ui
