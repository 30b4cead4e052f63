#include "client-wasm/ui/looks.h"

namespace roost::ui {

namespace {

constexpr float kStrongRing = 3;

// Secondary text becomes text, hairlines become lines, and what only a ground told apart gets an edge.
Theme with_more_contrast(const Theme& theme) {
    Theme strong = theme;
    strong.text = theme.is_dark ? rgb(0xFFFFFF) : rgb(0x000000);
    strong.text_secondary = strong.text;
    strong.text_secondary_out = strong.text;
    strong.border = theme.text_secondary;
    strong.control = strong.text;
    strong.edge = theme.text_secondary;
    strong.pattern = 0;
    strong.ring = kStrongRing;
    return strong;
}

Theme forced_theme(const Theme& base, const SystemColours& system) {
    Theme theme = base;
    for (Colour* ground :
         {&theme.app,
          &theme.panel,
          &theme.hover,
          &theme.selected,
          &theme.thread,
          &theme.bubble_in,
          &theme.bubble_out,
          &theme.note,
          &theme.hit,
          &theme.chip,
          &theme.quote_in,
          &theme.quote_out})
        *ground = system.ground;
    for (Colour* ink :
         {&theme.text,
          &theme.text_secondary,
          &theme.text_secondary_out,
          &theme.accent,
          &theme.tick_read,
          &theme.danger,
          &theme.danger_out,
          &theme.warn,
          &theme.border,
          &theme.control,
          &theme.edge})
        *ink = system.text;
    theme.on_accent = system.ground;
    theme.link = theme.link_out = system.link;
    theme.accent_fill = system.accent;
    theme.on_accent_fill = system.on_accent;
    theme.selection = with_alpha(system.accent, 0.3F);
    theme.tint = theme.danger_tint = theme.warn_tint = theme.pattern = theme.shadow = 0;
    theme.ring = kStrongRing;
    return theme;
}

}  // namespace

Theme theme_for(const Looks& looks) {
    const Theme& plain = looks.is_dark ? dark_theme() : light_theme();
    const Theme base = looks.brand ? with_brand(plain, *looks.brand) : plain;
    if (looks.forced) return forced_theme(base, *looks.forced);
    return looks.wants_contrast ? with_more_contrast(base) : base;
}

}  // namespace roost::ui
