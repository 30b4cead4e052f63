#include "client-wasm/views/conversation_row.h"

#include <algorithm>
#include <string>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/views/conversation_list.h"

namespace roost {

namespace {

constexpr float kTextX = 80;

struct PlatformMark {
    ui::Icon icon;
    ui::Colour colour;
};

PlatformMark mark_of(Platform platform) {
    switch (platform) {
        case Platform::kWhatsApp:
            return {ui::Icon::kWhatsApp, ui::rgb(0x00A884)};
        case Platform::kMessenger:
            return {ui::Icon::kMessenger, ui::rgb(0x0866FF)};
        case Platform::kInstagram:
            return {ui::Icon::kInstagram, ui::rgb(0xC13584)};
    }
    return {ui::Icon::kWhatsApp, 0};
}

ui::Colour row_colour(const ui::Ui& ui, const ui::Rect& rect, bool is_open) {
    if (is_open) return ui.theme.selected;
    return ui::is_hovered(ui, rect) ? ui.theme.hover : ui.theme.panel;
}

// Returns the width taken at the right.
float draw_unread(ui::Ui& ui, const ui::Rect& rect, int unread) {
    if (unread <= 0) return 0;
    const std::string count = unread > 999 ? ui.locale.number(999) + "+" : ui.locale.number(unread);
    const text::Style style{
        .size = 12,
        .line_height = 20,
        .weight = 600,
        .has_tabular_numbers = true,
        .colour = ui.theme.on_accent_fill};
    const float width = std::max(20.0F, ui.text.width(count, style) + 12);
    const ui::Rect pill{rect.x + rect.width - 16 - width, rect.y + 38, width, 20};
    ui::fill(ui, pill, ui.theme.accent_fill, 10);
    ui::draw_text_centred(ui, pill, count, style);
    return width + 8;
}

// That the person is blocked, ticks of our own last message, an icon for what is not text. Returns where the
// preview starts.
float draw_marks(ui::Ui& ui, const Conversation& row, float x, float y) {
    const LastMessage& last = row.last;
    if (row.is_blocked) {
        ui::draw_icon(ui, ui::Icon::kBlocked, x, y + 1, 16, ui.theme.danger);
        x += 20;
    }
    if (last.direction == Direction::kOutbound && last.id) {
        const bool is_read = last.status == DeliveryStatus::kRead || last.status == DeliveryStatus::kPlayed;
        const bool has_failed = last.status == DeliveryStatus::kFailed;
        const ui::Colour colour = is_read      ? ui.theme.tick_read
                                  : has_failed ? ui.theme.danger
                                               : ui.theme.text_secondary;
        ui::draw_icon(ui, tick_icon(last.status), x, y + 4, 16, colour);
        x += 20;
    }
    if (const auto icon = content_icon(last.type)) {
        ui::draw_icon(ui, *icon, x, y + 1, 16, ui.theme.text_secondary);
        x += 20;
    }
    return x;
}

void draw_lines(ui::Ui& ui, const Conversation& row, const RowPlace& place, std::string_view time) {
    const ui::Theme& theme = ui.theme;
    const ui::Rect& rect = place.rect;
    const bool is_unread = row.unread > 0;
    auto time_style =
        ui::secondary_style(is_unread ? theme.accent : theme.text_secondary, is_unread ? 600 : 400);
    time_style.has_tabular_numbers = true;
    const float right = rect.x + rect.width - 16;
    const float time_width = ui.text.width(time, time_style);
    ui::draw_text(ui, right - time_width, rect.y + 15, time, time_style);
    const float x = rect.x + kTextX;
    ui::draw_text(
        ui, x, rect.y + 13, display_name(row), ui::name_style(theme.text), right - time_width - 12 - x
    );
    float pill = draw_unread(ui, rect, row.unread);
    if (place.assignee) {
        const ImVec2 disc{right - pill - 10, rect.y + 48};
        ui::avatar(ui, disc, 20, place.assignee.value, initials(place.assignee_name));
        pill += 26;
    }
    const float preview_x = draw_marks(ui, row, x, rect.y + 39);
    const bool has_failed =
        row.last.direction == Direction::kOutbound && row.last.status == DeliveryStatus::kFailed;
    const ui::Colour colour = has_failed ? theme.danger : is_unread ? theme.text : theme.text_secondary;
    const std::string preview = row_preview(ui.locale, row);
    ui::draw_text(ui, preview_x, rect.y + 39, preview, ui::secondary_style(colour), right - pill - preview_x);
}

void draw_row(ui::Ui& ui, const Conversation& row, const RowPlace& place, std::string_view time) {
    const ui::Rect& rect = place.rect;
    const ui::Colour surface = row_colour(ui, rect, place.is_open);
    ui::fill(ui, rect, surface);
    const float centre = rect.y + rect.height / 2;
    ui::avatar(ui, {rect.x + 40, centre}, 48, row.id.value, initials(display_name(row)));
    draw_platform_badge(ui, row.platform, {rect.x + 57, centre + 17}, surface);
    draw_lines(ui, row, place, time);
    if (place.is_open && ui.theme.edge != 0) ui::outline(ui, rect, ui.theme.edge, 0, 2);
    if (!place.is_open) {
        const ui::Colour line = ui::with_alpha(ui.theme.border, 0.6F);
        ui::hairline(ui, rect.x + kTextX, rect.y + rect.height - 1, rect.width - kTextX, line);
    }
    if (ui::has_visible_focus(ui, place.key)) {
        ui::focus_ring(ui, {rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6}, 8, 0);
    }
}

}  // namespace

void draw_platform_badge(ui::Ui& ui, Platform platform, ImVec2 centre, ui::Colour around) {
    const PlatformMark mark = mark_of(platform);
    ui::circle(ui, centre, 10, around);
    ui::circle(ui, centre, 8, mark.colour);
    ui::draw_icon(ui, mark.icon, centre.x - 7, centre.y - 7, 14, ui::rgb(0xFFFFFF));
}

bool conversation_row(ui::Ui& ui, const Conversation& row, const RowPlace& place) {
    const OffsetMinutes offset = ui.utc_offset(row.last.at);
    const std::string time = row.last.at == 0 ? "" : ui.locale.list_time(row.last.at, ui.now, offset);
    if (place.is_visible) {
        draw_row(ui, row, place, time);
        if (row.last.at != 0) ui.wake(next_label_change(row.last.at, ui.now, offset));
    }
    ui::Node& node = ui::record(
        ui, ui::Role::kListRow, row_label(ui.locale, row, time, place.assignee_name), place.rect, place.key
    );
    node.position = static_cast<int>(place.index) + 1;
    node.set_size = static_cast<int>(place.count);
    node.is_current = place.is_open;
    return ui::was_activated(ui, place.key);
}

void skeleton_row(ui::Ui& ui, const ui::Rect& rect) {
    const ui::Colour colour = ui.theme.selected;
    ui::circle(ui, {rect.x + 40, rect.y + 36}, 24, colour);
    const float room = rect.width - kTextX - 16;
    const float part = 0.45F + 0.1F * static_cast<float>(static_cast<int>(rect.y / 72) % 3);
    ui::fill(ui, {rect.x + kTextX, rect.y + 18, room * part, 12}, colour, 6);
    ui::fill(ui, {rect.x + kTextX, rect.y + 42, room * 0.85F, 10}, colour, 5);
}

}  // namespace roost
