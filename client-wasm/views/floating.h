// The ground of whatever lies over the rest for a moment: menus and dialogs.
#pragma once

#include "client-wasm/ui/widgets.h"

namespace roost {

// The words in fields are the browser's, and would stand over whatever is drawn there: those that were
// recorded so far and meet the place are hidden. Every ground below does so.
void cover_fields(ui::Ui& ui, const ui::Rect& rect);

void draw_floating_ground(ui::Ui& ui, const ui::Rect& rect, float radius = 12);

// What a dialog takes away from what lies under it.
void dim_everything(ui::Ui& ui);

// A dialog in the middle of the screen, as large as this where there is room, and all of it on a phone.
// Begins with its ground and returns its place; ends with its edge, over what was drawn.
ui::Rect begin_sheet(ui::Ui& ui, float width, float height);
void end_sheet(ui::Ui& ui, const ui::Rect& sheet);

}  // namespace roost
