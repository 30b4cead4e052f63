// A person is blocked at Meta, or let in again. Meta is asked first; what it did is then kept and announced.
#pragma once

#include <optional>
#include <string>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/cloud/cloud_api.h"
#include "shared/base/result.h"
#include "shared/model/block_refusal.h"
#include "shared/model/conversation.h"

namespace roost {

// With a reason, Meta did not do it: kConflict, or kUnavailable where another attempt may succeed.
struct BlockFailure {
    Error error;
    std::optional<BlockRefusal> reason = std::nullopt;
};

// The row as it is now; a repeat asks Meta nothing. kNotFound for an unknown conversation, kConflict for one
// that is not on WhatsApp. Where what Meta did could not be kept, the same again keeps it. Any thread; blocks
// for as long as Meta takes.
tl::expected<Conversation, BlockFailure> change_block(
    const Deps& deps, CloudApi& cloud, const Actor& actor, ConversationId id, BlockChange change
);

// Holds whom we know as blocked by that number against Meta's own list. kUnavailable if the list did not come
// whole: nothing is changed then.
Status reconcile_blocked(
    const Deps& deps, CloudApi& cloud, AccountId account, const std::string& phone_number_id
);

}  // namespace roost
