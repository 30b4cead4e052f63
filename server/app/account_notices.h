// Which of Meta's notices an administrator has to know, and what they say (cloud-api §8).
#pragma once

#include <optional>

#include "server/store/store.h"
#include "shared/model/account_notice.h"
#include "shared/wire/webhook.h"

namespace roost {

// Absent for what changes nothing for the house: calls, contacts of a phone, prices, half a template's life.
std::optional<AccountNotice> account_notice_in(const Notice& notice, UnixMillis at);

// Stores and announces it, if it is one.
Status take_account_notice(Transaction& transaction, const Notice& notice, UnixMillis at);

// An administrator has seen this one. False = another has already: nothing changes the second time.
Result<bool> dismiss_account_notice(Transaction& transaction, std::int64_t id);

}  // namespace roost
