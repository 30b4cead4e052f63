// What Meta sent and Roost could not use, for administrators: the raw payloads stay until someone has looked.
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"

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

void write_webhook(JsonWriter& out, const WebhookRow& webhook) {
    out.begin_object().key("id").decimal(webhook.id);
    out.key("received_at").time(webhook.received_at);
    out.key("outcome").string(outcome_name(webhook.outcome));
    out.text_member("error", webhook.error);
    out.key("body").string(webhook.body).end_object();
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

Reply list(const Deps& deps, const Request& request) {
    const auto query = read_query(request);
    if (!query) return error_reply(query.error());
    const auto webhooks = deps.store.list_webhooks(*query);
    if (!webhooks) return error_reply(webhooks.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("webhooks").begin_array();
                          for (const auto& webhook : *webhooks) {
                              write_webhook(out, webhook);
                          }
                          out.end_array().end_object();
                      }));
}

}  // namespace

void bind_webhook_log(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto answer = [&deps](const Request& request, const Principal&) { return list(deps, request); };
    router.add("GET", "/api/v1/webhooks", for_permission(deps, Permission::kReadWebhookLog, answer));
}

}  // namespace roost
