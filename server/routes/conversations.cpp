// The list: rows by platform, unread, record and who looks after them, one row, whose it is, "read up to
// here", who cannot be reached, and who is blocked.
#include "server/app/assign_conversation.h"
#include "server/app/block_contact.h"
#include "server/app/find_visible.h"
#include "server/app/mark_read.h"
#include "server/app/mark_unreachable.h"
#include "server/app/start_conversation.h"

#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/conversation_query.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/model/service_window.h"
#include "shared/wire/snapshot.h"

namespace roost {

namespace {

std::string_view name_of(WindowState state) {
    if (state == WindowState::kNeverOpened) return "never_opened";
    return state == WindowState::kOpen ? "open" : "closed";
}

// For callers who would have to know Meta's rules otherwise; the row has the facts that they are made of.
Json window_json(const ServiceWindow& window) {
    Json json{{"state", name_of(window.state)}};
    if (window.until != 0) json["until"] = to_rfc3339(window.until);
    if (window.free_until != 0) json["free_until"] = to_rfc3339(window.free_until);
    return json;
}

Reply row_reply(const Deps& deps, const Result<Conversation>& row) {
    if (!row) return error_reply(row.error());
    Json json = json_written_by([&](JsonWriter& out) { write_conversation(out, *row); });
    json["window"] = window_json(service_window(*row, deps.clock.now()));
    return json_reply(200, dump_json(json));
}

Reply list(const Deps& deps, const Request& request, const Principal& who) {
    const auto query = read_conversation_query(deps, request, who);
    if (!query) return error_reply(query.error());
    const auto page = list_visible(deps, *query);
    return page ? json_reply(200, write_conversation_page(*page)) : error_reply(page.error());
}

// "entity": {"type", "id", "title"?, "url"?}, as in an embed token.
Result<std::optional<RecordLink>> record_in_body(const Json& body) {
    const Json& entity = member(body, "entity");
    if (entity.is_null()) return std::optional<RecordLink>();
    ASSIGN_OR_RETURN(auto link, read_record(entity, "entity."));
    return std::optional(std::move(link));
}

Result<StartedConversation> start(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    StartWish wish;
    ASSIGN_OR_RETURN(wish.number, required_string(body, "number"));
    if (!member(body, "account").is_null()) {
        ASSIGN_OR_RETURN(wish.account, required_id<AccountId>(body, "account"));
    }
    ASSIGN_OR_RETURN(wish.record, record_in_body(body));
    return start_conversation(deps, actor_of(request, who), wish);
}

Reply started_reply(const Result<StartedConversation>& started, const Principal& who) {
    if (!started) return error_reply(started.error());
    const auto row = narrowed(started->row, who.reach);
    return json_reply(started->is_new ? 201 : 200, text_written_by([&](JsonWriter& out) {
                          write_conversation(out, row);
                      }));
}

Result<Conversation> visible_row(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<ConversationId>(request));
    return find_visible_conversation(deps, who, id);
}

Result<Conversation> read_up_to(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<ConversationId>(request));
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto up_to, required_id<MessageId>(body, "up_to"));
    ASSIGN_OR_RETURN(const auto row, mark_read(deps, who, id, up_to));
    return narrowed(row, who.reach);
}

Result<Conversation> reachable_or_not(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto row, visible_row(deps, request, who));
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    const auto is_unreachable = optional_bool(body, "unreachable");
    if (!is_unreachable) return fail(ErrorCode::kInvalid, "'unreachable' must be true or false.");
    ASSIGN_OR_RETURN(const auto changed, mark_unreachable(deps, who, row.id, *is_unreachable));
    return narrowed(changed, who.reach);
}

// Absent = stays as it is; null = none.
template <class Id>
Result<std::optional<Id>> new_owner(const Json& body, std::string_view key) {
    if (!body.contains(key)) return std::optional<Id>();
    ASSIGN_OR_RETURN(const auto id, id_or_none<Id>(body, key));
    return std::optional(id);
}

Result<Conversation> assign(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<ConversationId>(request));
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    if (!body.is_object()) return fail(ErrorCode::kInvalid, "The body must be an object.");
    Assignment to;
    ASSIGN_OR_RETURN(to.assignee, new_owner<AgentId>(body, "assignee"));
    ASSIGN_OR_RETURN(to.team, new_owner<TeamId>(body, "team"));
    if (!to.assignee && !to.team)
        return fail(ErrorCode::kInvalid, "'assignee' or 'team' says what is to change.");
    ASSIGN_OR_RETURN(const auto row, assign_conversation(deps, actor_of(request, who), id, to));
    return narrowed(row, who.reach);
}

Reply refusal_reply(const BlockFailure& failure) {
    if (!failure.reason) return error_reply(failure.error);
    const auto code = error_code_name(failure.error.code);
    const auto reason = "\"" + std::string(block_refusal_name(*failure.reason)) + "\"";
    return problem_reply_with(http_status(failure.error.code), code, failure.error.message, "reason", reason);
}

// Whoever reads what an abuser writes may end it: Meta allows it for a day only, and it is taken back as
// easily.
Reply block(const RouteDeps& on, const Request& request, const Principal& who, BlockChange change) {
    const auto row = visible_row(on.deps, request, who);
    if (!row) return error_reply(row.error());
    const auto changed = change_block(on.deps, on.cloud, actor_of(request, who), row->id, change);
    return changed ? row_reply(on.deps, *changed) : refusal_reply(changed.error());
}

}  // namespace

void bind_conversations(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto list_here = [&deps](const Request& request, const Principal& who) {
        return list(deps, request, who);
    };
    const auto get = [&deps](const Request& request, const Principal& who) {
        return row_reply(deps, visible_row(deps, request, who));
    };
    const auto read = [&deps](const Request& request, const Principal& who) {
        return row_reply(deps, read_up_to(deps, request, who));
    };
    const auto unreachable = [&deps](const Request& request, const Principal& who) {
        return row_reply(deps, reachable_or_not(deps, request, who));
    };
    router.add("GET", "/api/v1/conversations", for_any_reach(deps, Permission::kRead, list_here));
    const auto start_here = [&deps](const Request& request, const Principal& who) {
        return started_reply(start(deps, request, who), who);
    };
    router.add("POST", "/api/v1/conversations", for_any_reach(deps, Permission::kSend, start_here));
    router.add("GET", "/api/v1/conversations/{id}", for_any_reach(deps, Permission::kRead, get));
    const auto assign_here = [&deps](const Request& request, const Principal& who) {
        return row_reply(deps, assign(deps, request, who));
    };
    router.add("PATCH", "/api/v1/conversations/{id}", for_any_reach(deps, Permission::kTend, assign_here));
    router.add("POST", "/api/v1/conversations/{id}/read", for_any_reach(deps, Permission::kTend, read));
    router.add(
        "POST", "/api/v1/conversations/{id}/unreachable", for_any_reach(deps, Permission::kTend, unreachable)
    );
    const auto bind_block = [&](std::string_view method, BlockChange change) {
        const auto answer = [on, change](const Request& request, const Principal& who) {
            return block(on, request, who, change);
        };
        const auto* const path = "/api/v1/conversations/{id}/block";
        router.add(method, path, for_permission(on.deps, Permission::kTend, answer));
    };
    bind_block("POST", BlockChange::kBlock);
    bind_block("DELETE", BlockChange::kUnblock);
}

}  // namespace roost
