// The threads: pages of messages, sending, and trying again.
#include "server/app/find_visible.h"
#include "server/app/media_jobs.h"
#include "server/app/send_message.h"

#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/random_text.h"
#include "server/routes/file_fetch.h"
#include "server/routes/paging.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"
#include "shared/wire/send_limits.h"
#include "shared/wire/snapshot.h"

namespace roost {

namespace {

Reply message_reply(int status, const Result<Message>& message) {
    if (!message) return error_reply(message.error());
    return json_reply(status, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("message");
                          write_message(out, *message);
                          out.end_object();
                      }));
}

Result<MessageQuery> read_query(const Request& request) {
    MessageQuery query;
    ASSIGN_OR_RETURN(query.conversation, id_in_path<ConversationId>(request));
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 50, 200));
    ASSIGN_OR_RETURN(const auto before, id_in_query<MessageId>(request, "before"));
    ASSIGN_OR_RETURN(const auto after, id_in_query<MessageId>(request, "after"));
    ASSIGN_OR_RETURN(const auto around, id_in_query<MessageId>(request, "around"));
    if (int{before.has_value()} + int{after.has_value()} + int{around.has_value()} > 1) {
        return fail(ErrorCode::kInvalid, "Only one of 'before', 'after' and 'around' can be asked for.");
    }
    if (before) query.before = *before;
    if (after) query.after = *after;
    if (around) query.around = *around;
    return query;
}

Reply page(const Deps& deps, const Request& request, const Principal& who) {
    const auto query = read_query(request);
    if (!query) return error_reply(query.error());
    const auto row = find_visible_conversation(deps, who, query->conversation);
    if (!row) return error_reply(row.error());
    auto messages = deps.store.list_messages(*query);
    if (!messages) return error_reply(messages.error());
    for (auto* list : {&messages->messages, &messages->reactions})
        for (Message& message : *list)
            message = narrowed(std::move(message), who.reach);
    return json_reply(200, write_message_page(*messages));
}

// Who names nothing cannot repeat harmlessly, but is served.
Result<ClientRef> client_ref_in(const Request& request) {
    const auto key = request.header("Idempotency-Key");
    if (!key) return "s." + random_hexadecimal(16);
    if (!is_client_ref(*key))
        return fail(ErrorCode::kInvalid, "'Idempotency-Key' may have at most 64 of A-Z a-z 0-9 . _ -");
    return ClientRef(*key);
}

// A repeat with the same reference is harmless, wherever the reference stands.
Result<SendRequest> read_sent(const Request& request, const std::string& body) {
    ASSIGN_OR_RETURN(auto sent, read_send_request(body));
    if (sent.client_ref.empty()) {
        ASSIGN_OR_RETURN(sent.client_ref, client_ref_in(request));
    }
    return sent;
}

// What sending stands on.
struct Sending {
    const Deps& deps;
    FileFetch web;
};

// A file of the web is not fetched for what was sent before, or would be refused. Absent: it may be.
Result<std::optional<Message>> look_before_fetching(
    const Deps& deps, const Request& request, const Principal& who, ConversationId to
) {
    if (!FileFetch::is_wanted(request.body)) return std::nullopt;
    ASSIGN_OR_RETURN(const auto sent, parse_json(request.body));
    SendRequest early;
    early.client_ref = string_or(sent, "client_ref", "");
    if (early.client_ref.empty()) {
        ASSIGN_OR_RETURN(early.client_ref, client_ref_in(request));
    }
    early.is_forced = optional_bool(sent, "force").value_or(false);
    return look_before_sending(deps, who, to, early);
}

Result<Message> send_here(const Sending& on, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<ConversationId>(request));
    ASSIGN_OR_RETURN(auto known, look_before_fetching(on.deps, request, who, id));
    if (known) return *std::move(known);
    ASSIGN_OR_RETURN(const auto body, on.web.with_file(who, request.body));
    ASSIGN_OR_RETURN(const auto sent, read_sent(request, body));
    return send_message(on.deps, who, id, sent);
}

