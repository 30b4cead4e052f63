#include "server/app/outbox_outcome.h"

#include <utility>
#include <variant>

#include "server/app/account_writes.h"
#include "server/app/inbox_writes.h"
#include "server/app/marketing.h"
#include "shared/model/service_window.h"

namespace roost {

namespace {

// When the window that it needs closes; 0 = it needs none. What was accepted outside the window was forced:
// it depends on Meta alone.
UnixMillis window_end(const OutboxRow& row, const Message& message, const Conversation& to) {
    const bool is_free =
        to.platform != Platform::kWhatsApp || std::holds_alternative<Template>(message.content);
    const UnixMillis until = service_window(to, row.created_at).until;
    return is_free || until <= row.created_at ? 0 : until;
}

Status fail_message(
    Transaction& transaction, const OutboxRow& row, const Message& message, UnixMillis now, Failure failure
) {
    RETURN_IF_ERROR(transaction.remove_outbox(row.id));
    if (row.kind == OutboxKind::kReadReceipt) return {};
    const StatusReport report{DeliveryStatus::kFailed, now, {}, std::move(failure)};
    const auto failed = with_report(message, report);
    RETURN_IF_ERROR(learn_of_stop(transaction, failed, now));
    return change_status(transaction, message, failed);
}

// WhatsApp may know a number by other digits than those that were dialled; answers come from those.
Status learn_number(Transaction& transaction, ConversationId id, const std::string& wa_id) {
    ASSIGN_OR_RETURN(auto row, transaction.conversation(id));
    if (wa_id.empty() || row.wa_id.empty() || row.wa_id == wa_id) return {};
    ASSIGN_OR_RETURN(const auto other, transaction.conversation_with(row.account, {wa_id, {}, {}}));
    if (other) return {};
    row.wa_id = wa_id;
    return change_conversation(transaction, row);
}

Status store_sent(
    Transaction& transaction, const OutboxRow& row, const Message& message, const Sent& sent, UnixMillis now
) {
    if (row.kind == OutboxKind::kReadReceipt) return {};
    const StatusReport report{DeliveryStatus::kSent, now, sent.wamid, {}};
    RETURN_IF_ERROR(change_status(transaction, message, with_report(message, report)));
    return learn_number(transaction, row.conversation, sent.wa_id);
}

// Ids of rows are used again: this one may belong to another message by now.
Result<bool> is_still_there(Transaction& transaction, const OutboxRow& row) {
    ASSIGN_OR_RETURN(const auto current, transaction.outbox_row(row.id));
    return current && current->kind == row.kind && current->message == row.message &&
           current->attempt_started_at == row.attempt_started_at;
}

// One function for each verdict; the row is there, `message` is what it is about.
struct Storing {
    Transaction& transaction;
    OutboxRow row;
    const Message& message;
    UnixMillis now;

    Status operator()(const Sent& sent) const {
        RETURN_IF_ERROR(transaction.remove_outbox(row.id));
        const bool is_message = row.kind == OutboxKind::kMessage;
        const auto evidence = is_message ? Evidence::kAnswer : Evidence::kAccess;
        RETURN_IF_ERROR(clear_trouble(transaction, row.account, evidence, now));
        return store_sent(transaction, row, message, sent, now);
    }
    Status operator()(const TryAgain& again) {
        row.due_at = again.at;
        if (!again.reached_meta) --row.attempts;
        row.attempt_started_at = 0;
        RETURN_IF_ERROR(transaction.put_outbox(row));
        if (again.stops_account)
            RETURN_IF_ERROR(set_trouble(transaction, row.account, again.reason, Evidence::kAnswer, now));
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
    const UnixMillis end = window_end(row, message, to);
    return end != 0 ? end : row.created_at + kDay;
}

Verdict judge_receipt(const Attempt& attempt, const CloudOutcome& outcome, UnixMillis now) {
    if (std::holds_alternative<CloudUnknown>(outcome)) {
        return judge(attempt, CloudUnreachable{}, now);
    }
    return judge(attempt, outcome, now);
}

Status store_verdict(Transaction& transaction, const OutboxRow& row, const Verdict& verdict, UnixMillis now) {
    ASSIGN_OR_RETURN(const auto message, transaction.message(row.message));
    ASSIGN_OR_RETURN(const bool is_there, is_still_there(transaction, row));
    if (!message) return is_there ? transaction.remove_outbox(row.id) : Status();
    if (!is_there) {
        // A status was faster and took the row along; Meta's answer still brings the id.
        const auto* sent = std::get_if<Sent>(&verdict);
        return sent != nullptr ? store_sent(transaction, row, *message, *sent, now) : Status();
    }
    return std::visit(Storing{transaction, row, *message, now}, verdict);
}

Status give_up(
    Transaction& transaction,
    const OutboxRow& row,
    const Message& message,
    const Conversation& to,
    UnixMillis now
) {
    return fail_message(transaction, row, message, now, too_late(window_end(row, message, to) != 0));
}

}  // namespace roost
