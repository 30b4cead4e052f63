#include "client-wasm/views/start_button.h"

namespace roost {

void draw_start_button(UiState& state, ui::Ui& ui, const ui::Rect& rect) {
    ui::ButtonSpec spec{
        .label = ui.words.records.start,
        .rect = rect,
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kAdd};
    spec.key = ui::key_of(ui, "new conversation");
    if (ui::button(ui, spec)) open_start(state);
}

void open_start(UiState& state) {
    StartState& start = state.start;
    if (!start.is_busy) {
        start.number.set("");
        start.shows_problems = false;
        start.error.clear();
    }
    state.overlay = Overlay::kStart;
}

}  // namespace roost
