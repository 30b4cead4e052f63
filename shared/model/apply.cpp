#include "shared/model/apply.h"

#include <algorithm>
#include <utility>

#include "shared/model/window.h"

namespace roost {

namespace {

constexpr std::size_t kMaxLateTicks = 512;

void take_tick(Conversation& row, const RowTick& tick) {
    if (row.last.id != tick.message || tick.seq <= row.rev) return;
    row.last.status = tick.status;
    row.rev = tick.seq;
}

void put_row(Inbox& inbox, const Conversation& row) {
    if (const auto gone = inbox.gone.find(row.id); gone != inbox.gone.end()) {
        if (row.rev <= gone->second) return;
        inbox.gone.erase(gone);
    }
    const auto [known, is_new] = inbox.conversations.try_emplace(row.id, row);
    if (!is_new && row.rev > known->second.rev) known->second = row;
}

ThreadWindow* thread_of(Inbox& inbox, ConversationId id) {
    const auto found = inbox.threads.find(id);
    return found == inbox.threads.end() ? nullptr : &found->second;
}

// The copy an event carries is by definition the newest.
template <class T>
T as_of(EventSeq seq, const T& state) {
    T copy = state;
    copy.rev = seq;
    return copy;
}

// Whether the counts held the row before this event, without what was taken from them early.
bool is_counted(Inbox& inbox, ConversationId id, EventSeq seq, bool was_unread) {
    const auto early = inbox.read_early.find(id);
    if (early == inbox.read_early.end() || seq <= early->second) return was_unread;
    if (was_unread) inbox.read_early.erase(early);
    return false;
}

template <class Changed>
void take_counts(Inbox& inbox, EventSeq seq, const Changed& changed) {
    if (!changed.was_unread) {
        inbox.counts = changed.counts;
        return;
    }
    const auto& row = changed.conversation;
    const bool was_counted = is_counted(inbox, row.id, seq, *changed.was_unread);
    add_to(inbox.counts, row.platform, int{row.unread > 0} - int{was_counted});
}

void apply_payload(Inbox& inbox, EventSeq seq, const MessageAdded& added) {
    put_row(inbox, as_of(seq, added.conversation));
    take_counts(inbox, seq, added);
    ThreadWindow* thread = thread_of(inbox, added.conversation.id);
    if (thread != nullptr) insert_message(*thread, as_of(seq, added.message));
}

void apply_payload(Inbox& inbox, EventSeq seq, const MessageStatusChanged& changed) {
    const RowTick tick{seq, changed.conversation, changed.message, changed.status};
    const auto row = inbox.conversations.find(changed.conversation);
    if (row != inbox.conversations.end()) {
        take_tick(row->second, tick);
    } else if (inbox.boundary) {
        inbox.late_ticks.push_back(tick);
        if (inbox.late_ticks.size() > kMaxLateTicks) inbox.late_ticks.pop_front();
    }
    ThreadWindow* thread = thread_of(inbox, changed.conversation);
    if (thread == nullptr) return;
    apply_status(
        *thread,
        changed.message,
        {seq, changed.wamid, changed.status, changed.times, changed.failure, changed.charge}
    );
}

void apply_payload(Inbox& inbox, EventSeq seq, const MessageChanged& changed) {
    ThreadWindow* thread = thread_of(inbox, changed.message.conversation);
    if (thread != nullptr) insert_message(*thread, as_of(seq, changed.message));
}

void apply_payload(Inbox& inbox, EventSeq seq, const ConversationChanged& changed) {
    put_row(inbox, as_of(seq, changed.conversation));
    take_counts(inbox, seq, changed);
}

void apply_payload(Inbox& inbox, EventSeq seq, const ConversationGone& gone) {
    const bool was_counted = is_counted(inbox, gone.conversation, seq, gone.was_unread);
    add_to(inbox.counts, gone.platform, -int{was_counted});
    inbox.read_early.erase(gone.conversation);
    inbox.conversations.erase(gone.conversation);
    inbox.threads.erase(gone.conversation);
    inbox.gone[gone.conversation] = seq;
}

template <class Map, class Key, class Value>
void put_or_erase(Map& map, const Key& key, const Value& value, bool is_gone) {
    if (is_gone) {
        map.erase(key);
    } else {
        map[key] = value;
    }
}

void apply_payload(Inbox& inbox, EventSeq, const ColleagueChanged& changed) {
    put_or_erase(inbox.colleagues, changed.colleague.id, changed.colleague, changed.is_gone);
}

void apply_payload(Inbox& inbox, EventSeq, const TeamChanged& changed) {
    put_or_erase(inbox.teams, changed.team.id, changed.team, changed.is_gone);
}

// No part of the inbox.
void apply_payload(Inbox& /*inbox*/, EventSeq /*seq*/, const TemplatesChanged& /*changed*/) {}
void apply_payload(Inbox& /*inbox*/, EventSeq /*seq*/, const NoticesChanged& /*changed*/) {}

void apply_payload(Inbox& inbox, EventSeq, const AccountChanged& changed) {
    if (changed.trouble) {
        inbox.troubles[changed.account] = *changed.trouble;
    } else {
        inbox.troubles.erase(changed.account);
    }
}

void apply_payload(Inbox& inbox, EventSeq, const AccountNamed& named) {
    inbox.accounts[named.account] = named.name;
}

// Null, or the lower of the place known and the end of the page.
std::optional<ListPlace> boundary_after(const std::optional<ListPlace>& known, const ConversationPage& page) {
    if (!page.has_more || !known) return std::nullopt;
    if (page.conversations.empty()) return known;
    return std::min(*known, place_of(page.conversations.back()));
}

}  // namespace

void apply(Inbox& inbox, const Event& event) {
    if (event.seq <= inbox.seq) return;
    inbox.seq = event.seq;
    std::visit([&](const auto& payload) { apply_payload(inbox, event.seq, payload); }, event.payload);
}

void apply_page(Inbox& inbox, const MessagePage& page, PagePlace place) {
    if (inbox.gone.contains(page.conversation)) return;
    apply_page(inbox.threads[page.conversation], page, place);
}

void apply_page(Inbox& inbox, const ConversationPage& page) {
    for (const Conversation& row : page.conversations) {
        put_row(inbox, row);
        for (const RowTick& tick : inbox.late_ticks) {
            if (tick.conversation == row.id) take_tick(inbox.conversations[row.id], tick);
        }
    }
    inbox.boundary = boundary_after(inbox.boundary, page);
    if (!inbox.boundary) inbox.late_ticks.clear();
}

void apply_echo(Inbox& inbox, const Message& echo) {
    // A thread that is not loaded ends somewhere before what the server has.
    ThreadWindow not_loaded;
    not_loaded.has_newer = true;
    const auto thread = inbox.threads.try_emplace(echo.conversation, std::move(not_loaded)).first;
    insert_echo(thread->second, echo);
}

void apply_reply(Inbox& inbox, const Message& sent) {
    ThreadWindow* thread = thread_of(inbox, sent.conversation);
    if (thread != nullptr) insert_message(*thread, sent);
}

void apply_echo_failure(
    Inbox& inbox, ConversationId conversation, const ClientRef& ref, const Failure& failure
) {
    ThreadWindow* thread = thread_of(inbox, conversation);
    Message* echo = thread == nullptr ? nullptr : find_echo(*thread, ref);
    if (echo == nullptr) return;
    echo->status = DeliveryStatus::kFailed;
    echo->failure = failure;
}

void drop_echo(Inbox& inbox, ConversationId conversation, const ClientRef& ref) {
    ThreadWindow* thread = thread_of(inbox, conversation);
    const Message* echo = thread == nullptr ? nullptr : find_echo(*thread, ref);
    if (echo != nullptr) thread->messages.erase(thread->messages.begin() + (echo - thread->messages.data()));
}

void begin_loading(Inbox& inbox, ConversationId conversation) {
    inbox.threads[conversation].is_loading = true;
}

void end_loading(Inbox& inbox, ConversationId conversation) {
    ThreadWindow* thread = thread_of(inbox, conversation);
    if (thread != nullptr) end_loading(*thread);
}

void forget_threads(Inbox& inbox, ConversationId keep, std::size_t limit) {
    std::vector<std::pair<UnixMillis, ConversationId>> candidates;  // the longest silent first
    for (const auto& [id, thread] : inbox.threads) {
        if (id == keep || thread.is_loading || has_echoes(thread)) continue;
        const Conversation* row = find_conversation(inbox, id);
        candidates.emplace_back(row == nullptr ? 0 : row->last.at, id);
    }
    std::sort(candidates.begin(), candidates.end());
    for (const auto& [last_at, id] : candidates) {
        if (inbox.threads.size() <= limit) return;
        inbox.threads.erase(id);
    }
}

}  // namespace roost