Result<Message> send_to_number(const Sending& on, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(auto known, look_before_fetching(on.deps, request, who, {}));
    if (known) return *std::move(known);
    ASSIGN_OR_RETURN(const auto body, on.web.with_file(who, request.body));
    ASSIGN_OR_RETURN(const auto sent, read_sent(request, body));
    return send_message_to_number(on.deps, who, sent);
}

Result<Message> visible_message(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<MessageId>(request));
    return find_visible_message(deps, who, id);
}

// {"emoji"}; DELETE takes back what was there. A message of its own, as everywhere else.
Result<Message> react(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto target, visible_message(deps, request, who));
    Reaction reaction{target.wamid, ""};
    if (request.method == "PUT") {
        ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
        ASSIGN_OR_RETURN(reaction.emoji, required_string(body, "emoji"));
        if (reaction.emoji.empty()) return fail(ErrorCode::kInvalid, "'emoji' must not be empty.");
    }
    if (target.wamid.empty())
        return fail(ErrorCode::kConflict, "The message has not reached WhatsApp yet: react once it has.");
    SendRequest wanted;
    wanted.content = std::move(reaction);
    RETURN_IF_ERROR(check_sendable(wanted.content));
    ASSIGN_OR_RETURN(wanted.client_ref, client_ref_in(request));
    return send_message(deps, who, target.conversation, wanted);
}

// {"force": true}, as with sending; nothing has to be said.
Result<bool> is_forced(const Request& request) {
    if (request.body.empty()) return false;
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    const auto force = optional_bool(body, "force");
    if (!force && !member(body, "force").is_null())
        return fail(ErrorCode::kInvalid, "'force' must be true or false");
    return force.value_or(false);
}

Result<Message> try_again(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<MessageId>(request));
    ASSIGN_OR_RETURN(const bool forced, is_forced(request));
    return retry_message(deps, who, id, forced);
}

Result<Message> fetch_file_again(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto message, visible_message(deps, request, who));
    return retry_media(deps, message.id);
}

// A route whose answer is one message.
template <class Answer>
Door answering(const Deps& deps, Permission permission, int status, const Answer& answer) {
    return for_any_reach(
        deps,
        permission,
        [&deps, status, answer](const Request& request, const Principal& who) {
            auto message = answer(deps, request, who);
            if (message) message = narrowed(*std::move(message), who.reach);
            return message_reply(status, message);
        }
    );
}

}  // namespace

void bind_messages(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto page_here = [&deps](const Request& request, const Principal& who) {
        return page(deps, request, who);
    };
    router.add(
        "GET", "/api/v1/conversations/{id}/messages", for_any_reach(deps, Permission::kRead, page_here)
    );
    const auto sending = [on = Sending{deps, FileFetch(on)}](auto send) {
        return [on, send](const Deps&, const Request& request, const Principal& who) {
            return send(on, request, who);
        };
    };
    router.add(
        "POST",
        "/api/v1/conversations/{id}/messages",
        answering(deps, Permission::kSend, 202, sending(send_here))
    );
    router.add("POST", "/api/v1/messages", answering(deps, Permission::kSend, 202, sending(send_to_number)));
    for (const char* method : {"PUT", "DELETE"}) {
        router.add(method, "/api/v1/messages/{id}/reaction", answering(deps, Permission::kSend, 202, react));
    }
    router.add("GET", "/api/v1/messages/{id}", answering(deps, Permission::kRead, 200, visible_message));
    router.add("POST", "/api/v1/messages/{id}/retry", answering(deps, Permission::kSend, 202, try_again));
    router.add(
        "POST", "/api/v1/messages/{id}/media/retry", answering(deps, Permission::kSend, 202, fetch_file_again)
    );
}

}  // namespace roost
