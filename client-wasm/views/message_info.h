// What happened to one message, and when.
#pragma once

#include <string>
#include <vector>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "client-wasm/views/message_menu.h"

namespace roost {

// ---- pure, for tests
struct MessageMoment {
    ui::Icon icon = ui::Icon::kTickClock;
    std::string label;
    UnixMillis at = 0;  // 0 = it may still come

    bool operator==(const MessageMoment&) const = default;
};
// What happened to it, in order. What a message that failed never came to is left out.
std::vector<MessageMoment> moments_of(const Words& words, const Message& message);

// A dialog about the message that the menu was opened for. Closes itself (Overlay::kNone) when it is gone.
void draw_message_info(const Inbox& inbox, UiState& state, const MessageMenu& menu, ui::Ui& ui);
ui::NodeKey first_of_message_info();

}  // namespace roost
