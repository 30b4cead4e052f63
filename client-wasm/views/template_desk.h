// The dialog in which templates are found, made, changed and deleted, for those who lead.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

void open_template_desk(UiState& state);
void draw_template_desk(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
// One step back: out of the question, out of the sheet. False if there is none left.
bool leave_template_sheet(TemplateDesk& desk);

}  // namespace roost
