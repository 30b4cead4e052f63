#include "client-wasm/views/thread.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <utility>

#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/views/thread_focus.h"
#include "client-wasm/views/thread_rows.h"

namespace roost {

namespace {

constexpr int kMeasureRounds = 4;  // measuring moves rows into view, which are then measured too

// Where the view belongs: at the end if the reader is there, else at the message the reader looks at.
double wanted_top(const ThreadPane& pane) {
    const ThreadView& view = pane.view;
    if (view.is_following || view.layout.size() == 0) return furthest_top(pane);
    const auto index = view.layout.find(view.anchor, view.anchor_index);
    if (!index) return std::min(static_cast<double>(view.last_top), furthest_top(pane));
    return std::clamp(pane.row_top(*index) + view.anchor_offset, 0.0, furthest_top(pane));
}

// The reader moved the scroller since the last frame; judged with the heights of that frame.
void take_scrolling(ThreadPane& pane, float browser_top) {
    ThreadView& view = pane.view;
    if (std::exchange(view.is_remounted, false)) return;
    if (!view.has_entered || std::abs(browser_top - view.last_top) < 1) return;
    const auto top = static_cast<double>(browser_top);
    view.is_following = !pane.has_newer && top >= furthest_top(pane) - kAtEnd;
    set_anchor(pane, top);
    view.last_top = browser_top;
}

// The first place: the line before what is unread, a little below the upper edge, or the end.
void enter(ThreadPane& pane) {
    ThreadView& view = pane.view;
    view.has_entered = true;
    view.is_following = true;
    view.last_seen = pane.messages.empty() ? 0 : message_key(pane.messages.back());
    if (view.format.divider_before == 0) return;
    view.is_following = false;
    view.anchor = view.format.divider_before;
    view.anchor_offset = -static_cast<double>(pane.rect.height) * 0.2;
}

void sync_layout(ThreadPane& pane, int revision) {
    ThreadView& view = pane.view;
    ThreadFormat format = view.format;
    format.bubble_width = widest_bubble(pane.ui, pane.rect);
    format.is_touch = pane.ui.is_phone();
    format.font_epoch = pane.ui.text.epoch();
    format.words = &pane.ui.words;
    format.may_repair = pane.may_repair;
    format.may_renew = pane.may_renew;
    format.may_start = pane.may_start_from.has_value();
    if (!std::ranges::equal(view.known_links, pane.known_links)) {
        view.known_links.assign(pane.known_links.begin(), pane.known_links.end());
        ++format.links_revision;
    }
    // Counted from the newest message, which has to be there.
    if (!view.has_entered && !pane.has_newer)
        format.divider_before = first_unread(pane.messages, view.unread_at_entry);
    const bool has_same_count = view.layout.size() == pane.messages.size();
    if (view.revision == revision && format == view.format && has_same_count) return;
    view.layout.sync(pane.messages, format, pane.ui.utc_offset, pane.reactions);
    view.format = format;
    view.revision = revision;
    view.new_below = count_new(pane.messages, view.last_seen);
}

double settle(ThreadPane& pane) {
    double top = wanted_top(pane);
    for (int round = 0; round < kMeasureRounds && measure_rows(pane, top); ++round)
        top = wanted_top(pane);
    ThreadView& view = pane.view;
    if (!pane.has_newer && top >= furthest_top(pane) - kAtEnd) view.is_following = true;
    if (pane.has_newer) view.is_following = false;
    if (view.is_following && !pane.messages.empty()) {
        view.last_seen = message_key(pane.messages.back());
        view.new_below = 0;
    }
    set_anchor(pane, top);
    return top;
}

void draw_background(ui::Ui& ui, const ui::Rect& rect) {
    ui::fill(ui, rect, ui.theme.thread);
    ui::tile(ui, rect, ui::Icon::kThreadPattern, 120, ui.theme.pattern);
}

void draw_jump_button(ThreadPane& pane, Commands& out) {
    ThreadView& view = pane.view;
    if (view.is_following) return;
    ui::Ui& ui = pane.ui;
    std::string label(ui.words.thread.jump);
    if (view.new_below > 0) label = ui.locale.count(ui.words.thread.jump_new, view.new_below);
    const auto style = ui::secondary_style(ui.theme.accent, 600);
    const float height = ui.is_phone() ? 44.0F : 36.0F;
    const float width = ui.text.width(label, style) + 52;
    const float x = pane.rect.x + (pane.rect.width - width) / 2;
    const ui::Rect rect{x, pane.rect.y + pane.rect.height - height - 12, width, height};
    ui::small_shadow(ui, rect, height / 2);
    ui::fill(ui, rect, ui::is_hovered(ui, rect) ? ui.theme.hover : ui.theme.panel, height / 2);
    ui::draw_icon(ui, ui::Icon::kDown, x + 14, rect.y + (height - 18) / 2, 18, ui.theme.accent);
    ui::draw_text(ui, x + 38, rect.y + (height - 18) / 2, label, style);
    const ui::NodeKey key = ui::key_of(ui, "jump");
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, height / 2);
    ui::record(ui, ui::Role::kButton, label, rect, key);
    if (!ui::was_activated(ui, key)) return;
    follow_latest(view);
    out.push_back(JumpToLatest{view.conversation});
    ui.wanted_focus = ui::key_of(ui, "log", view.conversation.value);  // the button goes away
}

bool is_near_end(const ThreadPane& pane, double top) {
    return top > furthest_top(pane) - 2 * static_cast<double>(pane.rect.height);
}

void ask_for_more(
    const ThreadPane& pane, const ThreadWindow& thread, const ThreadLoad& load, double top, Commands& out
) {
    const bool is_near = top < 2 * static_cast<double>(pane.rect.height);
    if (is_near && thread.has_older && !load.is_loading_older && !thread.is_loading) {
        out.push_back(LoadOlderMessages{pane.view.conversation});
    } else if (is_near_end(pane, top) && thread.has_newer && !load.is_loading_newer && !thread.is_loading) {
        out.push_back(LoadNewerMessages{pane.view.conversation});
    }
}

void mark_read(const Conversation& row, const UiState& state, ThreadPane& pane, Commands& out) {
    if (!state.is_page_visible || !pane.view.is_following || row.unread == 0) return;
    for (auto message = pane.messages.rbegin(); message != pane.messages.rend(); ++message) {
        if (!message->id) continue;
        if (pane.view.marked_read == message->id) return;
        pane.view.marked_read = message->id;
        out.push_back(MarkRead{row.id, message->id});
        return;
    }
}

// Grey bubbles while nothing is known yet.
void draw_skeleton(ui::Ui& ui, const ui::Rect& rect) {
    const float margin = side_margin(ui, rect);
    const ui::Colour colour = ui::with_alpha(ui.theme.text, 0.07F);
    constexpr std::array kWidths{0.42F, 0.30F, 0.50F, 0.24F, 0.38F};
    float y = rect.y + rect.height - 24;
    for (int i = 0; i < 5 && y > rect.y + 80; ++i) {
        const float width = rect.width * kWidths[static_cast<std::size_t>(i)];
        const bool is_out = i % 2 == 0;
        y -= 48;
        const float x = is_out ? rect.x + rect.width - margin - width : rect.x + margin;
        ui::fill(ui, {x, y, width, 36}, colour, 8);
    }
    ui::record(ui, ui::Role::kText, ui.words.thread.loading, rect, ui::key_of(ui, "loading")).is_busy = true;
}

void draw_load_error(const UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const float middle = rect.y + rect.height / 2;
    const auto style = ui::body_style(ui.theme.text, ui.is_phone());
    const float width = ui.text.width(state.load.error, style);
    const float x = rect.x + (rect.width - width) / 2;
    ui::fill(ui, {x - 16, middle - 40, width + 32, 104}, ui.theme.panel, 12);
    ui::text_node(ui, x, middle - 24, state.load.error, style);
    const ui::Rect retry{rect.x + rect.width / 2 - 60, middle + 10, 120, 44};
    if (ui::button(ui, {.label = ui.words.thread.try_again, .rect = retry}))
        out.push_back(ReloadThread{state.open});
}

// What was asked for last and answered: its words are marked wherever they are read.
void take_search(ThreadPane& pane, const ThreadSearch& search) {
    if (search.conversation != pane.view.conversation || !search.run.has_answer) return;
    pane.terms = text::search_terms(search.run.asked);
    const auto index = static_cast<std::size_t>(search.current);
    const auto& hits = search.run.page.messages;
    if (search.current >= 0 && index < hits.size()) pane.hit = hits[index].message;
}

void draw_messages(
    const Conversation& row, const ThreadWindow& thread, const UiState& state, ThreadPane& pane, Commands& out
) {
    const ui::NodeKey key = ui::key_of(pane.ui, "log", row.id.value);
    ThreadView& view = pane.view;
    const float browser_top = pane.ui.scroll_top(key);
    view.log = key;
    take_scrolling(pane, browser_top);
    sync_layout(pane, state.thread_revision);
    if (!view.has_entered) enter(pane);
    take_message_keys(pane);
    lead_to_target(pane, state.target);
    const double top = settle(pane);
    view.last_top = static_cast<float>(top);
    ui::ScrollerSpec spec{static_cast<float>(pane.content_height()), std::nullopt, view.scroll_revision};
    if (std::abs(view.last_top - browser_top) >= 1) {
        spec.scroll_to = view.last_top;
        spec.scroll_revision = ++view.scroll_revision;
    }
    {
        const ui::Label label = fill(pane.ui.words.thread.messages_with, {pane.contact});
        ui::Scroller log(pane.ui, {ui::Role::kLog, label, pane.rect, key, spec, view.last_top});
        draw_rows(pane, top, out);
        draw_sticky_date(pane, top);
        if (ui::has_visible_focus(pane.ui, key)) {
            const ui::Rect& edge = pane.rect;
            ui::focus_ring(pane.ui, {edge.x + 4, edge.y + 4, edge.width - 8, edge.height - 8}, 4, 0);
        }
    }
    draw_jump_button(pane, out);
    ask_for_more(pane, thread, state.load, top, out);
    mark_read(row, state, pane, out);
}

}  // namespace

