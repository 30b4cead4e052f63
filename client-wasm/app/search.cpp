// Searching: asks when the reader pauses, takes the newest answer only, and goes to what was chosen.
#include <algorithm>
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr UnixMillis kPause = 180;  // of typing, before the server is asked
constexpr int kHitsInThread = 200;
constexpr int kHitsInList = 30;
constexpr int kHitsInPalette = 8;

// What was asked before is answered no more.
void begin_anew(SearchRun& run, std::string text, UnixMillis now) {
    run.question.value = std::move(text);
    run.generation = 0;
    run.is_loading = run.is_loading_more = false;
    run.ask_at = trim(run.question.value).empty() ? 0 : now + kPause;
    if (run.ask_at != 0) return;
    run.has_answer = false;
    run.error.clear();
    run.page = {};
}

}  // namespace

void Client::execute(const SearchInbox& command) {
    ListSearch& search = state_.search;
    begin_anew(search.run, command.text, platform_.now());
    search.cursor = -1;
}

void Client::execute(const SearchFor& command) {
    ListSearch& search = state_.search;
    begin_anew(search.run, "", platform_.now());
    search.run.question.set(command.text);
    search.cursor = -1;
    search.wants_field_focus = true;
    if (!trim(command.text).empty()) ask(search.run, {}, "");
}

void Client::execute(const CloseSearch&) {
    SearchRun& run = state_.search.run;
    begin_anew(run, "", platform_.now());
    run.question.set("");
    state_.search.cursor = -1;
}

void Client::execute(const SearchPalette& command) {
    begin_anew(state_.palette_search, command.text, platform_.now());
}

void Client::execute(const SearchAgain&) {
    if (!state_.search.run.error.empty()) ask(state_.search.run, {}, "");
    if (!state_.thread_search.run.error.empty())
        ask(state_.thread_search.run, state_.thread_search.conversation, "");
}

void Client::execute(const LoadMoreHits&) {
    SearchRun& run = state_.search.run;
    if (run.page.next.empty() || run.is_loading || run.is_loading_more || run.ask_at != 0) return;
    ask(run, {}, run.page.next);
}

void Client::execute(const OpenThreadSearch&) {
    ThreadSearch& search = state_.thread_search;
    if (!state_.open) return;
    search.wants_field_focus = true;
    if (search.conversation == state_.open) return;
    begin_anew(search.run, "", platform_.now());
    search.run.question.set("");
    search.current = -1;
    search.conversation = state_.open;
}

void Client::execute(const CloseThreadSearch&) {
    ThreadSearch& search = state_.thread_search;
    begin_anew(search.run, "", platform_.now());
    search.current = -1;
    search.conversation = {};
    thread_changed();
}

void Client::execute(const SearchThread& command) {
    begin_anew(state_.thread_search.run, command.text, platform_.now());
    state_.thread_search.current = -1;
    thread_changed();
}

void Client::execute(const StepHit& command) {
    ThreadSearch& search = state_.thread_search;
    const int count = static_cast<int>(search.run.page.messages.size());
    if (count == 0) return;
    if (search.current + command.step >= count && !search.run.page.next.empty()) {
        if (!search.run.is_loading_more) ask(search.run, search.conversation, search.run.page.next);
        return;
    }
    search.current = (search.current + command.step + count) % count;
    show_hit();
}

void Client::execute(const GoToMessage& command) {
    go_to(command.conversation, command.message, Going::kByChoice);
}

// The hit of the thread search that the reader stands at.
void Client::show_hit() {
    const ThreadSearch& search = state_.thread_search;
    const auto index = static_cast<std::size_t>(search.current);
    if (search.current < 0 || index >= search.run.page.messages.size()) return;
    go_to(search.conversation, search.run.page.messages[index].message, Going::kAmongHits);
    const auto total = static_cast<int>(search.run.page.messages.size());
    const Locale& locale = state_.locale;
    platform_.announce(
        fill(
            locale.words().search.place,
            {locale.number(search.current + 1), locale.number(search.run.page.total.value_or(total))}
        ),
        false
    );
}

void Client::ask_due() {
    const UnixMillis now = platform_.now();
    const auto is_due = [now](const SearchRun& run) { return run.ask_at != 0 && now >= run.ask_at; };
    if (is_due(state_.search.run)) ask(state_.search.run, {}, "");
    ThreadSearch& search = state_.thread_search;
    if (is_due(search.run)) ask(search.run, search.conversation, "");
    if (is_due(state_.palette_search)) ask(state_.palette_search, {}, "");
}

UnixMillis Client::search_wakes_at() const {
    UnixMillis first = 0;
    for (const SearchRun* run : {&state_.search.run, &state_.thread_search.run, &state_.palette_search}) {
        if (run->ask_at != 0 && (first == 0 || run->ask_at < first)) first = run->ask_at;
    }
    return first;
}

void Client::ask(SearchRun& run, ConversationId conversation, const std::string& cursor) {
    run.ask_at = 0;
    (cursor.empty() ? run.is_loading : run.is_loading_more) = true;
    const int generation = ++search_generation_;
    run.generation = generation;
    const bool is_first = cursor.empty();
    const std::string question(trim(run.question.value));
    ThreadSearch& thread = state_.thread_search;
    const bool is_in_palette = &run == &state_.palette_search;
    const int limit = &run == &thread.run ? kHitsInThread : is_in_palette ? kHitsInPalette : kHitsInList;
    // The runs are parts of the state, which lives as long as the client.
    api_.search({question, conversation, cursor, limit}, [=, this, &run, &thread](Result<SearchPage> page) {
        if (!state_.is_signed_in || generation != run.generation) return;
        take_answer(run, question, std::move(page));
        if (!state_.is_signed_in) return;
        // What the palette found is said by its list.
        if (!is_in_palette && (is_first || !run.error.empty())) say_answer(run);
        if (&run != &thread.run) return;
        if (!run.page.messages.empty()) thread.current = thread.current < 0 ? 0 : thread.current + 1;
        show_hit();
    });
}

void Client::take_answer(SearchRun& run, const std::string& question, Result<SearchPage> page) {
    const bool is_more = std::exchange(run.is_loading_more, false);
    run.is_loading = false;
    ++run.revision;
    if (!page) {
        if (page.error().code == ErrorCode::kUnauthorized) return signed_out();
        run.error = sentence_of(state_.locale.words(), page.error());
        return;
    }
    run.error.clear();
    run.has_answer = true;
    run.asked = question;
    if (!is_more) {
        run.page = *std::move(page);
        return;
    }
    run.page.next = std::move(page->next);
    run.page.is_partial = run.page.is_partial || page->is_partial;
    run.page.rows.merge(page->rows);
    std::move(page->messages.begin(), page->messages.end(), std::back_inserter(run.page.messages));
}

void Client::say_answer(const SearchRun& run) {
    if (!run.error.empty()) return platform_.announce(run.error, true);
    const auto count = run.page.conversations.size() + run.page.messages.size();
    const Locale& locale = state_.locale;
    const SearchWords& words = locale.words().search;
    if (count == 0) return platform_.announce(fill(words.empty, {run.asked}), false);
    // Where the number is only what is loaded, it would be wrong to say it.
    if (run.page.next.empty())
        platform_.announce(locale.count(words.found, static_cast<std::int64_t>(count)), false);
}

}  // namespace roost
