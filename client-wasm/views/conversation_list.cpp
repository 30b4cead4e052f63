#include "client-wasm/views/conversation_list.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client-wasm/views/account_strip.h"
#include "client-wasm/views/connection.h"
#include "client-wasm/views/conversation_row.h"
#include "client-wasm/views/notice_strip.h"
#include "client-wasm/views/owners.h"
#include "client-wasm/views/record_filter.h"
#include "client-wasm/views/search.h"
#include "client-wasm/views/start_button.h"

namespace roost {

namespace {

constexpr float kTabsHeight = 44;

struct TabSpec {
    std::string_view label;
    std::string_view key;
    std::optional<Platform> platform;
    int count;
};

std::array<TabSpec, 4> tabs_of(const ListWords& words, const UnreadCounts& counts) {
    return {
        {{words.all, "all", std::nullopt, counts.all},
         {"WhatsApp", "whatsapp", Platform::kWhatsApp, counts.whatsapp},
         {"Messenger", "messenger", Platform::kMessenger, counts.messenger},
         {"Instagram", "instagram", Platform::kInstagram, counts.instagram}}};
}

std::string shown_on(const TabSpec& tab, const Locale& locale) {
    std::string words(tab.label);
    if (tab.count > 0) words.append(" ").append(locale.number(tab.count));
    return words;
}

// Returns the width taken.
float platform_tab(
    ui::Ui& ui, const TabSpec& tab, bool is_selected, float x, const ui::Rect& bar, Commands& out
) {
    const ui::Colour colour = is_selected ? ui.theme.accent : ui.theme.text_secondary;
    auto style = ui::secondary_style(colour, is_selected ? 600 : 400);
    style.has_tabular_numbers = true;
    const std::string words = shown_on(tab, ui.locale);
    const float width = ui.text.width(words, style);
    const ui::Rect rect{x, bar.y, width, bar.height};
    ui::draw_text(ui, x, bar.y + 13, words, style);
    const bool is_hot = ui::is_hovered(ui, rect);
    if (is_selected) ui::fill(ui, {x, bar.y + bar.height - 3, width, 3}, ui.theme.accent, 1.5F);
    if (is_hot && !is_selected) ui::fill(ui, {x, bar.y + bar.height - 2, width, 2}, ui.theme.control, 1);
    const ui::NodeKey key = ui::key_of(ui, tab.key);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, {x - 2, bar.y + 8, width + 4, 28}, 6, 0);
    std::string label(tab.label);
    if (tab.count > 0) label = ui.locale.count(ui.words.list.tab_unread, tab.count, {tab.label});
    const float wide = std::max(width, 44.0F);
    const ui::Rect hit{x - (wide - width) / 2, bar.y, wide, bar.height};
    ui::Node& node = ui::record(ui, ui::Role::kTab, label, hit, key);
    node.is_selected = is_selected;
    node.is_focusable = is_selected;  // arrows lead to the others
    if (ui::was_activated(ui, key)) out.push_back(ShowPlatform{tab.platform});
    return width;
}

// Arrows go around the tabs, Home and End to the first and last.
void move_among_tabs(ui::Ui& ui, const std::array<TabSpec, 4>& tabs) {
    for (const ui::Key& key : ui.input.keys) {
        for (std::size_t i = 0; i < tabs.size(); ++i) {
            if (ui.input.focus != ui::key_of(ui, tabs[i].key)) continue;
            std::size_t to = i;
            if (key.name == "ArrowRight") to = (i + 1) % tabs.size();
            if (key.name == "ArrowLeft") to = (i + tabs.size() - 1) % tabs.size();
            if (key.name == "Home") to = 0;
            if (key.name == "End") to = tabs.size() - 1;
            if (to != i) ui.wanted_focus = ui::key_of(ui, tabs[to].key);
        }
    }
}

void draw_tabs(
    const Inbox& inbox, const ConversationListState& list, ui::Ui& ui, const ui::Rect& bar, Commands& out
) {
    ui::hairline(ui, bar.x, bar.y + bar.height - 1, bar.width, ui.theme.border);
    ui::Scope scope(ui, ui::Role::kTabList, ui.words.list.platforms, bar, ui::key_of(ui, "platforms"));
    const auto tabs = tabs_of(ui.words.list, inbox.counts);
    float widths = 0;
    for (const TabSpec& tab : tabs)
        widths += ui.text.width(shown_on(tab, ui.locale), ui::secondary_style(0));
    const float gap = std::clamp((bar.width - 32 - widths) / 3, 8.0F, 40.0F);
    float x = bar.x + 16;
    move_among_tabs(ui, tabs);
    for (const TabSpec& tab : tabs)
        x += gap + platform_tab(ui, tab, tab.platform == list.platform, x, bar, out);
}

void draw_empty(const ConversationListState& list, ui::Ui& ui, const ui::Rect& rect) {
    const float middle = rect.y + std::min(rect.height / 2, 220.0F);
    ui::draw_icon(ui, ui::Icon::kInbox, rect.x + rect.width / 2 - 14, middle - 64, 28, ui.theme.accent);
    const ListWords& words = ui.words.list;
    const std::string_view title = list.record     ? ui.words.records.filtered_empty
                                   : list.owner    ? ui.words.team.filtered_empty
                                   : list.platform ? words.empty_filtered
                                                   : words.empty;
    const std::string_view note = words.empty_note;
    auto title_style = ui::name_style(ui.theme.text);
    title_style.weight = 600;
    const auto note_style = ui::secondary_style(ui.theme.text_secondary);
    const float title_width = ui.text.width(title, title_style);
    ui::text_node(ui, rect.x + (rect.width - title_width) / 2, middle - 20, title, title_style);
    const float note_width = ui.text.width(note, note_style);
    ui::text_node(ui, rect.x + (rect.width - note_width) / 2, middle + 6, note, note_style, rect.width - 16);
}

bool has_more(const Inbox& inbox, const ConversationListState& list) {
    if (!inbox.boundary) return false;
    if (list.record) return list.record_pages.has_more;
    if (list.owner) return list.owner_pages.has_more;
    if (!list.platform) return true;
    const auto pages = list.pages.find(*list.platform);
    return pages == list.pages.end() || pages->second.has_more;
}

struct ListPane {
    ui::Rect rect;
    ui::NodeKey key = 0;
    float top = 0;
    float content_height = 0;
};

ui::NodeKey row_key(ui::NodeKey list, ConversationId id) {
    return ui::make_key(list, "row", id.value);
}

// Brings the row of the keyboard's cursor into view and asks for the focus.
void follow_cursor(ConversationListState& list, ui::Ui& ui, ListPane& pane) {
    if (list.wants_first_focus && !list.rows.empty()) {
        list.wants_first_focus = false;
        list.cursor = list.rows.front()->id;
        list.wants_cursor_focus = true;
    }
    if (!list.wants_cursor_focus) return;
    list.wants_cursor_focus = false;
    const auto found = std::find_if(list.rows.begin(), list.rows.end(), [&](const auto* row) {
        return row->id == list.cursor;
    });
    if (found == list.rows.end()) return;
    const float y = static_cast<float>(found - list.rows.begin()) * kConversationRowHeight;
    const float lowest = y + kConversationRowHeight - pane.rect.height;
    const float wanted = std::clamp(pane.top, std::max(0.0F, lowest), y);
    if (wanted != pane.top) {
        pane.top = wanted;
        list.scroll_to = wanted;
        ++list.scroll_revision;
    }
    ui.wanted_focus = row_key(pane.key, list.cursor);
}

// One row is in the Tab order: where the reader was, what is open, or the first on the screen.
void draw_rows(
    const Inbox& inbox,
    const UiState& state,
    ConversationListState& list,
    ui::Ui& ui,
    const ListPane& pane,
    Commands& out
) {
    const std::size_t count = list.rows.size();
    const auto index_at = [&](float y) {
        const float index = std::floor(std::max(0.0F, y) / kConversationRowHeight);
        return std::min(count, static_cast<std::size_t>(index));
    };
    const std::size_t from = index_at(pane.top - pane.rect.height);
    const std::size_t to = std::min(count, index_at(pane.top + 2 * pane.rect.height) + 1);
    std::size_t stop = 0, rank = 0;
    for (std::size_t i = from; i < to; ++i) {
        const Conversation& row = *list.rows[i];
        const float y = pane.rect.y + static_cast<float>(i) * kConversationRowHeight - pane.top;
        RowPlace place{
            {pane.rect.x, y, pane.rect.width, kConversationRowHeight}, row_key(pane.key, row.id), i, count};
        place.is_open = row.id == state.open;
        place.is_visible = y + kConversationRowHeight > pane.rect.y && y < pane.rect.y + pane.rect.height;
        place.assignee = row.assignee;
        place.assignee_name = assignee_name(inbox, row.assignee, ui.words);
        if (ui.input.focus == place.key) list.cursor = row.id;
        if (conversation_row(ui, row, place)) out.push_back(OpenConversation{row.id});
        ui.tree.back().is_focusable = false;
        const std::size_t own = row.id == list.cursor ? 3 : place.is_open ? 2 : place.is_visible ? 1 : 0;
        if (own > rank) {
            rank = own;
            stop = ui.tree.size() - 1;
        }
    }
    if (rank > 0) ui.tree[stop].is_focusable = true;
}

void draw_scroller(
    const Inbox& inbox,
    const UiState& state,
    ConversationListState& list,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
) {
    ListPane pane{rect, ui::key_of(ui, "rows"), 0, 0};
    const bool is_more = has_more(inbox, list);
    pane.content_height = static_cast<float>(list.rows.size() + (is_more ? 1 : 0)) * kConversationRowHeight;
    pane.top = std::clamp(ui.scroll_top(pane.key), 0.0F, std::max(0.0F, pane.content_height - rect.height));
    follow_cursor(list, ui, pane);
    ui::ScrollerSpec spec{pane.content_height, std::nullopt, list.scroll_revision};
    if (list.scroll_revision > 0) spec.scroll_to = list.scroll_to;
    ui::Scroller scroller(ui, {ui::Role::kList, ui.words.list.conversations, rect, pane.key, spec, pane.top});
    draw_rows(inbox, state, list, ui, pane, out);
    if (!is_more) return;
    const float y = rect.y + pane.content_height - kConversationRowHeight - pane.top;
    if (y < rect.y + rect.height) skeleton_row(ui, {rect.x, y, rect.width, kConversationRowHeight});
    if (y < rect.y + 2 * rect.height && !list.is_loading_more) out.push_back(LoadMoreConversations{});
}

void draw_header(UiState& state, ui::Ui& ui, const ui::Rect& rect) {
    const float middle = rect.y + rect.height / 2;
    const auto style = ui::title_style(ui.theme.text);
    const std::string_view title = ui.words.list.title;
    const float room = rect.width - 32 - 48 - (can_start(state) ? 48.0F : 0.0F);
    ui::heading(ui, 1, rect.x + 16, middle - 12, title, style, room);
    // Beside the title where the other corner is taken.
    const float after = rect.x + 20 + ui.text.width(title, style);
    const float x = ui.is_phone() ? after : rect.x + rect.width - 52;
    if (can_start(state)) draw_start_button(state, ui, {x, middle - 22, 44, 44});
    const float step = can_start(state) ? 44.0F : 0.0F;
    if (!state.is_narrow)
        draw_menu_button(
            state, ui, filter_menu(ui.words), {ui.is_phone() ? x + step : x - step, middle - 22, 44, 44}
        );
    if (ui.is_phone()) draw_connection_beside(state.connection, ui, rect.x + rect.width - 72, middle);
}

void draw_waiting(const UiState& state, ui::Ui& ui, const ui::Rect& rect) {
    if (!state.snapshot_error.empty()) {
        ui::text_node(
            ui,
            rect.x + 16,
            rect.y + 24,
            state.snapshot_error,
            ui::secondary_style(ui.theme.danger),
            rect.width - 32
        );
        return;
    }
    for (float y = rect.y; y < rect.y + rect.height; y += kConversationRowHeight) {
        skeleton_row(ui, {rect.x, y, rect.width, kConversationRowHeight});
    }
    ui::record(ui, ui::Role::kText, ui.words.list.loading, rect, ui::key_of(ui, "loading")).is_busy = true;
}

}  // namespace