std::uint64_t first_unread(const std::vector<Message>& messages, int unread) {
    std::uint64_t first = 0;
    int left = unread;
    for (auto message = messages.rbegin(); message != messages.rend() && left > 0; ++message) {
        if (message->direction != Direction::kInbound) continue;
        first = message_key(*message);
        --left;
    }
    return first;
}

int count_new(const std::vector<Message>& messages, std::uint64_t last_seen) {
    int count = 0;
    for (const auto& message : std::ranges::reverse_view(messages)) {
        if (message_key(message) == last_seen) return count;
        if (message.direction == Direction::kInbound) ++count;
    }
    return 0;  // what was last seen is not loaded any more
}

void follow_latest(ThreadView& view) {
    view.is_following = true;
    view.wants_end = true;
    view.new_below = 0;
}

void draw_thread(
    const Inbox& inbox,
    const UiState& state,
    ThreadView& view,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
) {
    draw_background(ui, rect);
    const Conversation* row = find_conversation(inbox, state.open);
    const ThreadWindow* thread = find_thread(inbox, state.open);
    if (view.conversation != state.open) {
        const int scroll_revision = view.scroll_revision;
        view = {};
        view.scroll_revision = scroll_revision;
        view.conversation = state.open;
        view.unread_at_entry = row == nullptr ? 0 : row->unread;
    }
    if (!state.load.error.empty()) return draw_load_error(state, ui, rect, out);
    if (row == nullptr || thread == nullptr || state.load.is_loading_first) {
        view.is_remounted = true;
        return draw_skeleton(ui, rect);
    }
    ThreadPane pane{
        thread->messages, view, ui, rect, display_name(*row), thread->has_older, thread->has_newer};
    pane.reactions = thread->reactions;
    pane.player = &state.player;
    pane.is_unreachable = row->is_unreachable;
    pane.may_repair = may(state, permission::kSend) && !row->is_blocked;
    pane.may_renew = may_open(state, SettingsSection::kNumbers);
    // From the number that this conversation goes by, where it can: only the server knows its own first.
    const bool is_choice = inbox.accounts.size() > 1 && row->platform == Platform::kWhatsApp;
    if (can_start(state)) pane.may_start_from = is_choice ? row->account : AccountId{};
    pane.known_links = row->links;
    take_search(pane, state.thread_search);
    pane.sent_files = &state.sent_files;
    draw_messages(*row, *thread, state, pane, out);
}

}  // namespace roost
