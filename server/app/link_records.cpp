#include "server/app/link_records.h"

#include <algorithm>
#include <utility>

#include "server/app/clock.h"
#include "server/app/inbox_writes.h"
#include "server/config.h"
#include "server/events/visibility.h"
#include "server/store/store.h"

namespace roost {

namespace {

Result<Message> known_message(Transaction& transaction, MessageId id) {
    ASSIGN_OR_RETURN(auto message, transaction.message(id));
    if (!message) return fail(ErrorCode::kNotFound, "There is no such message.");
    return *std::move(message);
}

Status change_message(Transaction& transaction, Message& message) {
    message.rev = transaction.take_seq();
    RETURN_IF_ERROR(transaction.put_message(message));
    return transaction.append_event({message.rev, MessageChanged{message}});
}

// The row behind what was taken into `links`, whose copy then names it.
Result<MadeLink> write_row(Transaction& transaction, LinkRow row, RecordLinks& links, LinkChange change) {
    const auto own = std::find_if(links.begin(), links.end(), [&](const RecordLink& one) {
        return one.record == row.link.record;
    });
    if (change == LinkChange::kAdded) {
        ASSIGN_OR_RETURN(own->id, transaction.links().add_link(row));
    }
    row.link = *own;
    if (change == LinkChange::kRenamed) RETURN_IF_ERROR(transaction.links().put_link(row));
    return MadeLink{row, change == LinkChange::kAdded};
}

Status check_subject(Transaction& transaction, const Principal& who, const LinkSubject& subject) {
    auto id = subject.conversation;
    if (subject.message) {
        ASSIGN_OR_RETURN(const auto message, known_message(transaction, subject.message));
        id = message.conversation;
    }
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(id));
    if (may_see(who, row)) return {};
    return fail(ErrorCode::kNotFound, "There is no such conversation.");
}

std::string name_of(const RecordRef& record) {
    return record.type + " " + record.id;
}

std::string name_of(const LinkRow& row) {
    return row.message ? "message " + to_string(row.message) : "conversation " + to_string(row.conversation);
}

void drop(RecordLinks& links, LinkId id) {
    std::erase_if(links, [id](const RecordLink& one) { return one.id == id; });
}

Status take_from_subject(Transaction& transaction, const LinkRow& row) {
    if (row.message) {
        ASSIGN_OR_RETURN(auto message, known_message(transaction, row.message));
        drop(message.links, row.link.id);
        return change_message(transaction, message);
    }
    ASSIGN_OR_RETURN(auto conversation, transaction.conversation(row.conversation));
    drop(conversation.links, row.link.id);
    return change_conversation(transaction, conversation);
}

}  // namespace

Status check_type(const Config& config, const RecordRef& record) {
    ASSIGN_OR_RETURN(const auto types, parse_record_types(config.record_types));
    if (std::find(types.begin(), types.end(), record.type) != types.end()) return {};
    return fail(
        ErrorCode::kInvalid,
        "'type' is not one of the types of records in the settings: " + config.record_types
    );
}

Result<MadeLink> add_link(
    Transaction& transaction, const LinkSubject& subject, const RecordLink& link, AgentId by, UnixMillis now
) {
    LinkRow row{subject.conversation, subject.message, link, now, by};
    if (subject.message) {
        ASSIGN_OR_RETURN(auto message, known_message(transaction, subject.message));
        row.conversation = message.conversation;
        ASSIGN_OR_RETURN(const auto change, take_link(message.links, link));
        ASSIGN_OR_RETURN(auto made, write_row(transaction, row, message.links, change));
        if (change != LinkChange::kNone) RETURN_IF_ERROR(change_message(transaction, message));
        return made;
    }
    ASSIGN_OR_RETURN(auto conversation, transaction.conversation(subject.conversation));
    ASSIGN_OR_RETURN(const auto change, take_link(conversation.links, link));
    ASSIGN_OR_RETURN(auto made, write_row(transaction, row, conversation.links, change));
    if (change != LinkChange::kNone) RETURN_IF_ERROR(change_conversation(transaction, conversation));
    return made;
}

Result<MadeLink> link_to_record(
    const Deps& deps, const Actor& actor, const LinkSubject& subject, const RecordLink& link
) {
    RETURN_IF_ERROR(check_link(link));
    RETURN_IF_ERROR(check_type(deps.config, link.record));
    MadeLink made;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(check_subject(transaction, actor.who, subject));
        ASSIGN_OR_RETURN(made, add_link(transaction, subject, link, actor.who.agent, deps.clock.now()));
        if (!made.is_new) return {};
        return note_action(
            deps, transaction, actor, "record.linked", name_of(made.row), name_of(link.record)
        );
    });
    if (!done) return tl::unexpected(done.error());
    return made;
}

Status unlink_record(const Deps& deps, const Actor& actor, LinkId id) {
    return deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto known, transaction.links().link(id));
        if (!known) return fail(ErrorCode::kNotFound, "There is no such link.");
        RETURN_IF_ERROR(check_subject(transaction, actor.who, {known->conversation, {}}));
        RETURN_IF_ERROR(transaction.links().remove_link(id));
        RETURN_IF_ERROR(take_from_subject(transaction, *known));
        return note_action(
            deps, transaction, actor, "record.unlinked", name_of(*known), name_of(known->link.record)
        );
    });
}

}  // namespace roost
