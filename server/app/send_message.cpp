#include "server/app/send_message.h"

#include <algorithm>
#include <utility>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/fill_template.h"
#include "server/app/inbox_writes.h"
#include "server/app/link_records.h"
#include "server/app/marketing.h"
#include "server/app/media_uploads.h"
#include "server/app/media_writes.h"
#include "server/app/outbox_entry.h"
#include "server/app/start_conversation.h"
#include "server/events/visibility.h"
#include "server/store/store.h"
#include "shared/model/failure_repair.h"
#include "shared/model/reactions.h"

namespace roost {

namespace {

Status check_may_write(const Principal& who) {
    if (who.role != AgentRole::kViewer) return {};
    return fail(ErrorCode::kForbidden, "Your role may read conversations but not write in them.");
}

// Not even by force: Meta lets nothing through to somebody the number has blocked.
Status check_not_blocked(const Conversation& to) {
    if (!to.is_blocked) return {};
    return fail(ErrorCode::kBlocked, "This person is blocked on WhatsApp: unblock them to write to them.");
}

// One that is not known here is left to Meta.
Status check_may_react(Transaction& transaction, const Content& content, UnixMillis now) {
    const auto* reaction = std::get_if<Reaction>(&content);
    if (reaction == nullptr) return {};
    ASSIGN_OR_RETURN(const auto target, transaction.message_by_wamid(reaction->target_wamid));
    if (!target || may_react_to(*target, now)) return {};
    return fail(
        ErrorCode::kConflict,
        "WhatsApp takes reactions to messages of the last 30 days, and none to other reactions."
    );
}

Message new_message(
    const Principal& who, const Conversation& to, const SendRequest& request, UnixMillis now
) {
    Message message;
    message.conversation = to.id;
    message.direction = Direction::kOutbound;
    // Whole seconds, as WhatsApp tells of customers' messages: within one second the order is that of
    // arrival, so that an answer stands below what it answers, theirs below ours and ours below theirs, also
    // when this machine's clock is behind.
    message.at = std::max(now - now % kSecond, to.last.at);
    message.client_ref = request.client_ref;
    message.sent_by = who.agent;
    message.content = request.content;
    message.context.quoted_wamid = request.quoted_wamid;
    message.status = DeliveryStatus::kQueued;
    return message;
}

Status quote(Transaction& transaction, const SendRequest& request, Message& message) {
    if (!request.reply_to) return {};
    ASSIGN_OR_RETURN(const auto quoted, transaction.message(request.reply_to));
    if (!quoted || quoted->conversation != message.conversation) {
        return fail(ErrorCode::kInvalid, "'reply_to' must be a message of this conversation.");
    }
    if (quoted->wamid.empty()) {
        return fail(ErrorCode::kConflict, "A message can be quoted once it has been sent.");
    }
    message.context.quoted_wamid = quoted->wamid;
    message.context.quote = quote_of(*quoted);
    return {};
}

Status read_message(Transaction& transaction, MessageId id, Message& message) {
    ASSIGN_OR_RETURN(auto known, transaction.message(id));
    if (!known) return fail(ErrorCode::kNotFound, "There is no such message.");
    message = *std::move(known);
    return {};
}

Status check_may_link(const Config& config, const Principal& who, const RecordRef& record) {
    const auto page = page_in(who.reach);
    if (!page.empty() && page != reach_of(record))
        return fail(ErrorCode::kNotFound, "There is no such record.");
    return check_type(config, record);
}

// Who knows the id of a file of another record could otherwise send it to their own, and so read it.
Status check_may_name_files(Transaction& transaction, const Principal& who, const Content& content) {
    if (who.reach.empty()) return {};
    for (const auto& carried : files_in(content)) {
        const auto& file = carried.media->file.id;
        if (file.empty()) continue;
        ASSIGN_OR_RETURN(const bool is_seen, transaction.links().reaches_file(who.reach, file));
        if (!is_seen) return fail(ErrorCode::kInvalid, "'file' names no file that was uploaded.");
    }
    return {};
}

// With the record that the request names; from a page of one record, always with that one, by the name that
// its conversation knows it by.
Result<Message> link_sent(
    Transaction& transaction,
    const Principal& who,
    const Conversation& to,
    const SendRequest& request,
    const Message& message
) {
    auto record = request.record;
    if (const auto own = record_in(who.reach)) record = own;
    if (!record) return message;
    RecordLink link{{}, *record, {}, {}};
    if (const auto* known = find_link(to.links, *record)) link = *known;
    link.id = {};
    RETURN_IF_ERROR(add_link(transaction, {{}, message.id}, link, who.agent, message.at));
    Message linked;
    RETURN_IF_ERROR(read_message(transaction, message.id, linked));
    return linked;
}

Result<Message> accept(
    Transaction& transaction,
    const Deps& deps,
    const Principal& who,
    const Conversation& to,
    const SendRequest& request
) {
    const auto now = deps.clock.now();
    RETURN_IF_ERROR(check_not_blocked(to));
    if (!request.is_forced) RETURN_IF_ERROR(check_may_send(to, request.content, now));
    RETURN_IF_ERROR(check_may_react(transaction, request.content, now));
    auto message = new_message(who, to, request, now);
    RETURN_IF_ERROR(quote(transaction, request, message));
    if (auto* from_template = std::get_if<Template>(&message.content)) {
        ASSIGN_OR_RETURN(const auto account, transaction.account(to.account));
        const auto waba = account ? deps.numbers.waba_of(account->key) : std::string();
        RETURN_IF_ERROR(fill_template_in(transaction, waba, to, *from_template));
        if (!request.is_forced) RETURN_IF_ERROR(check_takes_marketing(transaction, waba, to, *from_template));
    }
    RETURN_IF_ERROR(check_may_name_files(transaction, who, message.content));
    RETURN_IF_ERROR(take_uploaded_files(transaction, to.platform, message.content));
    ASSIGN_OR_RETURN(const bool is_new, enter_message(transaction, message, Arrival::kNew));
    if (!is_new) return fail(ErrorCode::kInternal, "The message could not be stored.");
    RETURN_IF_ERROR(transaction.add_outbox(outbox_row(message, to.account, now)));
    return link_sent(transaction, who, to, request, message);
}

Status check_sees(Transaction& transaction, const Principal& who, ConversationId id) {
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(id));
    return may_see(who, row) ? Status() : fail(ErrorCode::kNotFound, "There is no such conversation.");
}

// Finds or refuses the conversation inside the transaction; a client_ref that is known is answered before it
// is asked.
using FindConversation = std::function<Result<Conversation>(Transaction&)>;

Result<Message> send_once(
    const Deps& deps, const Principal& who, const SendRequest& request, const FindConversation& find
) {
    RETURN_IF_ERROR(check_may_write(who));
    if (request.record) RETURN_IF_ERROR(check_may_link(deps.config, who, *request.record));
    if (!is_client_ref(request.client_ref)) {
        return fail(ErrorCode::kInvalid, "'client_ref' may have at most 64 of A-Z a-z 0-9 . _ -");
    }
    Message sent;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(auto known, transaction.message_by_ref(request.client_ref));
        if (known) {
            RETURN_IF_ERROR(check_sees(transaction, who, known->conversation));
            sent = *std::move(known);
            return {};
        }
        ASSIGN_OR_RETURN(const auto to, find(transaction));
        RETURN_IF_ERROR(check_sees(transaction, who, to.id));
        ASSIGN_OR_RETURN(sent, accept(transaction, deps, who, to, request));
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    return sent;
}

Result<Conversation> default_conversation(
    Transaction& transaction, const ConnectedNumbers& numbers, const Principal& who, const std::string& digits
) {
    ASSIGN_OR_RETURN(const auto account, account_to_write_from(transaction, numbers, {}));
    ASSIGN_OR_RETURN(auto to, conversation_with_number(transaction, who, account, digits));
    return std::move(to.row);
}

Status check_may_retry(const Message& message, UnixMillis now) {
    if (message.status != DeliveryStatus::kFailed || !message.failure || !message.failure->can_retry) {
        return fail(ErrorCode::kConflict, "Only a message that failed and may be sent again can be retried.");
    }
    const auto repair = repair_of(*message.failure, message.times.failed, now);
    if (repair.action != Repair::kWait) return {};
    return fail(
        ErrorCode::kConflict, "Meta forbids another attempt before " + to_rfc3339(repair.not_before) + "."
    );
}

struct Retry {
    const Principal& who;
    MessageId id;
    bool is_forced;
};

Status try_again(Transaction& transaction, const Retry& retry, UnixMillis now, Message& message) {
    RETURN_IF_ERROR(read_message(transaction, retry.id, message));
    if (!check_sees(transaction, retry.who, message.conversation))
        return fail(ErrorCode::kNotFound, "There is no such message.");
    RETURN_IF_ERROR(check_may_retry(message, now));
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(message.conversation));
    RETURN_IF_ERROR(check_not_blocked(row));
    if (!retry.is_forced) RETURN_IF_ERROR(check_may_send(row, message.content, now));
    RETURN_IF_ERROR(forget_uploads(transaction, message, row.account));
    RETURN_IF_ERROR(queue_again(transaction, message, row.account, now, now));
    return read_message(transaction, retry.id, message);
}

}  // namespace