void refresh_rows(const Inbox& inbox, const UiState& state, ConversationListState& list) {
    if (list.rows_revision == state.list_revision && list.rows_platform == list.platform) return;
    list.rows = rows_of(inbox, list);
    list.rows_revision = state.list_revision;
    list.rows_platform = list.platform;
}

ui::NodeKey conversation_list_key(const ui::Ui& ui) {
    return ui::key_of(ui, "inbox");
}

void draw_conversation_list(
    const Inbox& inbox,
    UiState& state,
    ConversationListState& list,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
) {
    ui::fill(ui, rect, ui.theme.panel);
    const ui::Role role = ui.is_phone() ? ui::Role::kMain : ui::Role::kRegion;
    ui::Scope scope(ui, role, ui.words.list.title, {}, conversation_list_key(ui));
    const float header = ui.is_phone() ? 60.0F : 64.0F;
    draw_header(state, ui, {rect.x, rect.y, rect.width, header});
    float y = rect.y + header;
    draw_list_search_field(state, ui, {rect.x, y, rect.width, kSearchFieldSpace}, out);
    y += kSearchFieldSpace;
    const bool has_results = is_searching(state);
    if (!has_results) draw_tabs(inbox, list, ui, {rect.x, y, rect.width, kTabsHeight}, out);
    if (!has_results) y += kTabsHeight;
    if (!has_results) y += draw_record_filter(list, ui, {rect.x, y, rect.width, 0}, out);
    if (!has_results) y += draw_owner_strip(inbox, list, ui, {rect.x, y, rect.width, 0}, out);
    y += draw_connection_strip(state.connection, ui, {rect.x, y, rect.width, 0});
    y += draw_account_strip(inbox, state, ui, {rect.x, y, rect.width, 0}, out);
    y += draw_notice_strip(state, ui, {rect.x, y, rect.width, 0}, out);
    const ui::Rect body{rect.x, y, rect.width, rect.y + rect.height - y};
    if (!state.has_snapshot) return draw_waiting(state, ui, body);
    if (has_results) return draw_search_results(inbox, state, ui, body, out);
    if (list.rows.empty() && !has_more(inbox, list)) return draw_empty(list, ui, body);
    draw_scroller(inbox, state, list, ui, body, out);
}

}  // namespace roost
