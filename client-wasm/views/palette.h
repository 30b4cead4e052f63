// Ctrl+K: a field over everything that finds conversations, messages and what can be done, by keyboard alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

enum class PaletteAction {
    kNextUnread,
    kReply,
    kMarkRead,
    kCloseConversation,
    kTemplate,
    kBlock,
    kUnblock,
    kRecords,
    kAssign,
    kStart,
    kSystemTheme,
    kLightTheme,
    kDarkTheme,
    kSettings,
    kShortcuts,
    kSignOut,
};

struct FoundMessage {
    ConversationId conversation;
    MessageId message;

    bool operator==(const FoundMessage&) const = default;
};

struct PaletteEntry {
    std::variant<ConversationId, PaletteAction, FoundMessage> what;
    std::string label;
    std::string detail;
    std::string key = {};   // the shortcut that does the same; empty = none
    UnixMillis at = 0;      // of a message
    bool is_found = false;  // by the server

    bool operator==(const PaletteEntry&) const = default;
};

struct PaletteState {
    std::string question;
    std::size_t active = 0;  // the entry that Enter takes
    // Cache, valid for one question, one revision of the list and one answer of the server.
    std::vector<PaletteEntry> entries;
    int revision = -1;
    int found_revision = -1;
};

void toggle_palette(UiState& state);
void draw_palette(const Inbox& inbox, UiState& state, PaletteState& palette, ui::Ui& ui, Commands& out);
ui::NodeKey palette_field();  // what has the focus when it opens

// ---- pure, for tests
// Without a question: what can be done now, and the newest conversations, eight at most. Else the best five
// of all that is known here, then the people and messages that the server found.
std::vector<PaletteEntry> palette_entries(
    const Inbox& inbox, const UiState& state, std::string_view question
);
// The unread conversation after the open one, in the order of the list; 0 = there is none.
ConversationId next_unread(const std::vector<const Conversation*>& rows, ConversationId open);

}  // namespace roost
