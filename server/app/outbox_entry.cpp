#include "server/app/outbox_entry.h"

#include <algorithm>
#include <utility>

#include "server/app/inbox_writes.h"
#include "server/app/media_uploads.h"
#include "server/cloud/errors.h"
#include "shared/wire/send.h"

namespace roost {

namespace {

constexpr UnixMillis kShortestWait = 30 * kSecond;
constexpr UnixMillis kAgainFor = kHour;

bool may_pass_by_itself(int code) {
    const auto kind = explain(code, 0).kind;
    return kind == CloudErrorKind::kRetry || kind == CloudErrorKind::kRetryFew ||
           kind == CloudErrorKind::kRetryPair;
}

}  // namespace

OutboxRow outbox_row(const Message& message, AccountId account, UnixMillis now) {
    OutboxRow row;
    row.message = message.id;
    row.conversation = message.conversation;
    row.account = account;
    row.due_at = now;
    row.created_at = now;
    row.has_file = needs_upload(message);
    return row;
}

Status queue_again(
    Transaction& transaction, Message message, AccountId account, UnixMillis now, UnixMillis due_at
) {
    const auto before = message;
    message.status = DeliveryStatus::kQueued;
    message.failure.reset();
    message.charge.reset();
    message.times = {};
    message.wamid.clear();  // Meta gives the next attempt an id of its own
    RETURN_IF_ERROR(change_status(transaction, before, message));
    auto row = outbox_row(message, account, now);
    row.due_at = due_at;
    return transaction.add_outbox(row);
}

UnixMillis next_attempt(const Message& failed, const Conversation& to, UnixMillis now) {
    const bool is_ours = failed.status == DeliveryStatus::kFailed && !failed.client_ref.empty();
    if (!is_ours || !failed.failure || !may_pass_by_itself(failed.failure->code)) return 0;
    const auto waited = now - failed.at;
    const bool may_go = to.last.id == failed.id && !to.is_blocked && waited < kAgainFor &&
                        check_may_send(to, failed.content, now).has_value();
    return may_go ? now + std::max(waited, kShortestWait) : 0;
}

}  // namespace roost
