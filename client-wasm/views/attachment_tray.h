// The files that wait in the open conversation: what they are, why one cannot be sent, a caption for each.
#pragma once

#include <cstdint>
#include <string>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// What lies free below the last row.
inline constexpr float kTrayGap = 8;

// 0 while nothing is attached.
float attachment_tray_height(const UiState& state, const ui::Ui& ui);
void draw_attachment_tray(
    TrayState& tray,
    ConversationId conversation,
    ui::Ui& ui,
    const ui::Rect& rect,
    ui::NodeKey field,
    Commands& out
);
// The file as a small picture, square; else the icon of its kind.
void draw_thumbnail(const Attachment& one, ui::Ui& ui, const ui::Rect& rect);
// Over the messages while files hang over the page.
void draw_drop_target(const TrayState& tray, ui::Ui& ui, const ui::Rect& rect);

// ---- pure, for tests
bool has_attachments(const TrayState& tray, ConversationId conversation);
// Why what waits there cannot be sent as it is, naming the first such file; empty if it can.
std::string tray_obstacle(const Locale& locale, const TrayState& tray, ConversationId conversation);
// Pictures that WhatsApp does not take as they are, but would take as a smaller JPEG.
bool can_convert(const Attachment& attachment);
// Why WhatsApp would not take it; empty if it would.
std::string problem_label(const Locale& locale, const Attachment& attachment);

}  // namespace roost
