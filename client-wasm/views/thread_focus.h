// The keyboard among the messages: one of them is in the Tab order, arrows go to its neighbours; where the
// selection ends; the way to a message that was asked for. Part of thread.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "client-wasm/views/thread_rows.h"

namespace roost {

// Arrows, Home and End on the message that has the focus; Ctrl+A. Before the place of this frame is chosen.
void take_message_keys(ThreadPane& pane);
// To the message that was asked for, once it is loaded; it flashes for a moment.
void lead_to_target(ThreadPane& pane, const ThreadTarget& target);
// `wish` is absent when the button was used.
void open_menu(ThreadView& view, std::uint64_t message, const ui::Rect& at, const ui::MenuWish* wish);

// What the messages drawn in one frame have to do with focus, selection and menu.
class MessageFocus {
  public:
    explicit MessageFocus(ThreadPane& pane);
    // `node`: its index in the tree; `rect`: of the bubble, on the screen.
    void note(std::uint64_t key, std::size_t node, bool is_visible, const ui::Rect& rect);
    void finish();

  private:
    ThreadPane& pane_;
    std::vector<std::uint64_t> selection_;
    std::size_t stop_ = 0;  // the node that Tab reaches
    int rank_ = 0;
    bool has_focus_ = false;
};

}  // namespace roost
