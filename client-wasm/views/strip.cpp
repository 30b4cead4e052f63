#include "client-wasm/views/strip.h"

namespace roost {

void draw_strip_ground(ui::Ui& ui, const ui::Rect& strip, bool warns, float icon_y) {
    ui::fill(ui, strip, ui.theme.panel);
    if (warns) ui::fill(ui, strip, ui.theme.warn_tint);
    ui::hairline(ui, strip.x, strip.y + strip.height - 1, strip.width, ui.theme.border);
    const ui::Colour mark = warns ? ui.theme.warn : ui.theme.accent;
    ui::draw_icon(ui, warns ? ui::Icon::kAlert : ui::Icon::kInfo, strip.x + 16, icon_y, 20, mark);
}

}  // namespace roost
