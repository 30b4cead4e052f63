// Opening conversations and loading their pages.
#include <algorithm>
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/app/places.h"
#include "client-wasm/words/trouble.h"

namespace roost {

// Another who signs in on this browser finds nothing of it.
std::string draft_key(AgentId agent, ConversationId id) {
    return "draft." + to_string(agent) + "." + to_string(id);
}

namespace {

constexpr std::size_t kThreadsKept = 12;
constexpr UnixMillis kPageRetry = 5 * kSecond;

}  // namespace

void Client::url_changed(std::string_view fragment) {
    if (!state_.is_signed_in || !state_.has_snapshot) return;
    const auto section = settings_in(fragment);
    if (section) return show_settings(*section, false);
    leave_settings(false);
    const auto id = conversation_in(fragment);
    if (!id) return close(false);
    const auto message = message_in(fragment);
    if (message) return go_to(*id, *message, Going::kByUrl);
    // Back from a place in the thread to the thread itself.
    if (*id == state_.open) return jump_to_latest(*id);
    open(*id, {}, false);
}

void Client::leave_settings(bool sets_url) {
    if (shows_settings(state_)) show_settings(SettingsSection::kNone, sets_url);
}

void Client::open(ConversationId id, MessageId message, bool sets_url) {
    leave_settings(sets_url && id == state_.open);
    if (id == state_.open) return;
    quieten();
    put_voice_aside();
    state_.open = id;
    arrivals_ = 0;
    state_.reads_latest = false;
    state_.load = {};
    ++thread_generation_;
    state_.list.cursor = id;
    state_.composer.conversation = id;
    state_.composer.reply_to.reset();
    state_.composer.picker = {};
    state_.composer.completion = {};
    state_.composer.draft.set(platform_.load(draft_key(inbox_.me, id)).value_or(""));
    if (state_.thread_search.conversation != id) execute(CloseThreadSearch{});
    thread_changed();
    if (sets_url) platform_.set_url(fragment_of(id, message), false);
    if (find_conversation(inbox_, id) == nullptr) load_row(id);
    if (message) return show_place(id, message, true);
    state_.target = {{}, {}, state_.target.revision, false};
    const ThreadWindow* thread = find_thread(inbox_, id);
    // A piece that ends before the newest message holds echoes only, or an old place.
    if (thread == nullptr || thread->has_newer || thread->is_loading) load_thread(id);
    forget_threads(inbox_, id, kThreadsKept);
}

void Client::go_to(ConversationId id, MessageId message, Going how) {
    const bool is_choice = how == Going::kByChoice;
    leave_settings(false);
    if (id != state_.open) return open(id, message, is_choice);
    // Back leaves the conversation, however often the reader was led about in it.
    if (is_choice) platform_.set_url(fragment_of(id, message), true);
    show_place(id, message, how != Going::kAmongHits);
}

// The view goes there as soon as the message is loaded.
void Client::show_place(ConversationId id, MessageId message, bool takes_focus) {
    state_.target = {id, message, state_.target.revision + 1, takes_focus};
    thread_changed();
    const ThreadWindow* thread = find_thread(inbox_, id);
    const bool is_loaded =
        thread != nullptr &&
        std::any_of(thread->messages.begin(), thread->messages.end(), [message](const Message& one) {
            return one.id == message;
        });
    if (!is_loaded) load_thread(id, message);
    forget_threads(inbox_, id, kThreadsKept);
}

void Client::jump_to_latest(ConversationId id) {
    if (id != state_.open) return;
    if (message_in(platform_.url())) platform_.set_url(fragment_of(id), true);
    const ThreadWindow* thread = find_thread(inbox_, id);
    if (thread != nullptr && thread->has_newer) load_thread(id);
}

void Client::close(bool sets_url) {
    if (!state_.open) return;
    quieten();
    put_voice_aside();
    // Back where the reader came from.
    state_.list.cursor = state_.open;
    state_.list.wants_cursor_focus = true;
    state_.search.wants_cursor_focus = state_.search.cursor >= 0;
    if (state_.thread_search.is_open()) execute(CloseThreadSearch{});
    state_.open = {};
    state_.load = {};
    state_.composer = {};
    thread_changed();
    if (sets_url) platform_.set_url(fragment_of({}), false);
}

void Client::load_thread(ConversationId id, MessageId around) {
    state_.load.error.clear();
    // What was asked for before it is not what the reader wants any more.
    if (state_.load.is_loading_first && !around && !state_.load.around) return;
    state_.load.is_loading_first = true;
    state_.load.is_loading_older = state_.load.is_loading_newer = false;
    state_.load.around = around;
    begin_loading(inbox_, id);
    const net::PageSide side = around ? net::PageSide::kAround : net::PageSide::kNewest;
    const int generation = ++thread_generation_;
    api_.messages(id, side, around, [this, id, around, generation](const Result<MessagePage>& page) {
        // Another page of the open thread is on its way: it decides.
        if (id == state_.open && generation != thread_generation_) return;
        take_first_page(id, around, page);
    });
}

void Client::take_first_page(ConversationId id, MessageId around, const Result<MessagePage>& page) {
    if (!state_.is_signed_in) return;
    const bool is_open = id == state_.open;
    if (page) {
        apply_page(inbox_, *page, PagePlace::kReplace);
    } else if (page.error().code == ErrorCode::kUnauthorized) {
        return signed_out();
    } else {
        end_loading(inbox_, id);
        if (is_open && around && page.error().code == ErrorCode::kNotFound) return message_missing(id);
        if (is_open) state_.load.error = sentence_of(state_.locale.words(), page.error());
    }
    if (!is_open) return;
    state_.load.is_loading_first = false;
    thread_changed();
}

// A link to a message that is gone: the thread is shown all the same.
void Client::message_missing(ConversationId id) {
    platform_.announce(state_.locale.words().search.unknown_message, true);
    state_.load.is_loading_first = false;
    state_.target = {{}, {}, state_.target.revision, false};
    platform_.set_url(fragment_of(id), true);
    const ThreadWindow* thread = find_thread(inbox_, id);
    if (thread == nullptr || thread->messages.empty() || thread->has_newer) load_thread(id);
    thread_changed();
}

void Client::load_row(ConversationId id) {
    api_.conversation(id, [this, id](const Result<Conversation>& row) {
        if (!state_.is_signed_in) return;
        if (row) {
            take_row(*row);
        } else if (id == state_.open && row.error().code == ErrorCode::kNotFound) {
            platform_.announce(state_.locale.words().thread.unknown_conversation, true);
            close(true);
        }
    });
}

// A single row says nothing about how far the list is loaded.
void Client::take_row(const Conversation& row) {
    const auto boundary = inbox_.boundary;
    apply_page(inbox_, ConversationPage{{row}, true});
    inbox_.boundary = boundary;
    list_changed();
    thread_changed();
}

void Client::load_older(ConversationId id) {
    const ThreadWindow* thread = find_thread(inbox_, id);
    if (thread == nullptr || !thread->has_older) return;
    const auto first = std::find_if(
        thread->messages.begin(), thread->messages.end(), [](const Message& message) { return !!message.id; }
    );
    if (first == thread->messages.end()) return;
    load_beside(id, first->id, PagePlace::kOlder, state_.load.is_loading_older);
}

void Client::load_newer(ConversationId id) {
    const ThreadWindow* thread = find_thread(inbox_, id);
    if (thread == nullptr || !thread->has_newer) return;
    const auto last =
        std::find_if(thread->messages.rbegin(), thread->messages.rend(), [](const Message& message) {
            return !!message.id;
        });
    if (last == thread->messages.rend()) return;
    load_beside(id, last->id, PagePlace::kNewer, state_.load.is_loading_newer);
}

// One page at a time: two would each be laid over what the other has not brought yet.
void Client::load_beside(ConversationId id, MessageId edge, PagePlace place, bool& is_loading) {
    const ThreadWindow* thread = find_thread(inbox_, id);
    if (thread->is_loading || state_.load.is_loading_older || state_.load.is_loading_newer) return;
    is_loading = true;
    begin_loading(inbox_, id);
    const net::PageSide side = place == PagePlace::kOlder ? net::PageSide::kBefore : net::PageSide::kAfter;
    const int generation = ++thread_generation_;
    api_.messages(id, side, edge, [this, id, place, generation](const Result<MessagePage>& page) {
        if (!state_.is_signed_in) return;
        // The window may begin and end elsewhere by now.
        if (id == state_.open && generation != thread_generation_) return;
        const ThreadWindow* window = find_thread(inbox_, id);
        if (window == nullptr || !window->is_loading) return;
        if (page) apply_page(inbox_, *page, place);
        if (!page) end_loading(inbox_, id);
        if (id != state_.open) return;
        if (!page) return page_failed();
        state_.load.is_loading_older = state_.load.is_loading_newer = false;
        thread_changed();
    });
}

void Client::load_more_conversations() {
    ConversationListState& list = state_.list;
    if (std::exchange(list.is_loading_more, true)) return;
    const auto platform = list.platform;
    std::optional<RecordRef> record;
    if (list.record) record = list.record->record;
    const auto owner = list.owner;
    std::optional<ListPlace> before = inbox_.boundary;
    if (platform) before = list.pages[*platform].boundary;
    if (record) before = list.record_pages.boundary;
    if (owner) before = list.owner_pages.boundary;
    const auto done = [this, platform, record, owner](const Result<ConversationPage>& page) {
        if (!state_.is_signed_in) return;
        if (!page) return page_failed();
        ConversationListState& shown = state_.list;
        shown.is_loading_more = false;
        const bool is_shown = record && shown.record && shown.record->record == *record;
        if (is_shown) take_filtered_page(shown.record_pages, *page);
        if (owner && shown.owner == owner) take_filtered_page(shown.owner_pages, *page);
        const bool is_whole = !record && !owner;
        if (is_whole && platform) take_filtered_page(shown.pages[*platform], *page);
        if (is_whole && !platform) apply_page(inbox_, *page);
        list_changed();
    };
    const bool is_of_all = record || owner;
    const OwnerFilter whose = owner.value_or(OwnerFilter{});
    api_.conversations(
        {is_of_all ? std::nullopt : platform, record, whose.assignee, whose.team, before}, done
    );
}

void Client::page_failed() {
    page_retry_at_ = platform_.now() + kPageRetry;
}

void Client::allow_pages() {
    page_retry_at_ = 0;
    state_.load.is_loading_older = state_.load.is_loading_newer = false;
    state_.list.is_loading_more = false;
}

// Rows of one platform or record reach further down than the list of all, whose end stays where it is.
void Client::take_filtered_page(FilteredPages& pages, const ConversationPage& page) {
    const auto boundary = inbox_.boundary;
    apply_page(inbox_, ConversationPage{page.conversations, true});
    inbox_.boundary = boundary;
    pages.has_begun = true;
    pages.has_more = page.has_more;
    pages.boundary.reset();
    if (page.has_more && !page.conversations.empty()) pages.boundary = place_of(page.conversations.back());
}

}  // namespace roost
