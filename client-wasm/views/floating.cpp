#include "client-wasm/views/floating.h"

namespace roost {

void draw_floating_ground(ui::Ui& ui, const ui::Rect& rect, float radius) {
    ui::drop_shadow(ui, rect, radius);
    ui::fill(ui, rect, ui.theme.panel, radius);
    ui::outline(ui, rect, ui.theme.border, radius);
}

}  // namespace roost
