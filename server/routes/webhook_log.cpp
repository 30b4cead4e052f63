// What Meta sent and what became of it, for administrators; one of them as it came, and once more.
#include "server/app/receive_webhook.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"
#include "shared/wire/webhook_summary.h"

namespace roost {

namespace {

std::string_view outcome_name(WebhookOutcome outcome) {
    switch (outcome) {
        case WebhookOutcome::kApplied:
            return "applied";
        case WebhookOutcome::kPartlyFailed:
            return "partly_failed";
        case WebhookOutcome::kMalformed:
            return "malformed";
    }
    return "applied";
}

void write_names(JsonWriter& out, std::string_view key, const std::vector<std::string>& names) {
    out.key(key).begin_array();
    for (const auto& name : names)
        out.string(name);
    out.end_array();
}

// Members of an object that is begun.
void write_webhook(JsonWriter& out, const WebhookRow& webhook) {
    const auto summary = summarise_webhook(webhook.body);
    out.key("id").decimal(webhook.id);
    out.key("received_at").time(webhook.received_at);
    out.key("outcome").string(outcome_name(webhook.outcome));
    out.text_member("error", webhook.error);
    write_names(out, "fields", summary.fields);
    write_names(out, "kinds", summary.kinds);
    out.key("size").integer(static_cast<std::int64_t>(webhook.body.size()));
}

// "?outcome=failed" leaves out what went well; "?before=" is the id of the last one the reader has.
Result<WebhookQuery> read_query(const Request& request) {
    WebhookQuery query;
    const auto outcome = request.query_value("outcome").value_or("");
    if (!outcome.empty() && outcome != "failed") {
        return fail(ErrorCode::kInvalid, "'outcome' can only be 'failed'.");
    }
    query.only_failed = !outcome.empty();
    if (const auto before = request.query_value("before")) {
        const auto id = parse_decimal(*before);
        if (!id) return fail(ErrorCode::kInvalid, "'before' is not an id.");
        query.before = *id;
    }
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 50, 200));
    return query;
}

Result<std::string> list(const Deps& deps, const Request& request) {
    ASSIGN_OR_RETURN(const auto query, read_query(request));
    ASSIGN_OR_RETURN(const auto webhooks, deps.store.list_webhooks(query));
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("webhooks").begin_array();
        for (const auto& webhook : webhooks) {
            out.begin_object();
            write_webhook(out, webhook);
            out.end_object();
        }
        out.end_array();
        const bool is_full = static_cast<int>(webhooks.size()) == query.limit;
        if (is_full) out.key("next").decimal(webhooks.back().id);
        out.end_object();
    });
}

// With its body as it came; what is no UTF-8 in it is replaced.
Result<std::string> one(const Deps& deps, std::int64_t id) {
    ASSIGN_OR_RETURN(const auto webhook, find_webhook(deps, id));
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        write_webhook(out, webhook);
        out.key("body").string(webhook.body).end_object();
    });
}

Result<std::string> replay(const Deps& deps, const Actor& actor, std::int64_t id) {
    ASSIGN_OR_RETURN(const auto receipt, replay_webhook(deps, actor, id));
    ASSIGN_OR_RETURN(const auto webhook, find_webhook(deps, id));
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        write_webhook(out, webhook);
        out.key("applied").integer(receipt.applied).key("repeated").integer(receipt.repeated);
        out.key("failed").integer(receipt.failed).end_object();
    });
}

Reply reply_of(Result<std::string> text) {
    return text ? json_reply(200, *std::move(text)) : error_reply(text.error());
}

}  // namespace

void bind_webhook_log(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto bind = [&](std::string_view method, const std::string& path, const auto& answer) {
        router.add(method, path, for_permission(deps, Permission::kReadWebhookLog, answer));
    };
    bind("GET", "/api/v1/webhooks", [&deps](const Request& request, const Principal&) {
        return reply_of(list(deps, request));
    });
    bind("GET", "/api/v1/webhooks/{id}", [&deps](const Request& request, const Principal&) {
        const auto id = parse_decimal(request.path_value("id"));
        return reply_of(one(deps, id.value_or(0)));
    });
    // Safe to repeat, like Meta's own delivery.
    bind("POST", "/api/v1/webhooks/{id}/replay", [&deps](const Request& request, const Principal& who) {
        const auto id = parse_decimal(request.path_value("id"));
        return reply_of(replay(deps, actor_of(request, who), id.value_or(0)));
    });
}

}  // namespace roost
