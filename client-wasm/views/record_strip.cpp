#include "client-wasm/views/record_strip.h"

#include <algorithm>
#include <string>

#include "client-wasm/views/record_names.h"
#include "client-wasm/views/records_dialog.h"

namespace roost {

namespace {

constexpr float kGap = 8;
constexpr float kEdge = 12;
constexpr float kIcon = 22;  // with its gap
constexpr float kWidest = 260;
constexpr float kRest = 56;  // "+12"

float strip_height(const ui::Ui& ui) {
    return ui.is_phone() ? 52.0F : 44.0F;
}

text::Style chip_style(const ui::Ui& ui) {
    return ui::secondary_style(ui.theme.text);
}

float chip_width(ui::Ui& ui, const std::string& label, bool is_link) {
    const float words = ui.text.width(label, chip_style(ui)) + 2 * kEdge + (is_link ? kIcon : 0);
    return std::min(words, kWidest);
}

// The whole height of the strip can be pressed.
void draw_chip(ui::Ui& ui, const RecordLink& link, const std::string& label, const ui::Rect& rect) {
    const bool is_link = !link.url.empty();
    const ui::Rect pill{rect.x, rect.y + 7, rect.width, rect.height - 14};
    const float radius = pill.height / 2;
    ui::fill(ui, pill, is_link && ui::is_hovered(ui, rect) ? ui.theme.hover : ui.theme.panel, radius);
    ui::outline(ui, pill, ui.theme.control, radius);
    const auto style = chip_style(ui);
    const float y = pill.y + (pill.height - style.line_height) / 2;
    const float room = rect.width - 2 * kEdge - (is_link ? kIcon : 0);
    ui::draw_text(ui, rect.x + kEdge, y, label, style, room);
    if (is_link)
        ui::draw_icon(
            ui,
            ui::Icon::kOpen,
            rect.x + rect.width - kEdge - 16,
            pill.y + radius - 8,
            16,
            ui.theme.text_secondary
        );
    const ui::NodeKey key = ui::key_of(ui, "record", link.id.value);
    if (!is_link) {
        ui::record(ui, ui::Role::kText, label, rect, key);
        return;
    }
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, pill, radius);
    const std::string name = fill(ui.words.records.opens, {label});
    ui::record(ui, ui::Role::kLink, name, rect, key).href = link.url;
}

// How many there are beside those that have a place.
void draw_rest(const Conversation& row, std::size_t count, UiState& state, ui::Ui& ui, const ui::Rect& rect) {
    const std::string label = "+" + ui.locale.number(static_cast<std::int64_t>(count));
    if (!can_link(state)) {
        const auto style = chip_style(ui);
        ui::text_node(
            ui, rect.x + 4, rect.y + (rect.height - style.line_height) / 2, label, style, rect.width
        );
        return;
    }
    ui::ButtonSpec spec{.label = label, .rect = rect, .kind = ui::ButtonKind::kQuiet};
    spec.key = ui::key_of(ui, "all records");
    const bool is_pressed = ui::button(ui, spec);
    ui.tree.back().label = std::string(ui.words.records.title) + " " + label;
    if (is_pressed) open_records(state, row.id, {});
}

}  // namespace

float draw_record_strip(const Conversation& row, UiState& state, ui::Ui& ui, const ui::Rect& column) {
    if (row.links.empty()) return 0;
    const ui::Rect strip{column.x, column.y, column.width, strip_height(ui)};
    ui::fill(ui, strip, ui.theme.panel);
    ui::hairline(ui, strip.x, strip.y + strip.height - 1, strip.width, ui.theme.border);
    const ui::NodeKey key = ui::key_of(ui, "records");
    const ui::Scope group(ui, ui::Role::kGroup, ui.words.records.title, strip, key);
    float x = strip.x + 16;
    const float end = strip.x + strip.width - 16;
    for (std::size_t i = 0; i < row.links.size(); ++i) {
        const RecordLink& link = row.links[i];
        const std::string label = record_label(ui.words, link);
        const bool is_last = i + 1 == row.links.size();
        const float room = end - x - (is_last ? 0 : kRest);
        const float width = i == 0 ? std::min(chip_width(ui, label, !link.url.empty()), room)
                                   : chip_width(ui, label, !link.url.empty());
        if (width > room) {
            draw_rest(row, row.links.size() - i, state, ui, {x, strip.y, kRest, strip.height});
            break;
        }
        draw_chip(ui, link, label, {x, strip.y, width, strip.height});
        x += width + kGap;
    }
    return strip.height;
}

}  // namespace roost
