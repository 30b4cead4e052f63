// A customer whom Meta names by another number or id from now on: the same conversation goes on under it.
// Safe to repeat. What already belongs to another conversation stays there: both are kept as they are.
#pragma once

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/wire/webhook.h"

namespace roost {

// What a system message told in this conversation (cloud-api §9.6): a new number, a new user id, or both.
Status follow_change(Transaction& transaction, ConversationId id, const System& system);

// The webhook `user_id_update`. False if it is another one, or tells of nobody who is known here.
Result<bool> take_person_notice(Transaction& transaction, const Notice& notice);

}  // namespace roost
