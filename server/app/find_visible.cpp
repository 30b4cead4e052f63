#include "server/app/find_visible.h"

#include <utility>

#include "server/events/visibility.h"
#include "server/store/store.h"

namespace roost {

Result<Conversation> find_visible_conversation(const Deps& deps, const Principal& who, ConversationId id) {
    ASSIGN_OR_RETURN(auto row, deps.store.find_conversation(id));
    if (!may_see(who, row)) return fail(ErrorCode::kNotFound, "There is no such conversation.");
    return narrowed(std::move(row), who.reach);
}

Result<Message> find_visible_message(const Deps& deps, const Principal& who, MessageId id) {
    ASSIGN_OR_RETURN(auto message, deps.store.find_message(id));
    // Who sees everything needs no look at the row.
    if (who.agent && who.reach.empty()) return message;
    const auto row = find_visible_conversation(deps, who, message.conversation);
    if (!row) return fail(ErrorCode::kNotFound, "There is no such message.");
    return narrowed(std::move(message), who.reach);
}

Status check_visible_file(const Deps& deps, const Principal& who, std::string_view file) {
    if (who.reach.empty()) return {};
    ASSIGN_OR_RETURN(const bool is_seen, deps.store.links().reaches_file(who.reach, file));
    return is_seen ? Status() : fail(ErrorCode::kNotFound, "There is no such file.");
}

}  // namespace roost
