#include "client-wasm/views/floating.h"

#include <algorithm>
#include <cstdint>

namespace roost {

namespace {

constexpr float kSheetRadius = 12;
constexpr std::uint32_t kScrimAlpha = 102;
constexpr int kAlphaShift = 24;

const ui::Node* node_of(const ui::Ui& ui, ui::NodeKey key) {
    const auto found = std::ranges::find(ui.tree, key, &ui::Node::key);
    return found == ui.tree.end() ? nullptr : &*found;
}

// Where it stands on the screen.
ui::Rect place_of(const ui::Ui& ui, const ui::Node& node) {
    ui::Rect place = node.rect;
    for (const auto* outer = node_of(ui, node.parent); outer != nullptr; outer = node_of(ui, outer->parent)) {
        if (!outer->scroller) continue;
        place.x += outer->rect.x;
        place.y += outer->rect.y - ui.scroll_top(outer->key);
    }
    return place;
}

bool do_meet(const ui::Rect& one, const ui::Rect& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

}  // namespace

void cover_fields(ui::Ui& ui, const ui::Rect& rect) {
    const ui::Rect cover = ui::placed(ui, rect);
    for (ui::Node& node : ui.tree) {
        if (node.field && do_meet(place_of(ui, node), cover)) node.field->colour = 0;
    }
}

void draw_floating_ground(ui::Ui& ui, const ui::Rect& rect, float radius) {
    cover_fields(ui, rect);
    ui::drop_shadow(ui, rect, radius);
    ui::fill(ui, rect, ui.theme.panel, radius);
    ui::outline(ui, rect, ui.theme.border, radius);
}

void dim_everything(ui::Ui& ui) {
    ui::fill(ui, ui.viewport, ui::rgb(0x0B141A, kScrimAlpha));
    for (ui::Node& node : ui.tree) {
        if (!node.field) continue;
        const std::uint32_t alpha = (node.field->colour >> kAlphaShift) * (255 - kScrimAlpha) / 255;
        node.field->colour = (node.field->colour & 0x00FFFFFF) | (alpha << kAlphaShift);
    }
}

ui::Rect begin_sheet(ui::Ui& ui, float width, float height) {
    constexpr float kMargin = 24;
    dim_everything(ui);
    const ui::Rect& view = ui.viewport;
    ui::Rect sheet{0, 0, view.width, view.height};
    if (!ui.is_phone()) {
        sheet.width = std::min(width, view.width - 2 * kMargin);
        sheet.height = std::min(height, view.height - 2 * kMargin);
        sheet.x = (view.width - sheet.width) / 2;
        sheet.y = (view.height - sheet.height) / 2;
    }
    cover_fields(ui, sheet);
    ui::drop_shadow(ui, sheet, kSheetRadius);
    ui::fill(ui, sheet, ui.theme.panel, ui.is_phone() ? 0.0F : kSheetRadius);
    return sheet;
}

void end_sheet(ui::Ui& ui, const ui::Rect& sheet) {
    if (!ui.is_phone()) ui::outline(ui, sheet, ui.theme.border, kSheetRadius);
}

}  // namespace roost
