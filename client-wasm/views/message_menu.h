// What can be done with one message: a menu at the pointer, at the message, or at its button.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/bubbles/repair.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

struct MessageMenu {
    std::uint64_t message = 0;  // message_key()
    ui::Rect at;                // what it belongs to, on the screen
    std::string selected;       // of the message, as it would be copied; empty = nothing is
    std::string word;           // to look for
    ui::NodeKey first = 0;      // what has the focus when it opens
    bool is_open = false;
};

enum class MessageAction { kReply, kCopy, kForward, kSearch, kRepair, kRetry, kRecords, kInfo };

struct MessageEntry {
    MessageAction action = MessageAction::kCopy;
    ui::Icon icon = ui::Icon::kCopy;
    std::string label;

    bool operator==(const MessageEntry&) const = default;
};

// ---- pure, for tests
// A message is answered once it has Meta's id and while the customer may be written to. `word`: what can be
// searched for; empty = nothing.
std::vector<MessageEntry> entries_of(
    const RepairScene& scene,
    const Message& message,
    bool can_write,
    std::string_view word,
    bool can_link = false
);
// Once Meta knows the message, on WhatsApp.
bool can_react(const Message& message, Platform platform, UnixMillis now);
// What is selected as a question: on one line, and no longer than anybody would type.
std::string question_of(std::string_view selected);

// Null if it is not loaded any more. Lives as long as the inbox does not change.
const Message* message_of(const Inbox& inbox, ConversationId conversation, const MessageMenu& menu);

// Closes itself (Overlay::kNone) when an entry was chosen or the message is gone.
void draw_message_menu(const Inbox& inbox, UiState& state, MessageMenu& menu, ui::Ui& ui, Commands& out);

}  // namespace roost
