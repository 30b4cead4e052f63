#include "server/app/account_writes.h"

namespace roost {

Status set_trouble(
    Transaction& transaction, AccountId account, const std::optional<Failure>& reason, UnixMillis now
) {
    ASSIGN_OR_RETURN(const auto known, transaction.account_trouble(account));
    const bool is_known = reason ? known && known->failure == *reason : !known;
    if (is_known) return {};
    std::optional<AccountTrouble> trouble;
    if (reason) trouble = AccountTrouble{*reason, known ? known->since : now};
    RETURN_IF_ERROR(transaction.put_account_trouble(account, trouble));
    return transaction.append_event({transaction.take_seq(), AccountChanged{account, trouble}});
}

}  // namespace roost
