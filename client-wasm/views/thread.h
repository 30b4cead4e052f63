// The messages of the open conversation: bubbles in a native scroller, virtualised.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "client-wasm/views/message_menu.h"
#include "client-wasm/views/thread_layout.h"
#include "shared/model/inbox.h"

namespace roost {

// Where the reader is. Belongs to one conversation; begins anew with the next.
struct ThreadView {
    ConversationId conversation;
    ThreadLayout layout;
    ThreadFormat format;
    RecordLinks known_links;  // of which `format` has the revision
    int revision = -1;
    bool has_entered = false;      // the first place was chosen
    bool is_following = true;      // at the latest message, and staying there
    std::uint64_t anchor = 0;      // the row at the upper edge …
    std::size_t anchor_index = 0;  // where it was last
    double anchor_offset = 0;      // … and how far below its top that edge is
    float last_top = 0;            // scrollTop that the last frame was drawn with
    int scroll_revision = 0;
    int unread_at_entry = 0;
    std::uint64_t last_seen = 0;  // the newest message when the reader was at the end
    int new_below = 0;
    MessageId marked_read;
    ui::NodeKey log = 0;                   // the node that holds the messages
    std::uint64_t cursor = 0;              // the message that Tab reaches; 0 = the last on the screen
    ui::NodeKey cursor_node = 0;           // its node, while it has the focus
    std::vector<std::uint64_t> selection;  // messages that hold the ends of what is selected: stay mounted
    std::array<ui::NodeKey, 2> selection_ends{0, 0};  // what the browser said of it last
    MessageMenu menu;
    bool wants_menu = false;     // it was asked for
    bool wants_end = false;      // to the newest message, once it is loaded
    bool is_remounted = false;   // the scroller is a new one and says nothing about the reader
    int target_revision = 0;     // the last wish to go to a message that was met
    std::uint64_t flashing = 0;  // the message that the reader was led to …
    UnixMillis flashes_until = 0;
};

void draw_thread(
    const Inbox& inbox,
    const UiState& state,
    ThreadView& view,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
);
// Name, number and, on phones, the way back. `own_number`: which of ours it is on; empty = there is only one.
void draw_thread_header(
    const Inbox& inbox,
    const Conversation& row,
    const std::string& own_number,
    UiState& state,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
);
// What stands in place of a thread when none is open.
void draw_no_thread(ui::Ui& ui, const ui::Rect& rect);

// The reader's own message was sent: go where it is.
void follow_latest(ThreadView& view);

// ---- pure, for tests
// Key of the message that the first unread one is; 0 = everything is read.
std::uint64_t first_unread(const std::vector<Message>& messages, int unread);
// Messages of the other side after the one last seen.
int count_new(const std::vector<Message>& messages, std::uint64_t last_seen);

}  // namespace roost
