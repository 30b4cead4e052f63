#include "server/app/inbox_writes.h"

#include <algorithm>
#include <utility>

#include "server/app/media_writes.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/model/service_window.h"

namespace roost {

namespace {

bool is_after(const Message& message, const LastMessage& last) {
    return std::pair(message.at, message.id) > std::pair(last.at, last.id);
}

void note_first(UnixMillis& known, UnixMillis at) {
    if (known == 0 || at < known) known = at;
}

void note_time(StatusTimes& times, const StatusReport& report) {
    switch (report.status) {
        case DeliveryStatus::kSent:
            return note_first(times.sent, report.at);
        case DeliveryStatus::kDelivered:
            return note_first(times.delivered, report.at);
        case DeliveryStatus::kPlayed:
            note_first(times.played, report.at);
            return note_first(times.read, report.at);  // which may not be told
        case DeliveryStatus::kRead:
            return note_first(times.read, report.at);
        case DeliveryStatus::kFailed:
            return note_first(times.failed, report.at);
        case DeliveryStatus::kReceived:
        case DeliveryStatus::kQueued:
        case DeliveryStatus::kSending:
            return;
    }
}

// History says that a message failed before a status says why.
bool has_reason(const Message& message) {
    return message.failure && message.failure->code != 0;
}

void take_into_row(Conversation& row, const Message& message, Arrival arrival) {
    if (is_after(message, row.last)) row.last = summarise(message);
    if (arrival == Arrival::kHistory) return;
    if (message.direction == Direction::kInbound) ++row.unread;
    note_in_window(row, message);
    if (opens_window(message)) row.is_unreachable = false;
}

// What the row learns from the fate of a message, beside its tick. False if that is nothing.
bool learn_from(Conversation& row, const Message& message) {
    const bool has_arrived = message.direction == Direction::kOutbound &&
                             (message.times.delivered != 0 || message.times.read != 0);
    const bool is_reached = has_arrived && std::exchange(row.is_unreachable, false);
    return note_in_window(row, message) || is_reached;
}

// An answer that overtook what it answers.
Status fill_quote(Transaction& transaction, const Message& quoted, const Json& item) {
    const auto id = parse_id<MessageId>(string_or(item, "message", ""));
    if (!id) return {};
    ASSIGN_OR_RETURN(auto answer, transaction.message(*id));
    if (!answer || answer->context.quote || answer->conversation != quoted.conversation) return {};
    answer->context.quote = quote_of(quoted);
    answer->rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.put_message(*answer));
    return transaction.append_event({answer->rev, MessageChanged{*answer}});
}

Status settle_one(Transaction& transaction, MessageId id, const Json& item) {
    ASSIGN_OR_RETURN(auto message, transaction.message(id));
    if (!message) return {};
    if (string_or(item, "kind", "") == "content") {
        const auto& content = member(item, "content");
        return edit_content(
            transaction,
            *std::move(message),
            content.is_null() ? std::nullopt : std::optional(parse_content(content)),
            optional_integer(item, "at").value_or(0)
        );
    }
    if (string_or(item, "kind", "") == "answer") return fill_quote(transaction, *message, item);
    StatusReport report;
    report.status = parse_status(string_or(item, "status", "")).value_or(DeliveryStatus::kSent);
    report.at = optional_integer(item, "at").value_or(0);
    if (item.contains("failure")) report.failure = read_failure(item["failure"]);
    report.charge = read_charge(member(item, "pricing"));
    return change_status(transaction, *message, with_report(*message, report));
}

Status settle_waiting(Transaction& transaction, const Message& message) {
    if (message.wamid.empty()) return {};
    ASSIGN_OR_RETURN(const auto items, transaction.take_orphans(message.wamid));
    for (const auto& item : items) {
        ASSIGN_OR_RETURN(const auto json, parse_json(item));
        RETURN_IF_ERROR(settle_one(transaction, message.id, json));
    }
    return {};
}

// What is quoted is shown as it is now: a later edit does not change what was answered.
Status take_quote(Transaction& transaction, Message& message) {
    Context& context = message.context;
    if (context.quote || context.quoted_wamid.empty()) return {};
    ASSIGN_OR_RETURN(const auto quoted, transaction.message_by_wamid(context.quoted_wamid));
    if (quoted && quoted->conversation == message.conversation) context.quote = quote_of(*quoted);
    return {};
}

// Webhooks come in any order, and history in pieces, the newest first.
Status wait_for_quoted(Transaction& transaction, const Message& message) {
    const Context& context = message.context;
    if (context.quote || context.quoted_wamid.empty()) return {};
    const auto item = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("kind").string("answer").key("message").id(message.id).end_object();
    });
    return transaction.keep_orphan(context.quoted_wamid, message.at, item);
}

}  // namespace

