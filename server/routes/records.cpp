// What belongs to records of other programs: linking, unlinking, and reading it by the record.
#include <utility>

#include "server/app/link_records.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/conversation_query.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"
#include "shared/wire/snapshot.h"

namespace roost {

namespace {

Result<LinkSubject> read_subject(const Json& body) {
    LinkSubject subject;
    const bool has_conversation = !member(body, "conversation").is_null();
    const bool has_message = !member(body, "message").is_null();
    if (has_conversation == has_message)
        return fail(ErrorCode::kInvalid, "Either 'conversation' or 'message' says what is linked.");
    if (has_message) {
        ASSIGN_OR_RETURN(subject.message, required_id<MessageId>(body, "message"));
    } else {
        ASSIGN_OR_RETURN(subject.conversation, required_id<ConversationId>(body, "conversation"));
    }
    return subject;
}

Result<MadeLink> link(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto subject, read_subject(body));
    ASSIGN_OR_RETURN(const auto wanted, read_record(body));
    return link_to_record(deps, actor_of(request, who), subject, wanted);
}

Reply link_reply(const Result<MadeLink>& made) {
    if (!made) return error_reply(made.error());
    const auto& row = made->row;
    return json_reply(made->is_new ? 201 : 200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("link").begin_object().key("link_id").id(row.link.id);
                          out.key("conversation_id").id(row.conversation);
                          if (row.message) out.key("message_id").id(row.message);
                          out.key("type").string(row.link.record.type).key("id").string(row.link.record.id);
                          out.text_member("title", row.link.title).text_member("url", row.link.url);
                          out.end_object().end_object();
                      }));
}

Status unlink(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<LinkId>(request));
    return unlink_record(deps, actor_of(request, who), id);
}

// Another record than the one that somebody sees is not there for them.
Result<RecordRef> record_in_path(const Request& request, const Principal& who) {
    RecordRef record{std::string(request.path_value("type")), std::string(request.path_value("id"))};
    RETURN_IF_ERROR(check_record(record));
    const auto own = record_in(who.reach);
    if (own && *own != record) return fail(ErrorCode::kNotFound, "There is no such record.");
    return record;
}

Result<RecordMessages> messages_of(const Deps& deps, const Request& request, const Principal& who) {
    RecordQuery query;
    ASSIGN_OR_RETURN(query.record, record_in_path(request, who));
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 50, 200));
    if (const auto cursor = request.query_value("before"); cursor && !cursor->empty()) {
        query.before = parse_search_cursor(*cursor);
        if (!query.before) return fail(ErrorCode::kInvalid, "'before' is not the 'next' of a page.");
    }
    query.reach = who.reach;
    return deps.store.links().list_messages(query);
}

Reply messages_reply(const Result<RecordMessages>& page, const Principal& who) {
    if (!page) return error_reply(page.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("messages").begin_array();
                          for (const auto& message : page->messages)
                              write_message(out, narrowed(message, who.reach));
                          out.end_array();
                          if (page->has_more) {
                              const auto& last = page->messages.back();
                              out.key("next").string(std::to_string(last.at) + "_" + to_string(last.id));
                          }
                          out.end_object();
                      }));
}

Result<ConversationPage> conversations_of(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(auto query, read_conversation_query(deps, request, who));
    ASSIGN_OR_RETURN(query.record, record_in_path(request, who));
    return list_visible(deps, query);
}

}  // namespace

void bind_records(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto link_here = [&deps](const Request& request, const Principal& who) {
        return link_reply(link(deps, request, who));
    };
    const auto unlink_here = [&deps](const Request& request, const Principal& who) {
        const auto gone = unlink(deps, request, who);
        return gone ? empty_reply(204) : error_reply(gone.error());
    };
    const auto messages = [&deps](const Request& request, const Principal& who) {
        return messages_reply(messages_of(deps, request, who), who);
    };
    const auto conversations = [&deps](const Request& request, const Principal& who) {
        const auto page = conversations_of(deps, request, who);
        return page ? json_reply(200, write_conversation_page(*page)) : error_reply(page.error());
    };
    router.add("POST", "/api/v1/links", for_permission(deps, Permission::kTend, link_here));
    router.add("DELETE", "/api/v1/links/{id}", for_permission(deps, Permission::kTend, unlink_here));
    router.add(
        "GET", "/api/v1/entities/{type}/{id}/messages", for_any_reach(deps, Permission::kRead, messages)
    );
    router.add(
        "GET",
        "/api/v1/entities/{type}/{id}/conversations",
        for_any_reach(deps, Permission::kRead, conversations)
    );
}

}  // namespace roost
