#include "server/app/assign_conversation.h"

#include <string>
#include <vector>

#include "server/app/inbox_writes.h"
#include "server/events/visibility.h"

namespace roost {

namespace {

// The name of who is to look after it; empty for nobody.
Result<std::string> name_of_assignee(Transaction& transaction, AgentId id) {
    if (!id) return std::string();
    ASSIGN_OR_RETURN(const auto colleague, transaction.teams().colleague(id));
    if (!colleague) return fail(ErrorCode::kInvalid, "'assignee' is no agent.");
    if (!colleague->may_answer)
        return fail(ErrorCode::kInvalid, "'assignee' is a viewer, who may not answer.");
    return colleague->name;
}

Result<std::string> name_of_team(Transaction& transaction, TeamId id) {
    if (!id) return std::string();
    const auto team = transaction.teams().team(id);
    if (team) return team->name;
    if (team.error().code != ErrorCode::kNotFound) return tl::unexpected(team.error());
    return fail(ErrorCode::kInvalid, "'team' is no team.");
}

// Changes the row; what changed, in words for the log of who did what: empty if nothing did.
Result<std::string> take(Transaction& transaction, Conversation& row, const Assignment& to) {
    std::string words;
    const auto add = [&words](std::string_view what, const std::string& name) {
        words += (words.empty() ? "" : ", ") + std::string(what) + (name.empty() ? "none" : name);
    };
    if (to.assignee && *to.assignee != row.assignee) {
        ASSIGN_OR_RETURN(const auto name, name_of_assignee(transaction, *to.assignee));
        row.assignee = *to.assignee;
        add("agent: ", name);
    }
    if (to.team && *to.team != row.team) {
        ASSIGN_OR_RETURN(const auto name, name_of_team(transaction, *to.team));
        row.team = *to.team;
        add("team: ", name);
    }
    return words;
}

// Nobody, or no team, looks after these any more.
template <class Id>
Status release(Transaction& transaction, Result<std::vector<Conversation>> rows, Id Conversation::*owner) {
    if (!rows) return tl::unexpected(rows.error());
    for (auto& row : *rows) {
        row.*owner = {};
        RETURN_IF_ERROR(change_conversation(transaction, row));
    }
    return {};
}

}  // namespace

Result<Conversation> assign_conversation(
    const Deps& deps, const Actor& actor, ConversationId id, const Assignment& to
) {
    Conversation row;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(row, transaction.conversation(id));
        if (!may_see(actor.who, row)) return fail(ErrorCode::kNotFound, "There is no such conversation.");
        ASSIGN_OR_RETURN(const auto changed, take(transaction, row, to));
        if (changed.empty()) return {};
        RETURN_IF_ERROR(change_conversation(transaction, row));
        const auto subject = "conversation " + to_string(id);
        return note_action(deps, transaction, actor, "conversation.assigned", subject, changed);
    });
    if (!done) return tl::unexpected(done.error());
    return row;
}

Status release_conversations_of(Transaction& transaction, AgentId assignee) {
    return release(transaction, transaction.teams().conversations_of(assignee), &Conversation::assignee);
}

Status release_conversations_of(Transaction& transaction, TeamId team) {
    return release(transaction, transaction.teams().conversations_of(team), &Conversation::team);
}

}  // namespace roost
