#include "server/app/apply_item.h"

#include <optional>
#include <utility>

#include "server/app/account_notices.h"
#include "server/app/account_writes.h"
#include "server/app/changed_person.h"
#include "server/app/inbox_writes.h"
#include "server/app/marketing.h"
#include "server/app/media_writes.h"
#include "server/app/outbox_entry.h"
#include "server/app/template_writes.h"
#include "server/cloud/errors.h"

namespace roost {

namespace {

// The row learns what the payload tells about the person. An id that belongs to another conversation stays
// there.
Result<bool> learn(Transaction& transaction, Conversation& row, const Person& person) {
    const auto before = row;
    const auto learn_id = [&](std::string& known, const std::string& told, const Person& alone) -> Status {
        if (!known.empty() || told.empty()) return {};
        ASSIGN_OR_RETURN(const auto other, transaction.conversation_with(row.account, alone));
        if (!other) known = told;
        return {};
    };
    RETURN_IF_ERROR(learn_id(row.wa_id, person.wa_id, {person.wa_id, {}, {}}));
    RETURN_IF_ERROR(learn_id(row.user_id, person.user_id, {{}, person.user_id, {}}));
    if (!person.name.empty()) row.contact_name = person.name;
    return row != before;
}

Result<ConversationId> conversation_of_person(
    Transaction& transaction, Platform platform, const std::string& account_key, const Person& person
) {
    ASSIGN_OR_RETURN(const auto account, transaction.account_for(platform, account_key));
    ASSIGN_OR_RETURN(auto known, transaction.conversation_with(account, person));
    if (known) {
        ASSIGN_OR_RETURN(const bool has_changed, learn(transaction, *known, person));
        // The change is announced with the message that brought it.
        if (has_changed) RETURN_IF_ERROR(transaction.put_conversation(*known));
        return known->id;
    }
    Conversation made;
    made.platform = platform;
    made.account = account;
    made.contact_name = person.name;
    made.wa_id = person.wa_id;
    made.user_id = person.user_id;
    RETURN_IF_ERROR(transaction.add_conversation(made));
    return made.id;
}

Message message_from(const IncomingMessage& incoming, ConversationId conversation) {
    Message message;
    message.conversation = conversation;
    message.at = incoming.at;
    message.wamid = incoming.wamid;
    message.content = incoming.content;
    message.context = incoming.context;
    expect_file(message, incoming.platform);
    // That its kind cannot be told is what an unsupported one says by itself.
    if (incoming.failure && !std::holds_alternative<Unsupported>(incoming.content))
        message.failure =
            failure_from(incoming.failure->code, incoming.failure->sentence, incoming.failure->details);
    // Only what went out from here could be tried again from here.
    if (message.failure) message.failure->can_retry = false;
    if (!incoming.is_echo) return message;
    message.direction = Direction::kOutbound;
    message.status = incoming.status;
    message.times.sent = incoming.at;
    if (incoming.status == DeliveryStatus::kFailed && !message.failure)
        message.failure = failure_from(0, "", "");
    return message;
}

// History brings messages before their files: Meta keeps those of the last two weeks for it.
UnixMillis last_moment_for_file(const IncomingMessage& incoming) {
    // An address that does not answer for a day is no address any more.
    if (incoming.platform != Platform::kWhatsApp) return incoming.at + kDay;
    return incoming.at + kMetaKeepsFiles + (incoming.is_history ? 14 * kDay : 0);
}

// A call that rang has ended. Whatever else is told of it, in whatever order, is old.
Result<bool> end_call(Transaction& transaction, Message known, const IncomingMessage& incoming) {
    const auto* rings = std::get_if<Call>(&known.content);
    const auto* ended = std::get_if<Call>(&incoming.content);
    if (rings == nullptr || ended == nullptr || rings->has_ended || !ended->has_ended) return false;
    RETURN_IF_ERROR(change_content(transaction, std::move(known), incoming.content));
    return true;
}

// What history only announced as a file, and now brings.
Result<bool> fill_placeholder(Transaction& transaction, Message known, const IncomingMessage& incoming) {
    const bool is_placeholder = content_type(known.content) == "media_placeholder";
    if (!is_placeholder || media_in(incoming.content) == nullptr) return false;
    auto filled = known;
    filled.content = incoming.content;
    expect_file(filled, incoming.platform);
    RETURN_IF_ERROR(change_content(transaction, std::move(known), filled.content));
    return true;
}

Result<bool> apply(
    Transaction& transaction, const WebhookDelivery& /*delivery*/, const IncomingMessage& incoming
) {
    // Known already is the rule for redeliveries; it must not even touch the row.
    ASSIGN_OR_RETURN(auto known, transaction.message_by_wamid(incoming.wamid));
    if (known && std::holds_alternative<Call>(incoming.content))
        return end_call(transaction, *std::move(known), incoming);
    if (known) return fill_placeholder(transaction, *std::move(known), incoming);
    ASSIGN_OR_RETURN(
        const auto conversation,
        conversation_of_person(transaction, incoming.platform, incoming.account_key, incoming.person)
    );
    auto message = message_from(incoming, conversation);
    const auto arrival = incoming.is_history ? Arrival::kHistory : Arrival::kNew;
    ASSIGN_OR_RETURN(const bool is_new, enter_message(transaction, message, arrival));
    if (is_new) RETURN_IF_ERROR(want_file(transaction, message, last_moment_for_file(incoming)));
    if (const auto* system = std::get_if<System>(&incoming.content); is_new && system != nullptr) {
        RETURN_IF_ERROR(follow_change(transaction, conversation, *system));
    }
    return is_new;
}

// By Meta's id; or by ours, when the status overtook the answer to the send call or the answer was lost.
Result<std::optional<Message>> message_for(Transaction& transaction, const IncomingStatus& status) {
    ASSIGN_OR_RETURN(auto by_wamid, transaction.message_by_wamid(status.wamid));
    if (by_wamid) return by_wamid;
    const auto id = parse_id<MessageId>(status.callback_data);
    if (!id) return std::nullopt;
    ASSIGN_OR_RETURN(auto ours, transaction.message(*id));
    if (ours && ours->direction == Direction::kOutbound) return ours;
    return std::nullopt;
}

// Meta repeats what it said about an attempt that an agent has retried since. That it arrived after all
// counts whenever it is heard; anything less says nothing about the attempt that goes on.
Result<bool> is_about_earlier_attempt(
    Transaction& transaction, const Message& message, const IncomingStatus& status
) {
    const bool has_arrived = advance(DeliveryStatus::kFailed, status.status) != DeliveryStatus::kFailed;
    if (has_arrived || message.wamid == status.wamid) return false;
    if (!message.wamid.empty()) return true;
    ASSIGN_OR_RETURN(const auto waiting, transaction.outbox_of(message.id));
    return waiting && waiting->attempts == 0;
}

StatusReport report_from(const IncomingStatus& status) {
    StatusReport report{status.status, status.at, status.wamid, {}};
    report.charge = status.charge;
    if (status.failure)
        report.failure =
            failure_from(status.failure->code, status.failure->sentence, status.failure->details);
    return report;
}

// What the fate of a message that went out from here tells about the number that it went out from.
Status learn_about_number(Transaction& transaction, const Message& message, const IncomingStatus& status) {
    if (message.client_ref.empty()) return {};
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(message.conversation));
    if (message.status != DeliveryStatus::kFailed)
        return clear_trouble(transaction, row.account, Evidence::kStatus, message.times.sent);
    if (!message.failure || explain(message.failure->code, 0).kind != CloudErrorKind::kStopAccount) return {};
    return set_trouble(transaction, row.account, *message.failure, Evidence::kStatus, status.at);
}

Status try_again_by_itself(Transaction& transaction, const Message& message, UnixMillis now) {
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(message.conversation));
    const auto due_at = next_attempt(message, row, now);
    if (due_at == 0) return {};
    return queue_again(transaction, message, row.account, now, due_at);
}

