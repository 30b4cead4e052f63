#include "server/app/mark_read.h"

#include <algorithm>

#include "server/app/clock.h"
#include "server/app/inbox_writes.h"
#include "server/events/visibility.h"
#include "server/store/store.h"

namespace roost {

namespace {

// Meta marks that message and everything before it.
Status queue_blue_ticks(
    Transaction& transaction, const Conversation& row, const Message& up_to, UnixMillis now
) {
    if (row.platform != Platform::kWhatsApp) return {};
    ASSIGN_OR_RETURN(const auto newest, transaction.last_inbound(row.id, up_to.at, up_to.id));
    if (!newest) return {};
    OutboxRow receipt;
    receipt.kind = OutboxKind::kReadReceipt;
    receipt.message = newest->id;
    receipt.conversation = row.id;
    receipt.account = row.account;
    receipt.due_at = now;
    receipt.created_at = now;
    return transaction.add_outbox(receipt);
}

Status mark(Transaction& transaction, Conversation& row, MessageId up_to, UnixMillis now) {
    ASSIGN_OR_RETURN(const auto message, transaction.message(up_to));
    if (!message || message->conversation != row.id) {
        return fail(ErrorCode::kNotFound, "There is no such message in this conversation.");
    }
    ASSIGN_OR_RETURN(const int after, transaction.count_unread(row.id, message->at, message->id));
    // Reading never makes anything unread: messages that never counted do not begin to.
    const int unread = std::min(row.unread, after);
    if (unread == row.unread) return {};
    row.unread = unread;
    RETURN_IF_ERROR(change_conversation(transaction, row));
    return queue_blue_ticks(transaction, row, *message, now);
}

}  // namespace

Result<Conversation> mark_read(const Deps& deps, const Principal& who, ConversationId id, MessageId up_to) {
    if (who.role == AgentRole::kViewer) {
        return fail(
            ErrorCode::kForbidden, "Your role may look at conversations without marking them as read."
        );
    }
    Conversation row;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(row, transaction.conversation(id));
        if (!may_see(who, row)) return fail(ErrorCode::kNotFound, "There is no such conversation.");
        return mark(transaction, row, up_to, deps.clock.now());
    });
    if (!done) return tl::unexpected(done.error());
    return row;
}

}  // namespace roost
