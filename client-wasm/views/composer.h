// Where the reader writes: a real text area that grows to six lines, or the reason why nothing can be sent.
#pragma once

#include <string>
#include <string_view>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

inline constexpr std::size_t kLongestText = 4096;  // UTF-16 units, as WhatsApp counts

// The height it needs at the lower edge of `pane`; draw it with a rectangle of this height.
float composer_height(const Inbox& inbox, const UiState& state, ui::Ui& ui, float width);
void draw_composer(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);
// Escape is for what lies over the composer first. False if nothing does.
bool close_suggestions(ComposerState& composer);

// The reader answers this message with what is written next.
void answer(const Message& message, ComposerState& composer);
// Meta knows the message, so that it can be quoted.
bool can_quote(const Message& message);

// Something can be written in this conversation now, by this reader.
bool has_field(const Conversation& row, const UiState& state, UnixMillis now);

// ---- pure, for tests
// This conversation cannot take a text now: the customer last wrote too long ago.
bool is_closed(const Conversation& row, UnixMillis now);
// Not blank and not too long.
bool can_send(std::string_view draft);
// "312 left", "3 too many"; empty while there is plenty of room.
std::string room_label(const Locale& locale, std::string_view draft);
// "2 messages go out when the connection is back"; empty when there is nothing to say.
std::string queue_label(const Locale& locale, const QueueState& queue, const Connection& connection);

}  // namespace roost
