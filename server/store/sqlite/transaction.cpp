#include "server/store/sqlite/transaction.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "server/store/sqlite/records.h"
#include "shared/wire/event.h"

namespace roost::sqlite {

namespace {

constexpr std::size_t kMostCached = 50'000;

// Whether the same readers see it.
bool has_same_readers(const Conversation& a, const Conversation& b) {
    return a.wa_id == b.wa_id && a.assignee == b.assignee && a.team == b.team && a.links == b.links;
}

// The row that an event carries; null = none.
const Conversation* row_in(const EventPayload& payload) {
    if (const auto* added = std::get_if<MessageAdded>(&payload)) return &added->conversation;
    const auto* changed = std::get_if<ConversationChanged>(&payload);
    return changed == nullptr ? nullptr : &changed->conversation;
}

std::string person_key(AccountId account, char kind, const std::string& id) {
    return to_string(account) + kind + id;
}

}  // namespace

Status WriterTransaction::load() {
    RETURN_IF_ERROR(read_kept());
    told_ = seq_;
    return {};
}

Status WriterTransaction::read_kept() {
    ASSIGN_OR_RETURN(const auto range, read_event_range(on_));
    ASSIGN_OR_RETURN(counts_, count_unread_conversations(on_));
    auto statement = on_.prepare("SELECT COUNT(*) FROM orphans");
    RETURN_IF_ERROR(statement.run());
    orphans_ = statement.number(0);
    seq_ = range.newest;
    return {};
}

Status WriterTransaction::catch_up() {
    ASSIGN_OR_RETURN(const auto range, read_event_range(on_));
    if (range.newest <= told_) return {};
    ASSIGN_OR_RETURN(
        events_, read_events(on_, std::max(told_, range.pruned_to), std::numeric_limits<int>::max())
    );
    forget_cached();
    return read_kept();
}

std::vector<StoredEvent> WriterTransaction::take_events() {
    if (!events_.empty()) told_ = events_.back().seq;
    return std::exchange(events_, {});
}

void WriterTransaction::forget_cached() {
    conversations_.clear();
    people_.clear();
    accounts_.clear();
    troubles_.clear();
}

Status WriterTransaction::forget_all() {
    events_.clear();
    rows_were_.clear();
    forget_cached();
    return read_kept();
}

Status WriterTransaction::attempt(const std::function<Status()>& part) {
    RETURN_IF_ERROR(on_.prepare("SAVEPOINT part").run());
    const auto event_count = events_.size();
    const auto counts = counts_;
    const auto rows_were = rows_were_;
    const auto orphans = orphans_;
    Status done = part();
    if (done) return on_.prepare("RELEASE part").run();
    // A full disk may have ended the whole transaction already; then there is nothing left to roll back to.
    if (sqlite3_get_autocommit(on_.handle()) == 0) {
        RETURN_IF_ERROR(on_.prepare("ROLLBACK TO part").run());
        RETURN_IF_ERROR(on_.prepare("RELEASE part").run());
    }
    events_.resize(event_count);
    counts_ = counts;
    rows_were_ = rows_were;
    orphans_ = orphans;
    forget_cached();
    return done;
}

Status WriterTransaction::append_event(const Event& event) {
    StoredEvent stored{event.seq, conversation_of(event), write_event_payload(event.payload), {}, {}, false};
    if (stored.conversation) {
        const auto row = conversation(stored.conversation);
        if (row) stored.audience = audience_of(*row);
    }
    RETURN_IF_ERROR(add_row_before(event, stored));
    RETURN_IF_ERROR(insert_event(on_, stored));
    events_.push_back(std::move(stored));
    return {};
}

// Whoever it left while they were away cannot be told by the events in between: they read anew.
Status WriterTransaction::add_row_before(const Event& event, StoredEvent& stored) {
    const auto* row = row_in(event.payload);
    if (row == nullptr) return {};
    stored.was_unread = row->unread > 0;
    const auto was = rows_were_.find(row->id);
    if (was == rows_were_.end()) return {};
    stored.was_unread = was->second.is_unread;
    stored.was_audience = std::move(was->second.audience);
    rows_were_.erase(was);
    for (const auto& word : words_lost(stored.was_audience, stored.audience))
        RETURN_IF_ERROR(links_.set_narrowed(word, event.seq));
    return {};
}

void WriterTransaction::note_before(const Conversation& before, const Conversation& after) {
    const bool is_unread = before.unread > 0;
    const bool has_moved = !has_same_readers(before, after);
    if (!has_moved && is_unread == (after.unread > 0)) return;
    auto& was = rows_were_.try_emplace(before.id, RowWas{{}, is_unread}).first->second;
    if (has_moved && was.audience.empty()) was.audience = audience_of(before);
}

Result<std::int64_t> WriterTransaction::add_webhook(UnixMillis received_at, std::string_view body) {
    return insert_webhook(on_, received_at, body);
}

Status WriterTransaction::set_webhook_outcome(
    std::int64_t id, WebhookOutcome outcome, std::string_view error
) {
    return update_webhook(on_, id, outcome, error);
}

Status WriterTransaction::add_webhook_failure(std::int64_t webhook, int item, std::string_view error) {
    return insert_webhook_failure(on_, webhook, item, error);
}

Status WriterTransaction::add_notice(std::int64_t webhook, const Notice& notice) {
    return insert_notice(on_, webhook, notice);
}

Result<AccountId> WriterTransaction::account_for(Platform platform, std::string_view key) {
    const auto cache_key = std::string(platform_name(platform)) + ':' + std::string(key);
    if (const auto cached = accounts_.find(cache_key); cached != accounts_.end()) return cached->second;
    ASSIGN_OR_RETURN(const auto known, find_account(on_, platform, key));
    if (known) return accounts_[cache_key] = *known;
    ASSIGN_OR_RETURN(const auto made, insert_account(on_, platform, key));
    return accounts_[cache_key] = made;
}

Result<std::optional<AccountRow>> WriterTransaction::account(AccountId id) {
    return read_account(on_, id);
}

Result<std::optional<AccountTrouble>> WriterTransaction::account_trouble(AccountId id) {
    // Asked for each tick that a webhook brings.
    if (const auto known = troubles_.find(id); known != troubles_.end()) return known->second;
    ASSIGN_OR_RETURN(const auto trouble, read_account_trouble(on_, id));
    return troubles_[id] = trouble;
}

Status WriterTransaction::put_account_trouble(AccountId id, const std::optional<AccountTrouble>& trouble) {
    RETURN_IF_ERROR(update_account_trouble(on_, id, trouble));
    troubles_[id] = trouble;
    return {};
}

void WriterTransaction::remember(const Conversation& c) {
    if (conversations_.size() > kMostCached) forget_cached();
    conversations_[c.id] = c;
    if (!c.wa_id.empty()) people_[person_key(c.account, 'w', c.wa_id)] = c.id;
    if (!c.user_id.empty()) people_[person_key(c.account, 'u', c.user_id)] = c.id;
}

Result<std::optional<Conversation>> WriterTransaction::conversation_with(
    AccountId account, const Person& person
) {
    for (const auto& [kind, id] : {std::pair{'w', &person.wa_id}, std::pair{'u', &person.user_id}}) {
        if (id->empty()) continue;
        const auto cached = people_.find(person_key(account, kind, *id));
        if (cached != people_.end()) return conversations_.at(cached->second);
    }
    ASSIGN_OR_RETURN(auto found, find_conversation(on_, account, person));
    if (found) remember(*found);
    return found;
}

Result<Conversation> WriterTransaction::conversation(ConversationId id) {
    if (const auto cached = conversations_.find(id); cached != conversations_.end()) return cached->second;
    ASSIGN_OR_RETURN(auto found, read_conversation(on_, id));
    if (!found) return fail(ErrorCode::kNotFound, "There is no such conversation.");
    remember(*found);
    return *std::move(found);
}

Status WriterTransaction::add_conversation(Conversation& conversation) {
    RETURN_IF_ERROR(insert_conversation(on_, conversation));
    if (conversation.unread > 0) {
        ++counts_.all;
        ++unread_of(counts_, conversation.platform);
    }
    remember(conversation);
    return {};
}

Status WriterTransaction::put_conversation(const Conversation& conversation) {
    ASSIGN_OR_RETURN(const auto before, this->conversation(conversation.id));
    RETURN_IF_ERROR(update_conversation(on_, before, conversation));
    note_before(before, conversation);
    const int change = int{conversation.unread > 0} - int{before.unread > 0};
    counts_.all += change;
    unread_of(counts_, conversation.platform) += change;
    // Under an id the person no longer has, somebody else may write.
    if (before.wa_id != conversation.wa_id) people_.erase(person_key(before.account, 'w', before.wa_id));
    if (before.user_id != conversation.user_id)
        people_.erase(person_key(before.account, 'u', before.user_id));
    remember(conversation);
    return {};
}

Result<int> WriterTransaction::count_unread(ConversationId id, UnixMillis after_at, MessageId after) {
    auto statement = on_.prepare(
        "SELECT COUNT(*) FROM messages WHERE conversation = ? AND (at, id) > (?, ?) AND direction = 0"
    );
    RETURN_IF_ERROR(statement.bind(id).bind(after_at).bind(after).run());
    return static_cast<int>(statement.number(0));
}

Result<std::vector<Conversation>> WriterTransaction::blocked_conversations(AccountId account) {
    return read_blocked_conversations(on_, account);
}

}  // namespace roost::sqlite
