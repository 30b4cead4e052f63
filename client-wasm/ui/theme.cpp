#include "client-wasm/ui/theme.h"

#include <cmath>

namespace roost::ui {

namespace {

constexpr Theme kLight{
    .is_dark = false,
    .app = rgb(0xF0F2F5),
    .panel = rgb(0xFFFFFF),
    .hover = rgb(0xF5F6F6),
    .selected = rgb(0xE9EDEF),
    .thread = rgb(0xEFEAE2),
    .bubble_in = rgb(0xFFFFFF),
    .bubble_out = rgb(0xD9FDD3),
    .note = rgb(0xFFF6D6),
    .hit = rgb(0xFFE89A),
    .text = rgb(0x111B21),
    .text_secondary = rgb(0x54656F),
    .text_secondary_out = rgb(0x54656F),
    .accent = rgb(0x00735C),
    .on_accent = rgb(0xFFFFFF),
    .accent_fill = rgb(0x00A884),
    .on_accent_fill = rgb(0x111B21),
    .link = rgb(0x0B6BA8),
    .link_out = rgb(0x0B6BA8),
    .tick_read = rgb(0x0B7FC2),
    .danger = rgb(0xB3261E),
    .danger_out = rgb(0xB3261E),
    .warn = rgb(0x8A5A00),
    .border = rgb(0xD1D7DB),
    .control = rgb(0x8696A0),
    .chip = rgb(0xFFFFFF),
    .quote_in = rgb(0xF5F6F6),
    .quote_out = rgb(0xCDF3C7),
    .tint = rgb(0x00735C, 26),
    .danger_tint = rgb(0xB3261E, 20),
    .warn_tint = rgb(0x8A5A00, 20),
    .selection = rgb(0x0B7FC2, 72),
    .pattern = rgb(0x111B21, 10),
    .shadow = rgb(0x0B141A, 33),
};

constexpr Theme kDark{
    .is_dark = true,
    .app = rgb(0x0B141A),
    .panel = rgb(0x111B21),
    .hover = rgb(0x202C33),
    .selected = rgb(0x2A3942),
    .thread = rgb(0x0B141A),
    .bubble_in = rgb(0x202C33),
    .bubble_out = rgb(0x005C4B),
    .note = rgb(0x3A3115),
    .hit = rgb(0x574508),
    .text = rgb(0xE9EDEF),
    .text_secondary = rgb(0xAEBAC1),
    .text_secondary_out = rgb(0xC5D3D9),
    .accent = rgb(0x21C795),
    .on_accent = rgb(0x0B141A),
    .accent_fill = rgb(0x00A884),
    .on_accent_fill = rgb(0x111B21),
    .link = rgb(0x7CC8F8),
    .link_out = rgb(0xA6DAFB),
    .tick_read = rgb(0x53BDEB),
    .danger = rgb(0xFF8A80),
    .danger_out = rgb(0xFFB4AB),
    .warn = rgb(0xF2C14E),
    .border = rgb(0x2A3942),
    .control = rgb(0x71808A),
    .chip = rgb(0x202C33),
    .quote_in = rgb(0x182329),
    .quote_out = rgb(0x024D40),
    .tint = rgb(0x21C795, 36),
    .danger_tint = rgb(0xFF8A80, 31),
    .warn_tint = rgb(0xF2C14E, 31),
    .selection = rgb(0x53BDEB, 70),
    .pattern = rgb(0xE9EDEF, 8),
    .shadow = rgb(0x0B141A, 33),
};

double channel(Colour colour, int shift) {
    return static_cast<double>((colour >> shift) & 0xFF) / 255.0;
}

double luminance(Colour colour) {
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(channel(colour, 0)) + 0.7152 * linear(channel(colour, 8)) +
           0.0722 * linear(channel(colour, 16));
}

text::Style style(float size, float line_height, int weight, Colour colour) {
    return {.size = size, .line_height = line_height, .weight = weight, .colour = colour};
}

}  // namespace

const Theme& light_theme() {
    return kLight;
}

const Theme& dark_theme() {
    return kDark;
}

Colour avatar_hue(std::int64_t id) {
    // Ids of neighbours differ little; the multiplication spreads them over the hues.
    const auto mixed = static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15ULL;
    return kAvatarHues[(mixed >> 32) % kAvatarHues.size()];
}

Colour over(Colour top, Colour below) {
    const double alpha = channel(top, 24);
    Colour mixed = 0xFF000000;
    for (const int shift : {0, 8, 16}) {
        const double value = channel(top, shift) * alpha + channel(below, shift) * (1 - alpha);
        mixed |= static_cast<Colour>(std::lround(value * 255)) << shift;
    }
    return mixed;
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

Colour with_alpha(Colour colour, float alpha) {
    const auto scaled = static_cast<float>(colour >> 24) * alpha;
    return (colour & 0x00FFFFFF) | (static_cast<Colour>(std::lround(scaled)) << 24);
}

text::Style title_style(Colour colour) {
    return style(19, 24, 600, colour);
}

text::Style name_style(Colour colour) {
    return style(16, 21, 500, colour);
}

text::Style body_style(Colour colour, bool is_touch) {
    return is_touch ? style(16, 21, 400, colour) : style(14, 19, 400, colour);
}

text::Style secondary_style(Colour colour, int weight) {
    return style(13, 18, weight, colour);
}

text::Style time_style(Colour colour) {
    auto time = style(11, 15, 400, colour);
    time.has_tabular_numbers = true;
    return time;
}

text::Style button_style(Colour colour) {
    return style(14, 19, 600, colour);
}

}  // namespace roost::ui
