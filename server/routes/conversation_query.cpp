#include "server/routes/conversation_query.h"

#include <utility>

#include "server/app/find_visible.h"
#include "server/routes/paging.h"
#include "server/store/store.h"

namespace roost {

namespace {

// "?before=" takes the cursor of a place, or the id of the last row the client has.
Result<std::optional<ListPlace>> read_place(const Deps& deps, const Request& request, const Principal& who) {
    const auto text = request.query_value("before");
    if (!text) return std::optional<ListPlace>();
    if (const auto place = parse_cursor(*text)) return place;
    const auto id = parse_id<ConversationId>(*text);
    if (!id) return fail(ErrorCode::kInvalid, "'before' is neither a cursor nor the id of a conversation.");
    ASSIGN_OR_RETURN(const auto row, find_visible_conversation(deps, who, *id));
    return std::optional<ListPlace>(place_of(row));
}

// Absent if neither is asked for.
Result<std::optional<RecordRef>> read_record_filter(const Request& request) {
    const RecordRef record{
        request.query_value("entity_type").value_or(""), request.query_value("entity_id").value_or("")};
    if (record == RecordRef{}) return std::optional<RecordRef>();
    if (record.type.empty() || record.id.empty())
        return fail(ErrorCode::kInvalid, "'entity_type' and 'entity_id' go together.");
    RETURN_IF_ERROR(check_record(record));
    return std::optional(record);
}

// "none", "me" where there is one, or an id; absent = whoever's.
template <class Id>
Result<std::optional<Id>> read_owner(const Request& request, std::string_view key, std::optional<Id> me) {
    const auto text = request.query_value(key).value_or("");
    if (text.empty()) return std::optional<Id>();
    if (text == "none") return std::optional(Id{});
    if (me && text == "me") return me;
    const auto id = parse_id<Id>(text);
    if (id) return id;
    return fail(ErrorCode::kInvalid, "'" + std::string(key) + "' must be an id or none.");
}

}  // namespace

Result<ConversationQuery> read_conversation_query(
    const Deps& deps, const Request& request, const Principal& who
) {
    ConversationQuery query;
    if (const auto name = request.query_value("platform"); name && !name->empty()) {
        query.platform = parse_platform(*name);
        if (!query.platform) return fail(ErrorCode::kInvalid, "'platform' is not one that Roost knows.");
    }
    const auto unread = request.query_value("unread").value_or("false");
    if (unread != "true" && unread != "false" && unread != "1" && unread != "0") {
        return fail(ErrorCode::kInvalid, "'unread' must be true or false.");
    }
    query.only_unread = unread == "true" || unread == "1";
    ASSIGN_OR_RETURN(query.before, read_place(deps, request, who));
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 50, 200));
    ASSIGN_OR_RETURN(query.record, read_record_filter(request));
    ASSIGN_OR_RETURN(query.assignee, read_owner(request, "assignee", std::optional(who.agent)));
    ASSIGN_OR_RETURN(query.team, read_owner(request, "team", std::optional<TeamId>()));
    query.reach = who.reach;
    return query;
}

Result<ConversationPage> list_visible(const Deps& deps, const ConversationQuery& query) {
    ASSIGN_OR_RETURN(auto page, deps.store.list_conversations(query));
    for (auto& row : page.conversations)
        row = narrowed(std::move(row), query.reach);
    return page;
}

}  // namespace roost
