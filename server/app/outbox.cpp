#include "server/app/outbox.h"

#include <algorithm>
#include <utility>

#include "server/app/account_writes.h"
#include "server/app/clock.h"
#include "server/app/inbox_writes.h"
#include "server/app/outbox_outcome.h"
#include "server/config.h"
#include "shared/wire/send.h"

namespace roost {

namespace {

// Longer than any call takes: after this an attempt that nobody ended is open.
constexpr UnixMillis kCallLimit = 30 * kSecond;

// Uploads take their time: most of the senders are left for what is quick.
constexpr int kMostFiles = 4;

bool is_message(const OutboxRow& row) {
    return row.kind == OutboxKind::kMessage;
}

}  // namespace

Status Outbox::recover() {
    ASSIGN_OR_RETURN(const auto rows, deps_.store.list_outbox());
    ASSIGN_OR_RETURN(const auto troubles, deps_.store.list_troubles());
    {
        const std::lock_guard lock(mutex_);
        rest_.remember(troubles, deps_.clock.now());
    }
    const auto until = deps_.clock.now() + status_grace();
    return deps_.store.write([&](Transaction& transaction) -> Status {
        for (auto row : rows) {
            if (row.attempt_started_at == 0) continue;
            ASSIGN_OR_RETURN(const auto current, transaction.outbox_row(row.id));
            if (current != row) continue;  // settled by a webhook meanwhile
            row.due_at = std::max(row.due_at, until);
            RETURN_IF_ERROR(transaction.put_outbox(row));
        }
        return {};
    });
}

UnixMillis Outbox::status_grace() const {
    return deps_.config.ambiguous_grace_seconds * kSecond;
}

void Outbox::look_again(UnixMillis at) {
    next_look_ = next_look_ == 0 ? at : std::min(next_look_, at);
}

UnixMillis Outbox::next_look() const {
    const std::lock_guard lock(mutex_);
    return next_look_;
}

// Under the lock.
UnixMillis Outbox::earliest(const OutboxRow& row, UnixMillis now) const {
    const auto paced =
        is_message(row) ? pace_.next(row.account, row.conversation, now) : pace_.next(row.account, now);
    return std::max(row.due_at, paced);
}

// Under the lock. Drawn when chosen: what is chosen together shares one budget.
void Outbox::take_pace(const OutboxRow& row, UnixMillis now) {
    if (is_message(row)) return pace_.take(row.account, row.conversation, now);
    pace_.take(row.account, now);
}

// Under the lock.
int Outbox::count_files_under_way(const std::vector<OutboxRow>& rows) const {
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [this](const OutboxRow& row) {
        return row.has_file && under_way_.contains(row.id);
    }));
}

// Under the lock.
std::unordered_set<AccountId> Outbox::numbers_under_way(const std::vector<OutboxRow>& rows) const {
    std::unordered_set<AccountId> numbers;
    for (const auto& row : rows)
        if (under_way_.contains(row.id)) numbers.insert(row.account);
    return numbers;
}

// Nothing waits, so that no attempt will end the trouble.
void Outbox::forget_troubles(const std::vector<OutboxRow>& rows, UnixMillis now) {
    std::vector<AccountId> forgotten;
    {
        const std::lock_guard lock(mutex_);
        for (const auto account : rest_.in_trouble()) {
            const auto waits = [account](const OutboxRow& row) { return row.account == account; };
            if (std::any_of(rows.begin(), rows.end(), waits)) continue;
            const auto at = rest_.forgotten_at(account);
            if (at <= now) forgotten.push_back(account);
            look_again(std::max(at, now + kSecond));
        }
    }
    for (const auto account : forgotten) {
        // What cannot be stored now is forgotten later.
        static_cast<void>(deps_.store.write([account](Transaction& transaction) {
            return forget_trouble(transaction, account);
        }));
    }
}

std::vector<OutboxRow> Outbox::choose(const std::vector<OutboxRow>& rows, UnixMillis now, std::size_t limit) {
    std::vector<OutboxRow> chosen;
    std::unordered_set<ConversationId> behind;  // something of theirs must go first
    const std::lock_guard lock(mutex_);
    next_look_ = 0;
    int files = count_files_under_way(rows);
    auto tried = numbers_under_way(rows);
    for (const auto& row : rows) {
        if (is_message(row) && !behind.insert(row.conversation).second) continue;
        if (under_way_.contains(row.id)) continue;
        if (rest_.is_in_trouble(row.account) && tried.contains(row.account)) continue;
        const auto at = earliest(row, now);
        if (at > now) {
            look_again(at);
        } else if (chosen.size() == limit) {
            look_again(now);
        } else if (row.has_file && files == kMostFiles) {
            continue;  // record() of one of them looks again
        } else {
            files += int{row.has_file};
            take_pace(row, now);
            if (is_message(row)) rest_.note_attempt(row.account, pace_, now);
            tried.insert(row.account);
            under_way_.insert(row.id);
            chosen.push_back(row);
        }
    }
    return chosen;
}

