#include "server/app/outbox_outcome.h"

#include <utility>
#include <variant>

#include "server/app/inbox_writes.h"

namespace roost {

namespace {

bool needs_window(const Message& message, const Conversation& to) {
    return to.platform == Platform::kWhatsApp && !std::holds_alternative<Template>(message.content);
}

Status fail_message(
    Transaction& transaction, const OutboxRow& row, const Message& message, UnixMillis now, Failure failure
) {
    RETURN_IF_ERROR(transaction.remove_outbox(row.id));
    if (row.kind == OutboxKind::kReadReceipt) return {};
    const StatusReport report{DeliveryStatus::kFailed, now, {}, std::move(failure)};
    return change_status(transaction, message, with_report(message, report));
}

// One function for each verdict; the row is there, `message` is what it is about.
struct Storing {
    Transaction& transaction;
    OutboxRow row;
    const Message& message;
    UnixMillis now;

    Status operator()(const Sent& sent) const {
        RETURN_IF_ERROR(transaction.remove_outbox(row.id));
        if (row.kind == OutboxKind::kReadReceipt) return {};
        const StatusReport report{DeliveryStatus::kSent, now, sent.wamid, {}};
        return change_status(transaction, message, with_report(message, report));
    }
    Status operator()(const TryAgain& again) {
        row.due_at = again.at;
        row.attempt_started_at = 0;
        RETURN_IF_ERROR(transaction.put_outbox(row));
        if (message.status != DeliveryStatus::kSending) return {};
        // It certainly did not go out: back to where it was accepted.
        auto waiting = message;
        waiting.status = DeliveryStatus::kQueued;
        return change_status(transaction, message, std::move(waiting));
    }
    Status operator()(const WaitForStatus& wait) {
        row.due_at = wait.until;
        return transaction.put_outbox(row);
    }
    Status operator()(const GiveUp& end) const {
        return fail_message(transaction, row, message, now, end.failure);
    }
};

}  // namespace

UnixMillis give_up_time(const OutboxRow& row, const Message& message, const Conversation& to) {
    if (row.kind == OutboxKind::kReadReceipt) return row.created_at + kHour;
    return needs_window(message, to) ? to.last_inbound_at + kDay : row.created_at + kDay;
}

Verdict judge_receipt(const Attempt& attempt, const CloudOutcome& outcome, UnixMillis now) {
    if (std::holds_alternative<CloudUnknown>(outcome)) {
        return judge(attempt, CloudUnreachable{}, now);
    }
    return judge(attempt, outcome, now);
}

Status store_verdict(Transaction& transaction, const OutboxRow& row, const Verdict& verdict, UnixMillis now) {
    ASSIGN_OR_RETURN(const auto message, transaction.message(row.message));
    ASSIGN_OR_RETURN(const auto current, transaction.outbox_of(row.message));
    const bool is_there = current && current->id == row.id;
    if (!message) return is_there ? transaction.remove_outbox(row.id) : Status();
    // A status was faster and took the row along; Meta's answer still brings the id.
    if (!is_there && !std::holds_alternative<Sent>(verdict)) return {};
    return std::visit(Storing{transaction, row, *message, now}, verdict);
}

Status give_up(
    Transaction& transaction,
    const OutboxRow& row,
    const Message& message,
    const Conversation& to,
    UnixMillis now
) {
    return fail_message(transaction, row, message, now, too_late(needs_window(message, to)));
}

}  // namespace roost
