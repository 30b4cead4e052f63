#include "client-wasm/views/chips.h"

namespace roost {

namespace {

constexpr float kGap = 8;
constexpr float kPlus = 18;

float chip_height(const ui::Ui& ui) {
    return ui.is_phone() ? 44.0F : 34.0F;
}

text::Style chip_style(const ui::Ui& ui, const Chip& chip) {
    return ui::secondary_style(chip.is_chosen ? ui.theme.accent : ui.theme.text, chip.is_chosen ? 600 : 400);
}

// Where one after the other stands.
struct Flow {
    float width;
    ImVec2 at{0, 0};

    ui::Rect next(ui::Ui& ui, const Chip& chip) {
        const float wide = ui.text.width(chip.label, chip_style(ui, chip)) + 28 + (chip.adds ? kPlus : 0);
        if (chip.begins_group && at.x > 0) at.x += kGap;
        if (at.x > 0 && at.x + wide > width) at = {0, at.y + chip_height(ui) + kGap};
        const ui::Rect rect{at.x, at.y, wide, chip_height(ui)};
        at.x += wide + kGap;
        return rect;
    }
};

bool draw_chip(ui::Ui& ui, const Chip& chip, const ui::Rect& rect) {
    const float radius = rect.height / 2;
    if (chip.is_chosen) ui::fill(ui, rect, ui.theme.tint, radius);
    if (!chip.is_chosen && ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.hover, radius);
    ui::outline(ui, rect, chip.is_chosen ? ui.theme.accent : ui.theme.control, radius);
    const float before = chip.adds ? kPlus : 0;
    if (chip.adds)
        ui::draw_icon(ui, ui::Icon::kAdd, rect.x + 10, rect.y + radius - 9, 18, ui.theme.text_secondary);
    const ui::Rect words{rect.x + before, rect.y, rect.width - before, rect.height};
    ui::draw_text_centred(ui, words, chip.label, chip_style(ui, chip));
    if (ui::has_visible_focus(ui, chip.key)) ui::focus_ring(ui, rect, radius);
    const std::string& name = chip.name.empty() ? chip.label : chip.name;
    ui::Node& node = ui::record(ui, ui::Role::kButton, name, rect, chip.key);
    if (!chip.adds) node.is_pressed = chip.is_chosen;
    return ui::was_activated(ui, chip.key);
}

}  // namespace

float chips_height(ui::Ui& ui, std::span<const Chip> chips, float width) {
    Flow flow{width};
    for (const Chip& chip : chips)
        flow.next(ui, chip);
    return flow.at.y + chip_height(ui);
}

int draw_chips(ui::Ui& ui, std::span<const Chip> chips, ImVec2 at, float width) {
    Flow flow{width};
    int pressed = -1;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const ui::Rect place = flow.next(ui, chips[i]);
        const ui::Rect rect{at.x + place.x, at.y + place.y, place.width, place.height};
        if (draw_chip(ui, chips[i], rect)) pressed = static_cast<int>(i);
    }
    return pressed;
}

}  // namespace roost
