// The connection light in words and colour.
#pragma once

#include <string>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// "Live", "Catching up…", "Offline, retrying in 4 s", "Connecting…"
std::string connection_label(const Locale& locale, const Connection& connection, UnixMillis now);

// The dot with its word, for the rail (below it) and the phone's header (beside it).
void draw_connection_below(const Connection& connection, ui::Ui& ui, const ui::Rect& rect);
void draw_connection_beside(const Connection& connection, ui::Ui& ui, float right, float middle);
// Only said: where there is no room for the light.
void record_connection(const Connection& connection, ui::Ui& ui);
// A strip across a column while not live. Returns its height; 0 when there is none.
float draw_connection_strip(const Connection& connection, ui::Ui& ui, const ui::Rect& column);

}  // namespace roost
