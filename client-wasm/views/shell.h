// Puts the views where the width of the window wants them: rail, list and thread side by side, or one of them
// at a time on a phone.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "client-wasm/views/palette.h"
#include "client-wasm/views/thread.h"
#include "shared/model/inbox.h"

namespace roost {

// What views keep between frames beside UiState.
struct ViewState {
    ThreadView thread;
    PaletteState palette;
    Overlay shown_overlay = Overlay::kNone;
    ui::NodeKey return_focus = 0;  // what had the focus before the overlay
    bool shows_settings = false;
    ui::NodeKey before_settings = 0;  // what had the focus before them
};

struct ShellColumns {
    ui::Rect rail;    // width 0 on phones
    ui::Rect list;    // width 0 while a phone shows the thread
    ui::Rect thread;  // width 0 while a phone shows the list
};
// `list_width` is what the reader wishes; 0 = nothing. What does not leave the thread its room is not
// followed.
ShellColumns shell_columns(const ui::Rect& viewport, bool is_thread_open, float list_width);
inline constexpr float kNarrowestList = 240;
float widest_list(const ui::Rect& viewport);

void draw_shell(const Inbox& inbox, UiState& state, ViewState& views, ui::Ui& ui, Commands& out);

}  // namespace roost
