#include "client-wasm/views/thread_rows.h"

#include <algorithm>
#include <cmath>

#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/views/thread_focus.h"

namespace roost {

namespace {

constexpr double kDateChipGap = 12;  // above it

// Of a file that is no message yet: what its picture is called; empty = there is none.
std::string_view picture_on_its_way(const ThreadPane& pane, const Message& message) {
    if (pane.sent_files == nullptr || message.id) return "";
    const auto sent = pane.sent_files->find(message.client_ref);
    return sent == pane.sent_files->end() ? "" : std::string_view(sent->second.picture);
}

BubbleSetting setting_of(const ThreadPane& pane, std::size_t index) {
    return {
        .theme = pane.ui.theme,
        .locale = pane.ui.locale,
        .contact = pane.contact,
        .max_width = pane.view.format.bubble_width,
        .is_touch = pane.view.format.is_touch,
        .starts_group = pane.view.layout.row(index).starts_group,
        .utc_offset = pane.ui.utc_offset(pane.messages[index].at),
        .now = pane.ui.now,
        .picture = picture_on_its_way(pane, pane.messages[index]),
        .is_unreachable = pane.is_unreachable,
        .may_repair = pane.may_repair,
        .may_renew = pane.may_renew,
        .may_start_from = pane.may_start_from,
        .player = pane.player,
        .reactions = pane.view.layout.reactions().on(pane.messages[index]),
        .known_links = pane.view.known_links};
}

struct IndexedBubble {
    std::size_t index = 0;
    Bubble bubble;
};

std::size_t request_count(const Bubble& bubble) {
    return bubble.paragraphs.size() + (bubble.failure ? 1 : 0);
}

// One batch for all of them.
void lay_out(ThreadPane& pane, std::vector<IndexedBubble>& bubbles) {
    std::vector<text::ParagraphRequest> requests;
    for (const IndexedBubble& one : bubbles)
        collect_requests(one.bubble, requests);
    std::vector<text::Paragraph> laid;
    if (!requests.empty()) pane.ui.text.lay_out(requests, laid);
    std::size_t next = 0;
    for (IndexedBubble& one : bubbles) {
        const std::size_t count = request_count(one.bubble);
        arrange(one.bubble, std::span(laid).subspan(next, count), pane.ui.text);
        next += count;
    }
}

float bubble_x(const ThreadPane& pane, const Bubble& bubble) {
    const float margin = side_margin(pane.ui, pane.rect);
    if (bubble.is_system_line) return pane.rect.x + (pane.rect.width - bubble.width) / 2;
    if (bubble.is_out) return pane.rect.x + pane.rect.width - margin - bubble.width;
    return pane.rect.x + margin;
}

void draw_chip(ui::Ui& ui, const ui::Rect& rect, std::string_view text) {
    ui::shadow_below(ui, rect, 8);
    ui::fill(ui, rect, ui.theme.chip, 8);
    ui::draw_text_centred(ui, rect, text, ui::secondary_style(ui.theme.text_secondary));
}

ui::Rect date_rect(const ThreadPane& pane, std::string_view label, double y) {
    const float width = pane.ui.text.width(label, ui::secondary_style(0)) + 24;
    const float x = pane.rect.x + (pane.rect.width - width) / 2;
    return {ui::snap(pane.ui, x), ui::snap(pane.ui, static_cast<float>(y)), width, kDateChipHeight};
}

std::string date_label(const ThreadPane& pane, std::size_t index) {
    const UnixMillis at = pane.messages[index].at;
    return pane.ui.locale.day(at, pane.ui.now, pane.ui.utc_offset(at));
}

std::string divider_label(const ThreadPane& pane) {
    return pane.ui.locale.count(pane.ui.words.list.unread, pane.view.unread_at_entry);
}

void draw_divider(ThreadPane& pane, float y) {
    ui::Ui& ui = pane.ui;
    const std::string label = divider_label(pane);
    const auto style = ui::secondary_style(ui.theme.accent, 600);
    const float margin = side_margin(ui, pane.rect);
    const float width = ui.text.width(label, style);
    const float x = pane.rect.x + (pane.rect.width - width) / 2;
    const float line = x - 12 - pane.rect.x - margin;
    const ui::Colour colour = ui::with_alpha(ui.theme.accent, 0.5F);
    ui::hairline(ui, pane.rect.x + margin, y + 9, line, colour);
    ui::hairline(ui, x + width + 12, y + 9, line, colour);
    ui::draw_text(ui, x, y, label, style);
}

// What stands above a bubble: the day, the line before unread messages.
void draw_above(ThreadPane& pane, std::size_t index, double y, bool is_visible) {
    const ThreadRow& row = pane.view.layout.row(index);
    ui::Ui& ui = pane.ui;
    const auto id = static_cast<std::int64_t>(row.key);
    if (row.starts_day) {
        const std::string label = date_label(pane, index);
        const ui::Rect rect = date_rect(pane, label, y + kDateChipGap);
        if (is_visible && rect.y >= pane.rect.y + kThreadPadding) draw_chip(ui, rect, label);
        ui::record(ui, ui::Role::kSeparator, label, rect, ui::key_of(ui, "day", id));
        y += kDateChipSpace;
    }
    if (!row.has_divider) return;
    const float top = static_cast<float>(y) + 16;
    const std::string label = divider_label(pane);
    if (is_visible) draw_divider(pane, top);
    const ui::Rect rect{pane.rect.x, top, pane.rect.width, 18};
    ui::record(ui, ui::Role::kSeparator, label, rect, ui::key_of(ui, "unread", id));
}

// The message the reader was led to stands out for a moment: one change at its beginning, one at its end.
void draw_flash(ThreadPane& pane, std::size_t index, float y, float height) {
    ThreadView& view = pane.view;
    if (view.flashing == 0 || pane.view.layout.row(index).key != view.flashing) return;
    if (pane.ui.now >= view.flashes_until) {
        view.flashing = 0;
        return;
    }
    const ui::Rect band{pane.rect.x, y - 4, pane.rect.width, height + 8};
    ui::fill(pane.ui, band, ui::with_alpha(pane.ui.theme.accent, 0.28F));
    pane.ui.wake(view.flashes_until);
}

// Beside the message whose file is still on its way: how far it is, and the way back.
void draw_upload(ThreadPane& pane, const IndexedBubble& one, const BubblePlace& place, Commands& out) {
    const Message& message = pane.messages[one.index];
    if (pane.sent_files == nullptr || message.id) return;
    const auto sent = pane.sent_files->find(message.client_ref);
    if (sent == pane.sent_files->end()) return;
    ui::Ui& ui = pane.ui;
    const float size = ui.is_phone() ? 44.0F : 40.0F;
    const ui::Rect rect{place.x - 8 - size, place.y + (one.bubble.height - size) / 2, size, size};
    const ImVec2 centre(rect.x + size / 2, rect.y + size / 2);
    const SentFile& file = sent->second;
    ui::circle(ui, centre, size / 2 - 2, ui.theme.chip);
    ui::ButtonSpec spec{
        .label = fill(ui.words.sending.uploads.take_back, {file.attachment.name}), .rect = rect};
    spec.kind = ui::ButtonKind::kRound;
    spec.icon = ui::Icon::kClose;
    spec.key = ui::key_of(ui, message.client_ref);
    if (ui::button(ui, spec)) out.push_back(TakeBackFile{message.conversation, message.client_ref});
    ui.tree.back().description = fill(ui.words.sending.uploads.percent, {ui.locale.number(file.percent)});
    const float part = static_cast<float>(file.percent) / 100;
    ui::arc(ui, centre, size / 2 - 3, 1, ui::with_alpha(ui.theme.accent, 0.2F), 3);
    ui::arc(ui, centre, size / 2 - 3, part, ui.theme.accent, 3);
}

std::vector<IndexedBubble> described(const ThreadPane& pane, RowRange range, bool is_unmeasured_only) {
    std::vector<IndexedBubble> bubbles;
    bubbles.reserve(range.to - range.from);
    for (std::size_t i = range.from; i < range.to; ++i) {
        const ThreadRow& row = pane.view.layout.row(i);
        if (row.is_hidden || (is_unmeasured_only && row.is_measured)) continue;
        bubbles.push_back({i, describe(pane.messages[i], setting_of(pane, i))});
    }
    return bubbles;
}

// Beside what is near, the messages that hold the ends of the selection: without them it would end elsewhere.
void add_selected(const ThreadPane& pane, RowRange near, std::vector<IndexedBubble>& bubbles) {
    for (const std::uint64_t key : pane.view.selection) {
        const auto index = pane.view.layout.find(key);
        if (!index || (*index >= near.from && *index < near.to)) continue;
        if (pane.view.layout.row(*index).is_hidden) continue;
        const auto is_before = [&](const IndexedBubble& one) { return one.index < *index; };
        const auto place = std::find_if_not(bubbles.begin(), bubbles.end(), is_before);
        if (place != bubbles.end() && place->index == *index) continue;
        bubbles.insert(place, {*index, describe(pane.messages[*index], setting_of(pane, *index))});
    }
}

RowRange near_rows(const ThreadPane& pane, double top) {
    const auto page = static_cast<double>(pane.rect.height);
    return rows_between(pane, top - page, top + 2 * page);
}

}  // namespace

double ThreadPane::lead() const {
    const double total = view.layout.total() + 2 * static_cast<double>(kThreadPadding);
    return std::max(0.0, static_cast<double>(rect.height) - total);
}

double ThreadPane::content_height() const {
    const double total = view.layout.total() + 2 * static_cast<double>(kThreadPadding);
    return std::max(static_cast<double>(rect.height), total);
}

float side_margin(const ui::Ui& ui, const ui::Rect& rect) {
    return ui.is_phone() ? 16.0F : std::round(rect.width * 0.06F);
}

float widest_bubble(const ui::Ui& ui, const ui::Rect& rect) {
    return std::floor(rect.width * (ui.is_phone() ? 0.82F : 0.65F));
}

RowRange rows_between(const ThreadPane& pane, double from, double to) {
    const ThreadLayout& layout = pane.view.layout;
    if (layout.size() == 0) return {};
    const double start = pane.lead() + static_cast<double>(kThreadPadding);
    return {layout.row_at(std::max(0.0, from - start)), layout.row_at(std::max(0.0, to - start)) + 1};
}

double furthest_top(const ThreadPane& pane) {
    return pane.content_height() - static_cast<double>(pane.rect.height);
}

void set_anchor(ThreadPane& pane, double top) {
    ThreadView& view = pane.view;
    if (view.layout.size() == 0) return;
    const std::size_t index = rows_between(pane, top, top).from;
    view.anchor = view.layout.row(index).key;
    view.anchor_index = index;
    view.anchor_offset = top - pane.row_top(index);
}

bool measure_rows(ThreadPane& pane, double top) {
    std::vector<IndexedBubble> bubbles = described(pane, near_rows(pane, top), true);
    if (bubbles.empty()) return false;
    lay_out(pane, bubbles);
    for (const IndexedBubble& one : bubbles)
        pane.view.layout.set_measured(one.index, one.bubble.height + one.bubble.below);
    return true;
}

void draw_rows(ThreadPane& pane, double top, Commands& out) {
    ThreadView& view = pane.view;
    const RowRange near = near_rows(pane, top);
    std::vector<IndexedBubble> bubbles = described(pane, near, false);
    MessageFocus focus(pane);
    add_selected(pane, near, bubbles);
    lay_out(pane, bubbles);
    for (const IndexedBubble& one : bubbles) {
        const ThreadRow& row = view.layout.row(one.index);
        const double y = pane.row_top(one.index) - top + static_cast<double>(pane.rect.y);
        const double lower_edge = y + static_cast<double>(view.layout.height(one.index));
        const bool is_visible = lower_edge > static_cast<double>(pane.rect.y) &&
                                y < static_cast<double>(pane.rect.y + pane.rect.height);
        draw_above(pane, one.index, y, is_visible);
        BubblePlace place{bubble_x(pane, one.bubble), static_cast<float>(y + static_cast<double>(row.above))};
        if (!pane.terms.empty()) place.terms = &pane.terms;
        place.is_hit = pane.hit && pane.messages[one.index].id == pane.hit;
        place.has_open_menu = row.key == view.menu.message && view.menu.is_open;
        if (is_visible) draw_flash(pane, one.index, place.y, one.bubble.height);
        const std::size_t node = pane.ui.tree.size();
        bool is_asked = false;
        if (is_visible) is_asked = draw_bubble(pane.ui, one.bubble, pane.contact, place, out);
        if (!is_visible) want_picture(pane.ui, one.bubble, out);
        if (!is_visible) record_bubble(pane.ui, one.bubble, pane.contact, place.x, place.y);
        pane.ui.tree[node].position = row.position;
        pane.ui.tree[node].set_size = pane.has_older || pane.has_newer ? -1 : view.layout.shown_count();
        if (is_visible) draw_upload(pane, one, place, out);
        if (is_asked) open_menu(view, row.key, menu_button(pane.ui, one.bubble, place), nullptr);
        focus.note(row.key, node, is_visible, {place.x, place.y, one.bubble.width, one.bubble.height});
    }
    focus.finish();
}

void draw_sticky_date(ThreadPane& pane, double top) {
    if (pane.messages.empty()) return;
    const auto edge = static_cast<double>(pane.rect.y + kThreadPadding);
    const RowRange at_top = rows_between(pane, top + static_cast<double>(kThreadPadding), top + 1);
    const std::size_t first = pane.view.layout.day_start(at_top.from);
    const double own = pane.row_top(first) - top + static_cast<double>(pane.rect.y) + kDateChipGap;
    if (own >= edge) return;  // it still stands where it belongs
    double y = edge;
    const auto page = static_cast<double>(pane.rect.height);
    const RowRange visible = rows_between(pane, top, top + page);
    for (std::size_t i = std::max(first + 1, visible.from); i < visible.to; ++i) {
        if (!pane.view.layout.row(i).starts_day) continue;
        const double next = pane.row_top(i) - top + static_cast<double>(pane.rect.y) + kDateChipGap;
        y = std::min(y, next - static_cast<double>(kDateChipHeight) - 4);
        break;
    }
    const std::string label = date_label(pane, first);
    draw_chip(pane.ui, date_rect(pane, label, y), label);
}

}  // namespace roost