Result<Message> send_message(
    const Deps& deps, const Principal& who, ConversationId to, const SendRequest& request
) {
    return send_once(deps, who, request, [to](Transaction& transaction) {
        return transaction.conversation(to);
    });
}

Result<Message> send_message_to_number(const Deps& deps, const Principal& who, const SendRequest& request) {
    if (request.to.empty())
        return fail(ErrorCode::kInvalid, "'to' is missing: the phone number to write to.");
    return send_once(deps, who, request, [&](Transaction& transaction) {
        return default_conversation(transaction, deps.numbers, who, request.to);
    });
}

Result<std::optional<Message>> look_before_sending(
    const Deps& deps, const Principal& who, ConversationId to, const SendRequest& request
) {
    RETURN_IF_ERROR(check_may_write(who));
    std::optional<Message> sent;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(sent, transaction.message_by_ref(request.client_ref));
        const auto id = sent ? sent->conversation : to;
        if (!id) return {};
        RETURN_IF_ERROR(check_sees(transaction, who, id));
        if (sent) return {};
        ASSIGN_OR_RETURN(const auto row, transaction.conversation(id));
        RETURN_IF_ERROR(check_not_blocked(row));
        return request.is_forced ? Status() : check_may_send(row, request.content, deps.clock.now());
    });
    if (!done) return tl::unexpected(done.error());
    return sent;
}

Result<Message> retry_message(const Deps& deps, const Principal& who, MessageId id, bool is_forced) {
    RETURN_IF_ERROR(check_may_write(who));
    Message message;
    const auto done = deps.store.write([&](Transaction& transaction) {
        return try_again(transaction, {who, id, is_forced}, deps.clock.now(), message);
    });
    if (!done) return tl::unexpected(done.error());
    return message;
}

}  // namespace roost
