#include "client-wasm/views/record_filter.h"

#include <optional>
#include <string>

#include "client-wasm/views/record_names.h"

namespace roost {

float draw_record_filter(
    const ConversationListState& list, ui::Ui& ui, const ui::Rect& column, Commands& out
) {
    if (!list.record) return 0;
    const ui::Rect strip{column.x, column.y, column.width, 48};
    ui::fill(ui, strip, ui.theme.tint);
    ui::hairline(ui, strip.x, strip.y + strip.height - 1, strip.width, ui.theme.border);
    const auto style = ui::secondary_style(ui.theme.text, 600);
    const std::string sentence = fill(ui.words.records.filtered, {record_label(ui.words, *list.record)});
    const float y = strip.y + (strip.height - style.line_height) / 2;
    ui::text_node(ui, strip.x + 16, y, sentence, style, strip.width - 16 - 52);
    const ui::ButtonSpec back{
        .label = ui.words.records.all_again,
        .rect = {strip.x + strip.width - 48, strip.y + 2, 44, 44},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kClose};
    if (ui::button(ui, back)) out.push_back(ShowRecord{std::nullopt});
    return strip.height;
}

}  // namespace roost
