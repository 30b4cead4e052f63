#include "client-wasm/views/thread_focus.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "client-wasm/bubbles/message_key.h"

namespace roost {

namespace {

constexpr UnixMillis kFlash = 1'600;

// Scrolls as little as possible, but so that all of the row is seen.
void reveal(ThreadPane& pane, std::size_t index) {
    const double upper = pane.row_top(index) - kThreadPadding;
    const double lower = pane.row_top(index) + static_cast<double>(pane.view.layout.height(index)) +
                         kThreadPadding - static_cast<double>(pane.rect.height);
    const auto now = static_cast<double>(pane.view.last_top);
    const double top = std::clamp(std::min(std::max(now, lower), upper), 0.0, furthest_top(pane));
    if (top == now) return;
    pane.view.is_following = top >= furthest_top(pane) - kAtEnd;
    set_anchor(pane, top);
}

void move_cursor(ThreadPane& pane, std::string_view key) {
    ThreadView& view = pane.view;
    const auto at = view.layout.find(view.cursor);
    if (!at) return;
    std::optional<std::size_t> to;
    if (key == "ArrowUp") to = view.layout.shown_at(*at - 1, -1);  // before the first one there is none
    if (key == "ArrowDown") to = view.layout.shown_at(*at + 1, 1);
    if (key == "Home") to = view.layout.shown_at(0, 1);
    if (key == "End") to = view.layout.shown_at(view.layout.size() - 1, -1);
    if (!to || *to == *at) return;
    view.cursor = view.layout.row(*to).key;
    reveal(pane, *to);
    pane.ui.wanted_focus = message_node(view.log, view.cursor);
}

// Its ends are mounted in this very frame, so that the browser can select from the one to the other.
void select_all(ThreadPane& pane) {
    const ThreadLayout& layout = pane.view.layout;
    if (layout.shown_count() == 0) return;
    const std::uint64_t first = layout.row(layout.shown_at(0, 1).value_or(0)).key;
    const std::uint64_t last = layout.row(layout.shown_at(layout.size() - 1, -1).value_or(0)).key;
    pane.view.selection = {first, last};
    pane.ui.wanted_selection = {message_node(pane.view.log, first), message_node(pane.view.log, last)};
}

}  // namespace

void take_message_keys(ThreadPane& pane) {
    if (pane.ui.is_covered) return;
    for (const ui::Key& key : pane.ui.input.keys) {
        if (key.is_in_field) continue;
        if (key.has_control && key.name == "a") select_all(pane);
        const bool is_at_message = pane.view.cursor_node != 0 && pane.ui.input.focus == pane.view.cursor_node;
        if (is_at_message && !key.has_control && !key.has_shift) move_cursor(pane, key.name);
    }
}

void lead_to_target(ThreadPane& pane, const ThreadTarget& target) {
    ThreadView& view = pane.view;
    if (view.wants_end && !pane.has_newer) {
        view.wants_end = false;
        view.is_following = true;
    }
    if (target.conversation != view.conversation || target.revision == view.target_revision) return;
    const auto wanted = std::find_if(pane.messages.begin(), pane.messages.end(), [&](const Message& message) {
        return message.id == target.message;
    });
    if (wanted == pane.messages.end()) return;
    view.target_revision = target.revision;
    view.wants_end = false;
    view.has_entered = true;
    view.is_following = false;
    view.anchor = message_key(*wanted);
    view.anchor_index = static_cast<std::size_t>(wanted - pane.messages.begin());
    view.anchor_offset = -static_cast<double>(pane.rect.height) * 0.3;
    view.cursor = view.anchor;
    if (target.takes_focus) pane.ui.wanted_focus = message_node(view.log, view.cursor);
    view.flashing = view.anchor;
    view.flashes_until = pane.ui.now + kFlash;
}

void open_menu(ThreadView& view, std::uint64_t message, const ui::Rect& at, const ui::MenuWish* wish) {
    view.menu = {};
    view.menu.message = message;
    view.menu.at = at;
    view.wants_menu = true;
    if (wish == nullptr) return;
    view.menu.selected = wish->selected;
    view.menu.word = wish->word;
    if (wish->at.x >= 0) view.menu.at = {wish->at.x, wish->at.y, 0, 0};
}

MessageFocus::MessageFocus(ThreadPane& pane) : pane_(pane) {
    // That nothing is selected may be told together with the key that has just asked for all.
    if (pane.ui.wanted_selection[0] != 0) return;
    const auto& ends = pane.ui.input.selection_ends;
    if (ends != pane.view.selection_ends && ends[0] == 0 && ends[1] == 0) pane.view.selection.clear();
}

void MessageFocus::note(std::uint64_t key, std::size_t node, bool is_visible, const ui::Rect& rect) {
    ui::Ui& ui = pane_.ui;
    ThreadView& view = pane_.view;
    const ui::NodeKey own = ui.tree[node].key;
    if (ui.input.focus == own) {
        view.cursor = key;
        view.cursor_node = own;
        has_focus_ = true;
    }
    for (const ui::NodeKey end : ui.input.selection_ends) {
        if (end == own) selection_.push_back(key);
    }
    // Chosen by Ctrl+A just now.
    for (const ui::NodeKey end : ui.wanted_selection) {
        if (end == own) selection_.push_back(key);
    }
    if (ui.input.menu && ui.input.menu->key == own) {
        ui::MenuWish wish = *ui.input.menu;
        // The pointer is on the screen; the menu is turned round with the page.
        if (wish.at.x >= 0) wish.at.x = ui::placed_x(ui, wish.at.x);
        open_menu(view, key, rect, &wish);
    }
    const int rank = key == view.cursor ? 2 : is_visible ? 1 : 0;
    if (rank == 0 || rank < rank_) return;
    rank_ = rank;
    stop_ = node;
}

void MessageFocus::finish() {
    if (rank_ > 0) pane_.ui.tree[stop_].is_focusable = true;
    if (!has_focus_) pane_.view.cursor_node = 0;
    // What was chosen by Ctrl+A stays until the browser says what became of it.
    const bool has_changed = pane_.view.selection_ends != pane_.ui.input.selection_ends;
    if (has_changed || pane_.ui.wanted_selection[0] != 0) pane_.view.selection = std::move(selection_);
    pane_.view.selection_ends = pane_.ui.input.selection_ends;
}

}  // namespace roost
