#include "server/app/changed_person.h"

#include <string>

#include "server/app/inbox_writes.h"

namespace roost {

namespace {

// True if the row has to be stored: the person is told by something new that nobody else goes by.
Result<bool> take_over(
    Transaction& transaction, const Conversation& row, std::string& known, const Person& told
) {
    const std::string& wanted = told.wa_id.empty() ? told.user_id : told.wa_id;
    if (wanted.empty() || known == wanted) return false;
    ASSIGN_OR_RETURN(const auto other, transaction.conversation_with(row.account, told));
    if (other) return false;
    known = wanted;
    return true;
}

Result<bool> follow(Transaction& transaction, Conversation row, const Person& now) {
    ASSIGN_OR_RETURN(const bool has_number, take_over(transaction, row, row.wa_id, {now.wa_id, {}, {}}));
    ASSIGN_OR_RETURN(const bool has_user_id, take_over(transaction, row, row.user_id, {{}, now.user_id, {}}));
    if (!has_number && !has_user_id) return false;
    RETURN_IF_ERROR(change_conversation(transaction, row));
    return true;
}

}  // namespace

Status follow_change(Transaction& transaction, ConversationId id, const System& system) {
    if (system.new_wa_id.empty() && system.new_user_id.empty()) return {};
    ASSIGN_OR_RETURN(const auto row, transaction.conversation(id));
    RETURN_IF_ERROR(follow(transaction, row, {system.new_wa_id, system.new_user_id, {}}));
    return {};
}

Result<bool> take_person_notice(Transaction& transaction, const Notice& notice) {
    if (notice.field != "user_id_update") return false;
    const auto value = parse_json(notice.raw);
    if (!value) return false;
    const Json& ids = member(*value, "user_id");
    const Person before{text_or_number(*value, "wa_id"), text_or_number(ids, "previous"), {}};
    const Person now{{}, text_or_number(ids, "current"), {}};
    if (now.user_id.empty() || (before.wa_id.empty() && before.user_id.empty())) return false;
    ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, notice.account_key));
    ASSIGN_OR_RETURN(const auto row, transaction.conversation_with(account, before));
    if (!row) return false;
    return follow(transaction, *row, now);
}

}  // namespace roost
