// Chips in reading order, on as many lines as they need.
#pragma once

#include <span>
#include <string>

#include "client-wasm/ui/widgets.h"

namespace roost {

struct Chip {
    ui::NodeKey key = 0;
    std::string label;
    bool is_chosen = false;
    bool begins_group = false;  // a little further away from the one before it
    bool adds = false;          // something new, instead of being chosen
    std::string name = {};      // for screen readers; empty = the label
};

float chips_height(ui::Ui& ui, std::span<const Chip> chips, float width);
// Which one was pressed since the last frame; -1 = none.
int draw_chips(ui::Ui& ui, std::span<const Chip> chips, ImVec2 at, float width);

}  // namespace roost
