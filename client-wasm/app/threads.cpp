// Opening conversations and loading their pages.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"

namespace roost {

namespace {

constexpr std::size_t kThreadsKept = 12;
constexpr UnixMillis kPageRetry = 5 * kSecond;
constexpr std::string_view kInboxPlace = "#/inbox";

}  // namespace

std::optional<ConversationId> conversation_in(std::string_view fragment) {
    if (!fragment.starts_with(kInboxPlace) || fragment.size() <= kInboxPlace.size() + 1) return std::nullopt;
    if (fragment[kInboxPlace.size()] != '/') return std::nullopt;
    std::string_view rest = fragment.substr(kInboxPlace.size() + 1);
    return parse_id<ConversationId>(rest.substr(0, rest.find('/')));
}

std::string fragment_of(ConversationId id) {
    std::string fragment(kInboxPlace);
    if (id) fragment += "/" + to_string(id);
    return fragment;
}

void Client::url_changed(std::string_view fragment) {
    if (!state_.is_signed_in || !state_.has_snapshot) return;
    const auto id = conversation_in(fragment);
    if (id) return open(*id, false);
    close(false);
}

void Client::open(ConversationId id, bool sets_url) {
    if (id == state_.open) return;
    state_.open = id;
    arrivals_ = 0;
    state_.reads_latest = false;
    state_.load = {};
    state_.list.cursor = id;
    state_.composer.conversation = id;
    state_.composer.reply_to.reset();
    state_.composer.picker = {};
    state_.composer.completion = {};
    state_.composer.draft.set(platform_.load("draft." + to_string(id)).value_or(""));
    thread_changed();
    if (sets_url) platform_.set_url(fragment_of(id), false);
    if (find_conversation(inbox_, id) == nullptr) load_row(id);
    const ThreadWindow* thread = find_thread(inbox_, id);
    // A piece that ends before the newest message holds echoes only, or an old place.
    if (thread == nullptr || thread->has_newer || thread->is_loading) load_thread(id);
    forget_threads(inbox_, id, kThreadsKept);
}

void Client::close(bool sets_url) {
    if (!state_.open) return;
    // Back where the reader came from.
    state_.list.cursor = state_.open;
    state_.list.wants_cursor_focus = true;
    state_.open = {};
    state_.load = {};
    state_.composer = {};
    thread_changed();
    if (sets_url) platform_.set_url(fragment_of({}), false);
}

void Client::load_thread(ConversationId id) {
    state_.load.error.clear();
    if (std::exchange(state_.load.is_loading_first, true)) return;
    begin_loading(inbox_, id);
    api_.messages(id, {}, [this, id](const Result<MessagePage>& page) { take_first_page(id, page); });
}

void Client::take_first_page(ConversationId id, const Result<MessagePage>& page) {
    if (!state_.is_signed_in) return;
    const bool is_open = id == state_.open;
    if (page) {
        apply_page(inbox_, *page, PagePlace::kReplace);
    } else if (page.error().code == ErrorCode::kUnauthorized) {
        return signed_out();
    } else {
        end_loading(inbox_, id);
        if (is_open) state_.load.error = sentence_of(state_.locale.words(), page.error());
    }
    if (!is_open) return;
    state_.load.is_loading_first = false;
    thread_changed();
}

void Client::load_row(ConversationId id) {
    api_.conversation(id, [this, id](const Result<Conversation>& row) {
        if (!state_.is_signed_in) return;
        if (row) {
            // A single row says nothing about how far the list is loaded.
            const auto boundary = inbox_.boundary;
            apply_page(inbox_, ConversationPage{{*row}, true});
            inbox_.boundary = boundary;
            list_changed();
            thread_changed();
        } else if (id == state_.open && row.error().code == ErrorCode::kNotFound) {
            platform_.announce(state_.locale.words().thread.unknown_conversation, true);
            close(true);
        }
    });
}

void Client::load_older(ConversationId id) {
    const ThreadWindow* thread = find_thread(inbox_, id);
    if (thread == nullptr || !thread->has_older || thread->is_loading || state_.load.is_loading_older) return;
    MessageId first;
    for (const Message& message : thread->messages) {
        if (first = message.id; first) break;
    }
    if (!first) return;
    state_.load.is_loading_older = true;
    begin_loading(inbox_, id);
    api_.messages(id, first, [this, id](const Result<MessagePage>& page) {
        if (!state_.is_signed_in) return;
        if (page) apply_page(inbox_, *page, PagePlace::kOlder);
        if (!page) end_loading(inbox_, id);
        if (id != state_.open) return;
        if (!page) return page_failed();
        state_.load.is_loading_older = false;
        thread_changed();
    });
}

void Client::load_more_conversations() {
    ConversationListState& list = state_.list;
    if (std::exchange(list.is_loading_more, true)) return;
    const auto platform = list.platform;
    std::optional<ListBoundary> before = inbox_.boundary;
    if (platform) before = list.pages[*platform].boundary;
    api_.conversations(platform, before, [this, platform](const Result<ConversationPage>& page) {
        if (!state_.is_signed_in) return;
        if (!page) return page_failed();
        state_.list.is_loading_more = false;
        if (platform) take_platform_page(*platform, *page);
        if (!platform) apply_page(inbox_, *page);
        list_changed();
    });
}

void Client::page_failed() {
    page_retry_at_ = platform_.now() + kPageRetry;
}

void Client::allow_pages() {
    page_retry_at_ = 0;
    state_.load.is_loading_older = false;
    state_.list.is_loading_more = false;
}

// Rows of one platform reach further down than the list of all, whose end stays where it is.
void Client::take_platform_page(Platform platform, const ConversationPage& page) {
    const auto boundary = inbox_.boundary;
    apply_page(inbox_, ConversationPage{page.conversations, true});
    inbox_.boundary = boundary;
    PlatformPages& pages = state_.list.pages[platform];
    pages.has_begun = true;
    pages.has_more = page.has_more;
    pages.boundary.reset();
    if (page.has_more && !page.conversations.empty()) {
        const Conversation& last = page.conversations.back();
        pages.boundary = ListBoundary{last.last.at, last.id};
    }
}

}  // namespace roost
