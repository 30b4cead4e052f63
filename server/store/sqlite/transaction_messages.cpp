// The writer's transaction: messages, outbox and people.
#include "server/store/sqlite/records.h"
#include "server/store/sqlite/transaction.h"

namespace roost::sqlite {

Result<bool> WriterTransaction::add_message(Message& message) {
    return insert_message(on_, message);
}

Status WriterTransaction::put_message(const Message& message) {
    return update_message(on_, message);
}

Result<std::optional<Message>> WriterTransaction::message(MessageId id) {
    return read_message(on_, id);
}

Result<std::optional<Message>> WriterTransaction::last_inbound(
    ConversationId id, UnixMillis at, MessageId up_to
) {
    return read_last_inbound(on_, id, at, up_to);
}

Result<std::optional<Message>> WriterTransaction::message_by_wamid(std::string_view wamid) {
    return read_message_by_wamid(on_, wamid);
}

Result<std::optional<Message>> WriterTransaction::message_by_ref(std::string_view client_ref) {
    return read_message_by_ref(on_, client_ref);
}

Status WriterTransaction::keep_orphan(std::string_view wamid, UnixMillis at, std::string_view item_json) {
    RETURN_IF_ERROR(insert_orphan(on_, wamid, at, item_json));
    ++orphans_;
    return {};
}

Result<std::vector<std::string>> WriterTransaction::take_orphans(std::string_view wamid) {
    if (orphans_ == 0) return std::vector<std::string>();
    ASSIGN_OR_RETURN(auto items, read_orphans(on_, wamid));
    if (items.empty()) return items;
    RETURN_IF_ERROR(delete_orphans(on_, wamid));
    orphans_ -= static_cast<std::int64_t>(items.size());
    return items;
}

Status WriterTransaction::add_outbox(const OutboxRow& row) {
    return insert_outbox(on_, row);
}

Status WriterTransaction::put_outbox(const OutboxRow& row) {
    return update_outbox(on_, row);
}

Status WriterTransaction::remove_outbox(std::int64_t id) {
    return delete_outbox(on_, id);
}

Result<std::optional<OutboxRow>> WriterTransaction::outbox_of(MessageId message) {
    return read_outbox_of(on_, message);
}

Result<std::optional<OutboxRow>> WriterTransaction::outbox_row(std::int64_t id) {
    return read_outbox_row(on_, id);
}

}  // namespace roost::sqlite
