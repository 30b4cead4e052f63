// Who looks after a conversation, as it is shown: in the header, in rows, and as a filter of the list.
#pragma once

#include <string>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/views/button_menu.h"
#include "shared/model/inbox.h"

namespace roost {

// "Ana Souza"; empty for nobody.
std::string assignee_name(const Inbox& inbox, AgentId id, const Words& words);
std::string_view availability_label(Availability availability, const TeamWords& words);
// A dot at the lower right of an avatar of that size, on what is around it.
void draw_availability(ui::Ui& ui, ImVec2 avatar, float size, Availability availability, ui::Colour around);

// Opens the dialog in which somebody is chosen.
void open_assign(UiState& state, ConversationId conversation);
// The button in the header, with its right end there. Returns the width taken.
float draw_assign_button(
    const Inbox& inbox, UiState& state, const Conversation& row, ui::Ui& ui, ImVec2 right_middle, float room
);

std::string filter_label(const Inbox& inbox, const OwnerFilter& owner, const Words& words);
// What is filtered, and the way back. Returns its height: 0 where everybody's are shown.
float draw_owner_strip(
    const Inbox& inbox, const ConversationListState& list, ui::Ui& ui, const ui::Rect& column, Commands& out
);
// What can be chosen, in a menu.
ButtonMenu filter_menu(const Words& words);
void draw_filter_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_filter_menu();

}  // namespace roost
