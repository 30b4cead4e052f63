#include "client-wasm/views/floating.h"

#include <algorithm>

namespace roost {

namespace {

constexpr float kSheetRadius = 12;

}  // namespace

void draw_floating_ground(ui::Ui& ui, const ui::Rect& rect, float radius) {
    ui::drop_shadow(ui, rect, radius);
    ui::fill(ui, rect, ui.theme.panel, radius);
    ui::outline(ui, rect, ui.theme.border, radius);
}

void dim_everything(ui::Ui& ui) {
    ui::fill(ui, ui.viewport, ui::rgb(0x0B141A, 102));
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
    ui::drop_shadow(ui, sheet, kSheetRadius);
    ui::fill(ui, sheet, ui.theme.panel, ui.is_phone() ? 0.0F : kSheetRadius);
    return sheet;
}

void end_sheet(ui::Ui& ui, const ui::Rect& sheet) {
    if (!ui.is_phone()) ui::outline(ui, sheet, ui.theme.border, kSheetRadius);
}

}  // namespace roost
