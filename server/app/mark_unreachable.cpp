#include "server/app/mark_unreachable.h"

#include "server/app/inbox_writes.h"
#include "server/events/visibility.h"
#include "server/store/store.h"

namespace roost {

Result<Conversation> mark_unreachable(
    const Deps& deps, const Principal& who, ConversationId id, bool is_unreachable
) {
    if (who.role == AgentRole::kViewer) {
        return fail(ErrorCode::kForbidden, "Your role may read conversations but not change them.");
    }
    Conversation row;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(row, transaction.conversation(id));
        if (!may_see(who, row)) return fail(ErrorCode::kNotFound, "There is no such conversation.");
        if (row.is_unreachable == is_unreachable) return {};
        row.is_unreachable = is_unreachable;
        return change_conversation(transaction, row);
    });
    if (!done) return tl::unexpected(done.error());
    return row;
}

}  // namespace roost