Result<bool> enter_message(Transaction& transaction, Message& message, Arrival arrival) {
    RETURN_IF_ERROR(take_quote(transaction, message));
    message.rev = transaction.take_seq();
    ASSIGN_OR_RETURN(const bool is_new, transaction.add_message(message));
    if (!is_new) return false;
    ASSIGN_OR_RETURN(auto row, transaction.conversation(message.conversation));
    take_into_row(row, message, arrival);
    row.rev = message.rev;
    RETURN_IF_ERROR(transaction.put_conversation(row));
    RETURN_IF_ERROR(
        transaction.append_event({message.rev, MessageAdded{message, std::move(row), transaction.counts()}})
    );
    RETURN_IF_ERROR(wait_for_quoted(transaction, message));
    RETURN_IF_ERROR(settle_waiting(transaction, message));
    return true;
}

Message with_report(Message message, const StatusReport& report) {
    if (message.direction == Direction::kInbound) return message;
    const auto before = message.status;
    message.status = advance(before, report.status);
    note_time(message.times, report);
    if (message.wamid.empty()) message.wamid = report.wamid;
    message.charge = later_charge(message.charge, report.charge);
    if (message.status != DeliveryStatus::kFailed) {
        message.failure.reset();
    } else if (report.status == DeliveryStatus::kFailed && !has_reason(message)) {
        message.failure = report.failure.value_or(Failure{});
    }
    return message;
}

Status change_status(Transaction& transaction, const Message& before, Message message) {
    if (message == before) return {};
    message.rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.put_message(message));
    ASSIGN_OR_RETURN(auto row, transaction.conversation(message.conversation));
    if (row.last.id == message.id) {
        row.last.status = message.status;
        row.rev = message.rev;
        RETURN_IF_ERROR(transaction.put_conversation(row));
    }
    RETURN_IF_ERROR(transaction.append_event(
        {message.rev,
         MessageStatusChanged{
             message.id,
             message.conversation,
             message.wamid,
             message.status,
             message.times,
             message.failure,
             message.charge}}
    ));
    if (learn_from(row, message)) RETURN_IF_ERROR(change_conversation(transaction, row));
    return before.wamid.empty() ? settle_waiting(transaction, message) : Status();
}

Status keep_for_later(Transaction& transaction, std::string_view wamid, const StatusReport& report) {
    const auto item = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("kind").string("status").key("status").string(status_name(report.status));
        out.key("at").integer(report.at);
        if (report.failure) {
            out.key("failure");
            write_failure(out, *report.failure);
        }
        if (report.charge) write_charge(out.key("pricing"), *report.charge);
        out.end_object();
    });
    return transaction.keep_orphan(wamid, report.at, item);
}

Status keep_for_later(
    Transaction& transaction, std::string_view wamid, UnixMillis at, const std::optional<Content>& new_content
) {
    const auto item = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("kind").string("content").key("at").integer(at).key("content");
        if (new_content) {
            write_content(out, *new_content);
        } else {
            out.raw("null");
        }
        out.end_object();
    });
    return transaction.keep_orphan(wamid, at, item);
}

Status change_content(Transaction& transaction, Message message, const std::optional<Content>& new_content) {
    const auto before = message.content;
    message.content = new_content.value_or(Unsupported{
        std::string(Unsupported::kDeleted), "", dump_json(write_content(message.content))});
    keep_file(before, message.content);
    if (message.content == before) return {};
    // What is gone stays gone: an edit that arrives after the deletion does not bring it back.
    const auto* gone = std::get_if<Unsupported>(&before);
    if (gone != nullptr && gone->type == Unsupported::kDeleted) return {};
    message.rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.put_message(message));
    RETURN_IF_ERROR(transaction.append_event({message.rev, MessageChanged{message}}));
    // Long enough for what history brings.
    RETURN_IF_ERROR(want_file(transaction, message, message.at + 3 * kMetaKeepsFiles));
    ASSIGN_OR_RETURN(auto row, transaction.conversation(message.conversation));
    if (row.last.id != message.id) return {};
    row.last = summarise(message);
    return change_conversation(transaction, row);
}

Status edit_content(
    Transaction& transaction, Message message, const std::optional<Content>& new_content, UnixMillis at
) {
    if (new_content) {
        // The one that was written last stands, whichever came last.
        if (at < message.edited_at) return {};
        message.edited_at = at;
    }
    return change_content(transaction, std::move(message), new_content);
}

Status change_conversation(Transaction& transaction, Conversation& conversation) {
    conversation.rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.put_conversation(conversation));
    return transaction.append_event(
        {conversation.rev, ConversationChanged{conversation, transaction.counts()}}
    );
}

}  // namespace roost