Result<bool> apply(Transaction& transaction, const WebhookDelivery& delivery, const IncomingStatus& status) {
    ASSIGN_OR_RETURN(const auto message, message_for(transaction, status));
    const auto report = report_from(status);
    if (!message) {
        RETURN_IF_ERROR(keep_for_later(transaction, status.wamid, report));
        return true;
    }
    ASSIGN_OR_RETURN(const bool is_earlier, is_about_earlier_attempt(transaction, *message, status));
    if (is_earlier) return false;
    const auto changed = with_report(*message, report);
    const bool may_wait_in_outbox =
        message->status == DeliveryStatus::kQueued || message->status == DeliveryStatus::kSending;
    RETURN_IF_ERROR(change_status(transaction, *message, changed));
    // Meta repeats itself, and what it said before a repair says nothing after it.
    if (changed.status != message->status) RETURN_IF_ERROR(learn_about_number(transaction, changed, status));
    if (may_wait_in_outbox) {
        // Meta has it: it must not go out a second time.
        ASSIGN_OR_RETURN(const auto waiting, transaction.outbox_of(message->id));
        if (waiting) RETURN_IF_ERROR(transaction.remove_outbox(waiting->id));
    }
    if (changed.status != message->status) {
        ASSIGN_OR_RETURN(const auto stored, transaction.message(message->id));
        if (stored) RETURN_IF_ERROR(try_again_by_itself(transaction, *stored, delivery.at));
        RETURN_IF_ERROR(learn_of_stop(transaction, changed, status.at));
    }
    return changed != *message;
}

Result<bool> apply(
    Transaction& transaction, const WebhookDelivery& /*delivery*/, const IncomingChange& change
) {
    ASSIGN_OR_RETURN(auto target, transaction.message_by_wamid(change.target_wamid));
    if (!target) {
        RETURN_IF_ERROR(keep_for_later(transaction, change.target_wamid, change.at, change.new_content));
        return true;
    }
    RETURN_IF_ERROR(edit_content(transaction, *std::move(target), change.new_content, change.at));
    return true;
}

Result<bool> apply(Transaction& transaction, const WebhookDelivery& delivery, const Notice& notice) {
    RETURN_IF_ERROR(transaction.add_notice(delivery.webhook, notice));
    RETURN_IF_ERROR(take_account_notice(transaction, notice, delivery.at));
    RETURN_IF_ERROR(take_person_notice(transaction, notice));
    RETURN_IF_ERROR(take_marketing_wish(transaction, notice));
    return take_template_notice(transaction, notice);
}

}  // namespace

Result<bool> apply_item(Transaction& transaction, const WebhookDelivery& delivery, const WebhookItem& item) {
    return std::visit([&](const auto& known) { return apply(transaction, delivery, known); }, item);
}

}  // namespace roost
