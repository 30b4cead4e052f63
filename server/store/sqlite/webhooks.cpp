#include "server/store/sqlite/records.h"

namespace roost::sqlite {

Result<std::int64_t> insert_webhook(Connection& on, UnixMillis received_at, std::string_view body) {
    auto statement =
        on.prepare("INSERT INTO webhooks (received_at, outcome, error, body) VALUES (?, 0, '', ?)");
    RETURN_IF_ERROR(statement.bind(received_at).bind_blob(body).run());
    return on.last_id();
}

Status update_webhook(Connection& on, std::int64_t id, WebhookOutcome outcome, std::string_view error) {
    if (outcome == WebhookOutcome::kApplied) {
        auto failures = on.prepare("DELETE FROM webhook_failures WHERE webhook = ?");
        RETURN_IF_ERROR(failures.bind(id).run());
    }
    auto statement = on.prepare("UPDATE webhooks SET outcome = ?, error = ? WHERE id = ?");
    return statement.bind(outcome).bind(error).bind(id).run();
}

Status insert_webhook_failure(Connection& on, std::int64_t webhook, int item, std::string_view error) {
    auto statement = on.prepare("INSERT INTO webhook_failures (webhook, item, error) VALUES (?, ?, ?)");
    return statement.bind(webhook).bind(std::int64_t{item}).bind(error).run();
}

Status insert_notice(Connection& on, std::int64_t webhook, const Notice& notice) {
    auto statement =
        on.prepare("INSERT INTO notices (webhook, field, event, account_key, raw) VALUES (?, ?, ?, ?, ?)");
    return statement.bind(webhook)
        .bind(notice.field)
        .bind(notice.event)
        .bind(notice.account_key)
        .bind(notice.raw)
        .run();
}

Status insert_orphan(Connection& on, std::string_view wamid, UnixMillis at, std::string_view item) {
    auto statement = on.prepare("INSERT INTO orphans (wamid, at, item) VALUES (?, ?, ?)");
    return statement.bind(wamid).bind(at).bind(item).run();
}

Result<std::vector<std::string>> read_orphans(Connection& on, std::string_view wamid) {
    auto statement = on.prepare("SELECT item FROM orphans WHERE wamid = ? ORDER BY id");
    statement.bind(wamid);
    std::vector<std::string> items;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return items;
        items.push_back(statement.text(0));
    }
}

Status delete_orphans(Connection& on, std::string_view wamid) {
    auto statement = on.prepare("DELETE FROM orphans WHERE wamid = ?");
    return statement.bind(wamid).run();
}

Result<std::vector<WebhookRow>> read_webhooks(Connection& on, const WebhookQuery& query) {
    auto statement = on.prepare(
        "SELECT id, received_at, outcome, error, body FROM webhooks WHERE id < ? AND (? = 0 OR outcome <> 0) "
        "ORDER BY id DESC LIMIT ?"
    );
    statement.bind(query.before == 0 ? INT64_MAX : query.before).bind(std::int64_t{query.only_failed});
    statement.bind(std::int64_t{query.limit});
    std::vector<WebhookRow> rows;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return rows;
        rows.push_back(
            {statement.number(0),
             statement.number(1),
             statement.choice<WebhookOutcome>(2),
             statement.text(3),
             statement.text(4)}
        );
    }
}

}  // namespace roost::sqlite
