// The list of conversations: tabs by platform, rows of 72 px, only the visible ones drawn.
#pragma once

#include <string>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

inline constexpr float kConversationRowHeight = 72;

// `rect` is the whole column, header included.
void draw_conversation_list(
    const Inbox& inbox,
    UiState& state,
    ConversationListState& list,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
);

// The region it is.
ui::NodeKey conversation_list_key(const ui::Ui& ui);
// Makes list.rows those of this revision; call it before anything looks at them.
void refresh_rows(const Inbox& inbox, const UiState& state, ConversationListState& list);

// ---- pure, for tests
// Rows of one platform, or of all, in the order of the list.
std::vector<const Conversation*> rows_of(const Inbox& inbox, const ConversationListState& list);
// "Amina Yusuf, 2 unread messages, Sawa, Alhamisi asubuhi, 14:05"
// The last message in one line, or that there is none.
std::string row_preview(const Locale& locale, const Conversation& row);
// `assignee`: the name of who looks after it; empty = nobody.
std::string row_label(
    const Locale& locale, const Conversation& row, std::string_view time, std::string_view assignee = {}
);
// An icon for what is not text; absent for text.
std::optional<ui::Icon> content_icon(std::string_view type);
// When Locale::list_time() next says something else.
UnixMillis next_label_change(UnixMillis at, UnixMillis now, OffsetMinutes offset);
// The row above (-1) or below (+1) `from`; the first if it is not among them, none if there are no rows.
ConversationId neighbour(const std::vector<const Conversation*>& rows, ConversationId from, int step);

}  // namespace roost
