// A conversation before anybody has written in it: with a number, from one of ours.
#pragma once

#include <optional>
#include <string>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/app/link_records.h"
#include "shared/base/result.h"
#include "shared/model/conversation.h"

namespace roost {

struct StartWish {
    std::string number;                               // as people type it
    AccountId account;                                // from which of ours; 0 = the first
    std::optional<RecordLink> record = std::nullopt;  // what it is linked to
};

struct StartedConversation {
    Conversation row;
    bool is_new = false;  // false: it was there
};

// The conversation with that number, under whichever of its spellings it is known. From a page of one record
// it is linked to that record, in the same transaction. kInvalid naming the field; kConflict when no number
// is connected; kForbidden for another's conversation, which such a page does not see, and for a page of
// another person. Safe to repeat. Any thread.
Result<StartedConversation> start_conversation(const Deps& deps, const Actor& actor, const StartWish& wish);

// The steps of it, inside a job. Neither checks who asks.
// Of one that is connected; kInvalid for any other.
Result<AccountId> account_to_write_from(
    Transaction& transaction, const ConnectedNumbers& numbers, AccountId wanted
);
// A new one is assigned to who begins it if they would not see it otherwise.
Result<StartedConversation> conversation_with_number(
    Transaction& transaction, const Principal& who, AccountId account, const std::string& digits
);

}  // namespace roost
