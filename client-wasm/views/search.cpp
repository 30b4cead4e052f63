#include "client-wasm/views/search.h"

#include <algorithm>
#include <utility>

#include "client-wasm/views/conversation_row.h"
#include "client-wasm/views/search_field.h"
#include "client-wasm/views/search_rows.h"

namespace roost {

namespace {

constexpr float kHeadingHeight = 36;
constexpr float kConversationHeight = 60;
constexpr float kMessageHeight = 72;
constexpr float kNoteHeight = 56;

ui::NodeKey list_field_key() {
    return ui::make_key(0, "search-inbox");
}
ui::NodeKey results_key() {
    return ui::make_key(0, "search-results");
}
ui::NodeKey thread_field_key() {
    return ui::make_key(0, "search-thread");
}

int row_count(const SearchPage& page) {
    return static_cast<int>(page.conversations.size() + page.messages.size());
}

ui::NodeKey row_key(const SearchPage& page, int index) {
    const auto conversations = static_cast<int>(page.conversations.size());
    if (index < conversations) {
        const auto& row = page.conversations[static_cast<std::size_t>(index)];
        return ui::make_key(results_key(), "conversation", row.id.value);
    }
    const auto& hit = page.messages[static_cast<std::size_t>(index - conversations)];
    return ui::make_key(results_key(), "message", hit.message.value);
}

// Where the parts of the results stand, one below the other.
struct Plan {
    explicit Plan(const SearchPage& page) {
        const auto conversations = static_cast<float>(page.conversations.size());
        const auto messages = static_cast<float>(page.messages.size());
        const float first = conversations > 0 ? kHeadingHeight + conversations * kConversationHeight : 0;
        messages_at = first;
        const float second = messages > 0 ? kHeadingHeight + messages * kMessageHeight : 0;
        notes_at = first + second;
        height = notes_at + (page.next.empty() ? 0 : kMessageHeight) + (page.is_partial ? kNoteHeight : 0);
        count = static_cast<int>(page.conversations.size());
    }
    ui::Rect row(int index) const {
        if (index < count)
            return {
                0, kHeadingHeight + static_cast<float>(index) * kConversationHeight, 0, kConversationHeight};
        const auto place = static_cast<float>(index - count);
        return {0, messages_at + kHeadingHeight + place * kMessageHeight, 0, kMessageHeight};
    }

