#include "client-wasm/views/search_rows.h"

#include <algorithm>
#include <cmath>

namespace roost {

namespace {

constexpr float kTextX = 72;
constexpr float kCharacter = 8;  // wide ones too: the hit must not fall off the end of the line

// Line breaks are no part of one line; a space takes their place, so that the hits keep theirs.
text::Snippet on_one_line(text::Snippet snippet) {
    std::replace_if(
        snippet.text.begin(),
        snippet.text.end(),
        [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
        ' '
    );
    return snippet;
}

text::Snippet for_room(std::string_view text, const text::SearchTerms& terms, float room) {
    const auto width = static_cast<std::size_t>(std::max(12.0F, std::floor(room / kCharacter)));
    return on_one_line(text::snippet_of(text, terms, width));
}

// A row of its own in the list: ground, avatar, line below, focus ring.
void draw_frame(ui::Ui& ui, std::int64_t id, std::string_view name, const ResultPlace& place) {
    const ui::Rect& rect = place.rect;
    const ui::Colour idle = ui::is_hovered(ui, rect) ? ui.theme.hover : ui.theme.panel;
    ui::fill(ui, rect, place.is_open ? ui.theme.selected : idle);
    ui::avatar(ui, {rect.x + 36, rect.y + rect.height / 2}, 40, id, initials(name));
    const ui::Colour line = ui::with_alpha(ui.theme.border, 0.6F);
    ui::hairline(ui, rect.x + kTextX, rect.y + rect.height - 1, rect.width - kTextX, line);
    if (ui::has_visible_focus(ui, place.key)) {
        ui::focus_ring(ui, {rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6}, 8, 0);
    }
}

bool record_row(ui::Ui& ui, const std::string& label, const ResultPlace& place) {
    ui::Node& node = ui::record(ui, ui::Role::kListRow, label, place.rect, place.key);
    node.position = place.index + 1;
    node.set_size = place.count;
    node.is_current = place.is_open;
    return ui::was_activated(ui, place.key);
}

}  // namespace

void draw_marked_line(
    ui::Ui& ui, float x, float y, const text::Snippet& text, const text::Style& style, float room
) {
    const text::Line line = ui.text.line(text.text, style, room);
    const std::string_view whole = text.text;
    for (const text::TextRange& hit : text.hits) {
        const auto words = whole.substr(hit.from, hit.to - hit.from);
        // Inside a piece of the other direction its place is not that of the text before it.
        if (has_right_to_left(words) != line.is_right_to_left) continue;
        const float before = ui.text.width(whole.substr(0, hit.from), style);
        const float width = ui.text.width(whole.substr(0, hit.to), style) - before;
        if (before + width > line.width) break;
        // Views count from where reading begins, which need not be where this line begins.
        const bool is_against = line.is_right_to_left != ui.is_mirrored();
        const float left = is_against ? x + line.width - before - width : x + before;
        ui::fill(ui, {left - 1, y, width + 2, style.line_height}, ui.theme.hit, 3);
    }
    ui::draw_text(ui, x, y, text.text, style, room);
}

std::string said_in(const Words& words, const SearchHit& hit) {
    std::string said = on_one_line(hit.snippet).text;
    if (hit.direction == Direction::kOutbound) said.insert(0, std::string(words.search.you) + ": ");
    return said;
}

void draw_said(
    ui::Ui& ui,
    float x,
    float y,
    std::string_view said,
    const text::SearchTerms& terms,
    const text::Style& style,
    float room
) {
    draw_marked_line(ui, x, y, for_room(said, terms, room), style, room);
}

bool conversation_result(
    ui::Ui& ui, const Conversation& row, const text::SearchTerms& terms, const ResultPlace& place
) {
    const std::string name = display_name(row);
    if (place.is_visible) {
        draw_frame(ui, row.id.value, name, place);
        const float room = place.rect.width - kTextX - 16;
        const float y = place.rect.y + (place.rect.height - 21) / 2;
        const text::Snippet marked{name, text::find_terms(name, terms)};
        draw_marked_line(ui, place.rect.x + kTextX, y, marked, ui::name_style(ui.theme.text), room);
    }
    return record_row(ui, name, place);
}

bool message_result(
    ui::Ui& ui,
    const SearchHit& hit,
    const Conversation* row,
    const text::SearchTerms& terms,
    const ResultPlace& place
) {
    const std::string name = row == nullptr ? std::string("#") : display_name(*row);
    const std::string time = ui.locale.list_time(hit.at, ui.now, ui.utc_offset(hit.at));
    const std::string said = said_in(ui.words, hit);
    if (place.is_visible) {
        const ui::Rect& rect = place.rect;
        draw_frame(ui, hit.conversation.value, name, place);
        auto time_style = ui::secondary_style(ui.theme.text_secondary);
        time_style.has_tabular_numbers = true;
        const float right = rect.x + rect.width - 16;
        const float time_width = ui.text.width(time, time_style);
        const float x = rect.x + kTextX;
        ui::draw_text(ui, right - time_width, rect.y + 15, time, time_style);
        ui::draw_text(ui, x, rect.y + 12, name, ui::name_style(ui.theme.text), right - time_width - 12 - x);
        const auto style = ui::secondary_style(ui.theme.text_secondary);
        draw_said(ui, x, rect.y + 38, said, terms, style, right - x);
    }
    return record_row(ui, name + ", " + time + ": " + said, place);
}

}  // namespace roost
