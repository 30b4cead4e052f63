// What the reader's system asks of the picture, and the theme that follows from it.
#pragma once

#include <optional>

#include "client-wasm/ui/theme.h"

namespace roost::ui {

// The colours of a system that forces its own on every page.
struct SystemColours {
    Colour ground = 0;
    Colour text = 0;
    Colour link = 0;
    Colour accent = 0;     // of what is selected
    Colour on_accent = 0;  // text on it
    Colour disabled = 0;

    bool operator==(const SystemColours&) const = default;
};

struct Looks {
    bool is_dark = false;
    bool wants_contrast = false;
    std::optional<Colour> brand = std::nullopt;  // of the house, in place of our green
    std::optional<SystemColours> forced = std::nullopt;

    bool operator==(const Looks&) const = default;
};

Theme theme_for(const Looks& looks);

}  // namespace roost::ui