    float messages_at = 0;
    float notes_at = 0;
    float height = 0;
    int count = 0;  // of conversations
};

void choose(const UiState& state, int index, Commands& out) {
    const SearchPage& page = state.search.run.page;
    const auto conversations = static_cast<int>(page.conversations.size());
    if (index < 0 || index >= row_count(page)) return;
    if (index < conversations) {
        out.push_back(OpenConversation{page.conversations[static_cast<std::size_t>(index)].id});
        return;
    }
    const auto& hit = page.messages[static_cast<std::size_t>(index - conversations)];
    out.push_back(GoToMessage{hit.conversation, hit.message});
}

struct ResultsPane {
    ui::Rect rect;
    float top = 0;
    text::SearchTerms terms;
};

void draw_heading(ui::Ui& ui, const ResultsPane& pane, float at, std::string_view words) {
    const auto style = ui::secondary_style(ui.theme.text_secondary, 600);
    const float y = pane.rect.y + at - pane.top + 12;
    ui::draw_text(ui, pane.rect.x + 16, y, words, style, pane.rect.width - 32);
    const ui::Rect rect{pane.rect.x + 16, y, std::max(1.0F, ui.text.width(words, style)), style.line_height};
    ui::record(
        ui, ui::Role::kHeading, words, rect, ui::key_of(ui, "heading", static_cast<std::int64_t>(at) + 1)
    )
        .level = 2;
}

void draw_headings(ui::Ui& ui, const ResultsPane& pane, const Plan& plan, const SearchPage& page) {
    const SearchWords& words = ui.words.search;
    if (!page.conversations.empty()) {
        const auto count = static_cast<std::int64_t>(page.conversations.size());
        draw_heading(ui, pane, 0, ui.locale.count(words.conversations, count));
    }
    if (page.messages.empty()) return;
    const auto count = static_cast<std::int64_t>(page.messages.size());
    const std::string counted = ui.locale.count(words.messages, count);
    draw_heading(ui, pane, plan.messages_at, page.next.empty() ? counted : std::string(words.more));
}

void draw_result(
    const Inbox& inbox,
    const UiState& state,
    ui::Ui& ui,
    const ResultsPane& pane,
    const Plan& plan,
    int index,
    Commands& out
) {
    const SearchPage& page = state.search.run.page;
    ResultPlace place;
    place.rect = plan.row(index);
    place.rect.x = pane.rect.x;
    place.rect.width = pane.rect.width;
    place.rect.y += pane.rect.y - pane.top;
    const float lower = place.rect.y + place.rect.height;
    const float page_height = pane.rect.height;
    if (lower < pane.rect.y - page_height || place.rect.y > pane.rect.y + 2 * page_height) return;
    place.is_visible = lower > pane.rect.y && place.rect.y < pane.rect.y + page_height;
    place.key = row_key(page, index);
    place.index = index;
    place.count = page.next.empty() ? row_count(page) : -1;
    bool was_chosen = false;
    if (index < plan.count) {
        const Conversation& known = page.conversations[static_cast<std::size_t>(index)];
        place.is_open = known.id == state.open;
        was_chosen = conversation_result(ui, known, pane.terms, place);
    } else {
        const SearchHit& hit = page.messages[static_cast<std::size_t>(index - plan.count)];
        const auto row = page.rows.find(hit.conversation);
        const Conversation* known = find_conversation(inbox, hit.conversation);
        if (known == nullptr && row != page.rows.end()) known = &row->second;
        place.is_open = hit.conversation == state.open && hit.message == state.target.message;
        was_chosen = message_result(ui, hit, known, pane.terms, place);
    }
    // One row is in the Tab order.
    ui.tree.back().is_focusable = index == std::max(0, state.search.cursor);
    if (was_chosen) choose(state, index, out);
}

// Brings the keyboard's row into view and asks for the focus.
std::optional<float> follow_cursor(
    ListSearch& search, ui::Ui& ui, const ResultsPane& pane, const Plan& plan
) {
    if (!std::exchange(search.wants_cursor_focus, false)) return std::nullopt;
    if (search.cursor < 0 || search.cursor >= row_count(search.run.page)) return std::nullopt;
    ui.wanted_focus = row_key(search.run.page, search.cursor);
    const ui::Rect row = plan.row(search.cursor);
    const float above = search.cursor == 0 || search.cursor == plan.count ? row.y - kHeadingHeight : row.y;
    const float wanted = std::clamp(pane.top, std::max(0.0F, row.y + row.height - pane.rect.height), above);
    if (wanted == pane.top) return std::nullopt;
    return wanted;
}

void draw_state(UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    const SearchRun& run = state.search.run;
    const SearchWords& words = ui.words.search;
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    const float y = rect.y + 24;
    if (!run.error.empty()) {
        ui::text_node(ui, rect.x + 16, y, run.error, ui::secondary_style(ui.theme.danger), rect.width - 32);
        const ui::Rect again{rect.x + 8, y + 28, 140, 44};
        if (ui::button(
                ui, {.label = ui.words.thread.try_again, .rect = again, .kind = ui::ButtonKind::kQuiet}
            ))
            out.push_back(SearchAgain{});
        return;
    }
    if (!run.has_answer) {
        for (float at = rect.y; at < rect.y + rect.height; at += kMessageHeight)
            skeleton_row(ui, {rect.x, at, rect.width, kMessageHeight});
        ui::record(ui, ui::Role::kText, words.loading, rect, ui::key_of(ui, "searching")).is_busy = true;
        return;
    }
    ui::draw_icon(ui, ui::Icon::kSearch, rect.x + rect.width / 2 - 14, rect.y + 64, 28, ui.theme.accent);
    auto title = ui::name_style(ui.theme.text);
    title.weight = 600;
    const std::string nothing = fill(words.empty, {run.asked});
    const float room = rect.width - 32;
    const float width = std::min(room, ui.text.width(nothing, title));
    ui::text_node(ui, rect.x + (rect.width - width) / 2, rect.y + 108, nothing, title, room);
    const float note = std::min(room, ui.text.width(words.empty_note, style));
    ui::text_node(ui, rect.x + (rect.width - note) / 2, rect.y + 136, words.empty_note, style, room);
}

constexpr float kStepButtons = 3 * 44 + 4;

// "2 of 7", that there is none, or what went wrong; empty while nothing is known.
std::string place_among_hits(const ui::Ui& ui, const ThreadSearch& search) {
    const SearchRun& run = search.run;
    if (!run.error.empty()) return run.error;
    const auto count = static_cast<std::int64_t>(run.page.messages.size());
    if (search.current < 0) return run.has_answer && count == 0 ? std::string(ui.words.search.none) : "";
    const auto total = run.page.total ? std::int64_t{*run.page.total} : count;
    return fill(ui.words.search.place, {ui.locale.number(search.current + 1), ui.locale.number(total)});
}

void draw_step_buttons(UiState& state, ui::Ui& ui, const ui::Rect& first, Commands& out) {
    const SearchWords& words = ui.words.search;
    const bool has_none = state.thread_search.run.page.messages.empty();
    float x = first.x;
    const auto round = [&](std::string_view label, ui::Icon icon, bool is_disabled) {
        const ui::ButtonSpec spec{
            .label = label,
            .rect = {std::exchange(x, x + first.width), first.y, first.width, first.height},
            .kind = ui::ButtonKind::kRound,
            .icon = icon,
            .is_disabled = is_disabled};
        return ui::button(ui, spec);
    };
    if (round(words.older, ui::Icon::kUp, has_none)) out.push_back(StepHit{1});
    if (round(words.newer, ui::Icon::kDown, has_none)) out.push_back(StepHit{-1});
    if (!round(words.close, ui::Icon::kClose, false)) return;
    out.push_back(CloseThreadSearch{});
    state.composer.wants_focus = true;
}

// Closes the search that the reader is in, the bar before the results.
bool leave_search(UiState& state, const ui::Ui& ui, const ui::Key& key, Commands& out) {
    const bool is_in_list_field = ui.input.focus == list_field_key();
    const bool is_in_thread_field = ui.input.focus == thread_field_key();
    if (state.thread_search.is_open() && (is_in_thread_field || !key.is_in_field)) {
        out.push_back(CloseThreadSearch{});
        state.composer.wants_focus = true;
        return true;
    }
    if (key.is_in_field ? !is_in_list_field : !is_searching(state)) return false;
    out.push_back(CloseSearch{});
    ConversationListState& list = state.list;
    if (state.open) list.cursor = state.open;
    list.wants_cursor_focus = static_cast<bool>(list.cursor);
    list.wants_first_focus = !list.cursor;
    return true;
}

}  // namespace

bool is_searching(const UiState& state) {
    const SearchRun& run = state.search.run;
    return run.ask_at != 0 || run.is_loading || run.has_answer || !run.error.empty();
}

void step_search_cursor(UiState& state, int step) {
    ListSearch& search = state.search;
    const int count = row_count(search.run.page);
    search.cursor = std::clamp(search.cursor + step, -1, count - 1);
    search.wants_field_focus = search.cursor < 0;
    search.wants_cursor_focus = search.cursor >= 0;
}

void draw_list_search_field(UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    ListSearch& search = state.search;
    const float height = ui.is_phone() ? 44.0F : 38.0F;
    const SearchFieldBox box{
        .label = ui.words.search.field,
        .rect = {rect.x + 16, rect.y + (ui.is_phone() ? 0.0F : 2.0F), rect.width - 32, height},
        .key = list_field_key(),
        .hint = ui.is_phone() ? "" : "/",
        .can_be_cleared = true,
        .keys_taken = ui::KeysTaken::kRows};  // into the results
    if (std::exchange(search.wants_field_focus, false)) ui.wanted_focus = box.key;
    const SearchFieldNews news = search_field(ui, search.run.question, box);
    if (news.text) out.push_back(SearchInbox{*news.text});
    if (news.was_submitted) choose(state, std::max(0, search.cursor), out);
    if (!news.was_cleared) return;
    out.push_back(CloseSearch{});
    ui.wanted_focus = box.key;
}

void draw_search_results(
    const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
) {
    ListSearch& search = state.search;
    const SearchPage& page = search.run.page;
    if (row_count(page) == 0) return draw_state(state, ui, rect, out);
    const Plan plan(page);
    ResultsPane pane{rect, 0, text::search_terms(search.run.asked)};
    pane.top = std::clamp(ui.scroll_top(results_key()), 0.0F, std::max(0.0F, plan.height - rect.height));
    if (const auto wanted = follow_cursor(search, ui, pane, plan)) {
        pane.top = *wanted;
        search.scroll_to = *wanted;
        ++search.scroll_revision;
    }
    ui::ScrollerSpec spec{plan.height, std::nullopt, search.scroll_revision};
    if (search.scroll_revision > 0) spec.scroll_to = search.scroll_to;
    ui::Scroller scroller(
        ui, {ui::Role::kGroup, ui.words.search.results, rect, results_key(), spec, pane.top}
    );
    scroller.node().is_busy = search.run.is_loading;
    draw_headings(ui, pane, plan, page);
    {
        // A list holds nothing but its rows.
        const ui::Scope rows(ui, ui::Role::kList, ui.words.search.results, {}, ui::key_of(ui, "rows"));
        for (int index = 0; index < row_count(page); ++index)
            draw_result(inbox, state, ui, pane, plan, index, out);
    }
    float y = rect.y + plan.notes_at - pane.top;
    if (!page.next.empty()) {
        if (y < rect.y + rect.height) skeleton_row(ui, {rect.x, y, rect.width, kMessageHeight});
        if (y < rect.y + 2 * rect.height && !search.run.is_loading_more) out.push_back(LoadMoreHits{});
        y += kMessageHeight;
    }
    if (!page.is_partial) return;
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    ui::text_node(ui, rect.x + 16, y + 16, ui.words.search.partial, style, rect.width - 32);
}

void draw_thread_search(UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    ThreadSearch& search = state.thread_search;
    const SearchWords& words = ui.words.search;
    ui::Scope scope(ui, ui::Role::kGroup, words.in_conversation, {}, ui::key_of(ui, "thread-search"));
    ui::fill(ui, rect, ui.theme.panel);
    ui::hairline(ui, rect.x, rect.y + rect.height - 1, rect.width, ui.theme.border);
    const float middle = rect.y + rect.height / 2;
    const std::string place = place_among_hits(ui, search);
    const bool has_failed = !search.run.error.empty();
    auto style = ui::secondary_style(has_failed ? ui.theme.danger : ui.theme.text_secondary);
    style.has_tabular_numbers = true;
    const float said = place.empty() ? 0 : std::min(ui.text.width(place, style), rect.width * 0.3F) + 12;
    const SearchFieldBox box{
        .label = words.in_conversation,
        .rect = {rect.x + 16, middle - 19, rect.width - 28 - said - kStepButtons, 38},
        .key = thread_field_key(),
        .hint = {}};
    if (std::exchange(search.wants_field_focus, false)) ui.wanted_focus = box.key;
    const SearchFieldNews news = search_field(ui, search.run.question, box);
    if (news.text) out.push_back(SearchThread{*news.text});
    if (news.was_submitted) out.push_back(StepHit{1});
    const float x = box.rect.x + box.rect.width + 12;
    if (!place.empty()) ui::text_node(ui, x, middle - 9, place, style, said);
    draw_step_buttons(state, ui, {rect.x + rect.width - kStepButtons, middle - 22, 44, 44}, out);
}

bool take_search_key(UiState& state, const ui::Ui& ui, const ui::Key& key, Commands& out) {
    if (state.overlay != Overlay::kNone) return false;
    const bool is_in_list_field = ui.input.focus == list_field_key();
    if (key.has_control) {
        if (!key.has_shift || (key.name != "F" && key.name != "f") || !state.open) return false;
        out.push_back(OpenThreadSearch{});
        return true;
    }
    if (key.name == "Escape") return leave_search(state, ui, key, out);
    if (key.name == "/" && !key.is_in_field) {
        state.search.wants_field_focus = true;
        return true;
    }
    if (!is_searching(state) || (key.is_in_field && !is_in_list_field)) return false;
    const bool is_down = key.name == "ArrowDown" || (key.name == "j" && !key.is_in_field);
    const bool is_up = key.name == "ArrowUp" || (key.name == "k" && !key.is_in_field);
    if (is_down || is_up) step_search_cursor(state, is_down ? 1 : -1);
    return is_down || is_up;
}

}  // namespace roost