Result<std::vector<Delivery>> Outbox::claim(std::size_t limit) {
    ASSIGN_OR_RETURN(const auto rows, deps_.store.list_outbox());
    ASSIGN_OR_RETURN(const auto troubles, deps_.store.list_troubles());
    const auto now = deps_.clock.now();
    {
        const std::lock_guard lock(mutex_);
        rest_.see(troubles, pace_, now);
    }
    const auto chosen = choose(rows, now, limit);
    forget_troubles(rows, now);
    if (chosen.empty()) return std::vector<Delivery>();
    auto started = start_attempts(chosen);
    const std::lock_guard lock(mutex_);
    for (const auto& row : chosen)
        under_way_.erase(row.id);
    if (!started) {
        look_again(deps_.clock.now() + kSecond);
        return started;
    }
    for (const auto& delivery : *started)
        under_way_.insert(delivery.row.id);
    return started;
}

Result<std::vector<Delivery>> Outbox::start_attempts(const std::vector<OutboxRow>& chosen) {
    std::unordered_map<AccountId, std::string> keys;
    for (const auto& row : chosen) {
        ASSIGN_OR_RETURN(const auto account, deps_.store.find_account(row.account));
        if (account) keys[row.account] = account->key;
    }
    std::vector<Delivery> started;
    const auto done = deps_.store.write([&](Transaction& transaction) -> Status {
        started.clear();
        for (const auto& row : chosen)
            RETURN_IF_ERROR(start_attempt(transaction, row, started));
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    for (auto& delivery : started)
        delivery.account_key = keys[delivery.row.account];
    return started;
}

Status Outbox::start_attempt(Transaction& transaction, OutboxRow row, std::vector<Delivery>& started) {
    ASSIGN_OR_RETURN(const auto current, transaction.outbox_row(row.id));
    if (current != row) return {};  // settled meanwhile
    ASSIGN_OR_RETURN(const auto message, transaction.message(row.message));
    if (!message) return transaction.remove_outbox(row.id);
    ASSIGN_OR_RETURN(const auto to, transaction.conversation(row.conversation));
    const auto now = deps_.clock.now();
    if (now >= give_up_time(row, *message, to)) return give_up(transaction, row, *message, to, now);
    ++row.attempts;
    row.attempt_started_at = now;
    row.due_at = now + kCallLimit + status_grace();
    RETURN_IF_ERROR(transaction.put_outbox(row));
    auto copy = *message;
    if (is_message(row)) {
        copy.status = advance(copy.status, DeliveryStatus::kSending);
        RETURN_IF_ERROR(change_status(transaction, *message, copy));
    }
    started.push_back({row, {}, std::move(copy), to});
    return {};
}

Verdict Outbox::call(const Delivery& delivery) {
    const auto& row = delivery.row;
    const auto give_up_at = give_up_time(row, delivery.message, delivery.to);
    Attempt attempt{row.attempts, 0, row.created_at, give_up_at, status_grace()};
    {
        const std::lock_guard lock(mutex_);
        attempt.pair_refusals = pace_.pair_refusals(row.conversation);
    }
    if (!is_message(row)) {
        const auto outcome = cloud_.mark_read(delivery.account_key, delivery.message.wamid);
        return judge_receipt(attempt, outcome, deps_.clock.now());
    }
    return send(delivery, attempt);
}

Verdict Outbox::send(const Delivery& delivery, const Attempt& attempt) {
    auto message = delivery.message;
    auto refused = uploads_.give_files(attempt, delivery.row.account, delivery.account_key, message);
    if (refused) return *std::move(refused);
    const auto body = dump_json(cloud_api_body(message, delivery.to, to_string(message.id)));
    return judge(attempt, cloud_.send(delivery.account_key, body), deps_.clock.now());
}

Status Outbox::record(const Delivery& delivery, const Verdict& verdict) {
    auto done = deps_.store.write([&](Transaction& transaction) {
        return store_verdict(transaction, delivery.row, verdict, deps_.clock.now());
    });
    if (!done) return done;
    const std::lock_guard lock(mutex_);
    under_way_.erase(delivery.row.id);
    const auto* again = std::get_if<TryAgain>(&verdict);
    if (again != nullptr && again->slows_pair) {
        pace_.note_pair_refusal(delivery.row.conversation);
    } else if (std::holds_alternative<Sent>(verdict)) {
        pace_.forget_pair_refusals(delivery.row.conversation);
    }
    if (again != nullptr && again->stops_account)
        rest_.note_refusal(delivery.row.account, pace_, again->at, deps_.clock.now());
    look_again(deps_.clock.now());
    return {};
}

void Outbox::let_go(const Delivery& delivery) {
    const std::lock_guard lock(mutex_);
    under_way_.erase(delivery.row.id);
}

}  // namespace roost
