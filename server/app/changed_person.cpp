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

// Who writes under a number that the telephone of the business knows has its name from there until they tell
// their own.
Result<bool> take_name(Transaction& transaction, const Notice& notice, const Json& entry) {
    const Json& contact = member(entry, "contact");
    const auto name = string_or(contact, "full_name", string_or(contact, "first_name", ""));
    auto number = text_or_number(contact, "phone_number");
    std::erase_if(number, [](char c) { return c < '0' || c > '9'; });
    const Person person{number, text_or_number(contact, "user_id"), {}};
    if (notice.event != "add" || name.empty() || (number.empty() && person.user_id.empty())) return false;
    ASSIGN_OR_RETURN(const auto account, transaction.account_for(Platform::kWhatsApp, notice.account_key));
    ASSIGN_OR_RETURN(auto row, transaction.conversation_with(account, person));
    if (!row || !row->contact_name.empty()) return false;
    row->contact_name = name;
    RETURN_IF_ERROR(change_conversation(transaction, *row));
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
    if (notice.field != "user_id_update" && notice.field != "smb_app_state_sync") return false;
    const auto value = parse_json(notice.raw);
    if (!value) return false;
    if (notice.field == "smb_app_state_sync") return take_name(transaction, notice, *value);
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
