// Searching in the whole inbox: the field above the list, and the results in the list's place. And in one
// conversation: the bar above its messages.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/inbox.h"

namespace roost {

inline constexpr float kSearchFieldSpace = 52;
inline constexpr float kSearchBarHeight = 56;

void draw_list_search_field(UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);
void draw_search_results(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);
// Shown while the open conversation is searched.
void draw_thread_search(UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out);

// Something is asked for in the inbox, so the list is away.
bool is_searching(const UiState& state);
// With arrows: from the field into the results and back.
void step_search_cursor(UiState& state, int step);
// Whether the key belonged to a search: Escape, and the keys that open one.
bool take_search_key(UiState& state, const ui::Ui& ui, const ui::Key& key, Commands& out);

}  // namespace roost
