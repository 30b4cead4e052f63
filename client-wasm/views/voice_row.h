// What takes the field's place while a voice note is recorded, listened to, or could not be recorded.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_voice_row(
    VoiceState& voice, const std::optional<Quote>& reply_to, ui::Ui& ui, const ui::Rect& rect, Commands& out
);

// ---- pure, for tests
// As many heights, 0 to 1, as there is room for: the newest ones while it is recorded, then all of it.
std::vector<float> voice_bars(std::span<const float> levels, std::size_t count, bool is_whole);
// "0:07", "12:30"
std::string voice_time(UnixMillis length);

}  // namespace roost
