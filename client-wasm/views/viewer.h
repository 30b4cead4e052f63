// A picture or a film of the conversation at full size, over everything; arrows lead to the others.
#pragma once

#include <optional>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

// Closes itself (Overlay::kNone) when it is left or the message is gone.
void draw_viewer(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
ui::NodeKey first_of_viewer();

// ---- pure, for tests
// Whether there is something to look at.
bool can_view(const Message& message);
struct ViewerPlace {
    const Message* message = nullptr;   // null: it is not loaded
    const Message* previous = nullptr;  // null: there is none, or none is loaded
    const Message* next = nullptr;
};
ViewerPlace viewer_place(const std::vector<Message>& messages, MessageId shown);
// What it is saved as: "image-12.jpg"; a document has a name of its own.
std::string saved_name(const Message& message);

}  // namespace roost
