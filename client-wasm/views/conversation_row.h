// One row of the list. Part of conversation_list.cpp.
#pragma once

#include "client-wasm/ui/widgets.h"
#include "shared/model/conversation.h"

namespace roost {

struct RowPlace {
    ui::Rect rect;
    ui::NodeKey key = 0;
    std::size_t index = 0;
    std::size_t count = 0;
    bool is_open = false;
    bool is_visible = true;          // else it is only recorded
    AgentId assignee = {};           // who looks after it
    std::string assignee_name = {};  // empty for nobody
};

// Returns whether it was activated.
bool conversation_row(ui::Ui& ui, const Conversation& row, const RowPlace& place);
// On the corner of an avatar, with a ring of what is around it.
void draw_platform_badge(ui::Ui& ui, Platform platform, ImVec2 centre, ui::Colour around);
// Grey shapes for a row that is still to come.
void skeleton_row(ui::Ui& ui, const ui::Rect& rect);

}  // namespace roost
