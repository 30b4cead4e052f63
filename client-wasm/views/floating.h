// The ground of whatever lies over the rest for a moment: menus and dialogs.
#pragma once

#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_floating_ground(ui::Ui& ui, const ui::Rect& rect, float radius = 12);

}  // namespace roost
