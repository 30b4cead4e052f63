#include "server/app/account_writes.h"

#include <optional>

#include "shared/model/failure_reason.h"

namespace roost {

namespace {

Status tell(Transaction& transaction, AccountId account, const std::optional<AccountTrouble>& trouble) {
    RETURN_IF_ERROR(transaction.put_account_trouble(account, trouble));
    return transaction.append_event({transaction.take_seq(), AccountChanged{account, trouble}});
}

bool is_about_access(const Failure& failure) {
    const auto reason = reason_said(failure.sentence);
    return reason == FailureReason::kToken || reason == FailureReason::kBusy;
}

bool proves_wrong(Evidence evidence, const AccountTrouble& trouble) {
    switch (evidence) {
        case Evidence::kStatus:
            return true;
        case Evidence::kAnswer:
            return !trouble.comes_by_status;
        case Evidence::kAccess:
            return is_about_access(trouble.failure);
    }
    return false;
}

}  // namespace

Status set_trouble(
    Transaction& transaction, AccountId account, const Failure& reason, Evidence from, UnixMillis now
) {
    ASSIGN_OR_RETURN(const auto known, transaction.account_trouble(account));
    const bool is_by_status = from == Evidence::kStatus;
    if (known && known->failure == reason && known->comes_by_status == is_by_status) return {};
    return tell(transaction, account, AccountTrouble{reason, known ? known->since : now, is_by_status});
}

Status clear_trouble(Transaction& transaction, AccountId account, Evidence from, UnixMillis at) {
    ASSIGN_OR_RETURN(const auto known, transaction.account_trouble(account));
    if (!known || at < known->since || !proves_wrong(from, *known)) return {};
    return tell(transaction, account, std::nullopt);
}

Status forget_trouble(Transaction& transaction, AccountId account) {
    ASSIGN_OR_RETURN(const auto known, transaction.account_trouble(account));
    return known ? tell(transaction, account, std::nullopt) : Status();
}

}  // namespace roost
