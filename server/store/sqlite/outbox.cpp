#include "server/store/sqlite/records.h"

#define OUTBOX_COLUMNS \
    "id, kind, message, conversation, account, attempts, due_at, created_at, attempt_started_at, has_file"

namespace roost::sqlite {

namespace {

OutboxRow outbox_in(const Statement& row) {
    OutboxRow o;
    o.id = row.number(0);
    o.kind = row.choice<OutboxKind>(1);
    o.message = {row.number(2)};
    o.conversation = {row.number(3)};
    o.account = {row.number(4)};
    o.attempts = static_cast<int>(row.number(5));
    o.due_at = row.number(6);
    o.created_at = row.number(7);
    o.attempt_started_at = row.number(8);
    o.has_file = row.number(9) != 0;
    return o;
}

}  // namespace

Status insert_outbox(Connection& on, const OutboxRow& o) {
    auto statement = on.prepare(
        "INSERT INTO outbox (kind, message, conversation, account, attempts, due_at, created_at, "
        "attempt_started_at, has_file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
    statement.bind(o.kind)
        .bind(o.message)
        .bind(o.conversation)
        .bind(o.account)
        .bind(std::int64_t{o.attempts});
    statement.bind(o.due_at).bind(o.created_at).bind(o.attempt_started_at);
    return statement.bind(std::int64_t{o.has_file}).run();
}

Status update_outbox(Connection& on, const OutboxRow& o) {
    auto statement =
        on.prepare("UPDATE outbox SET attempts = ?, due_at = ?, attempt_started_at = ? WHERE id = ?");
    return statement.bind(std::int64_t{o.attempts})
        .bind(o.due_at)
        .bind(o.attempt_started_at)
        .bind(o.id)
        .run();
}

Status delete_outbox(Connection& on, std::int64_t id) {
    auto statement = on.prepare("DELETE FROM outbox WHERE id = ?");
    return statement.bind(id).run();
}

Result<std::vector<OutboxRow>> read_outbox(Connection& on) {
    auto statement = on.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox ORDER BY id");
    std::vector<OutboxRow> rows;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return rows;
        rows.push_back(outbox_in(statement));
    }
}

Result<std::optional<OutboxRow>> read_outbox_of(Connection& on, MessageId message) {
    auto statement = on.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE message = ? AND kind = 0");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(message).step());
    if (!has_row) return std::nullopt;
    return outbox_in(statement);
}

Result<std::optional<OutboxRow>> read_outbox_row(Connection& on, std::int64_t id) {
    auto statement = on.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE id = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(id).step());
    if (!has_row) return std::nullopt;
    return outbox_in(statement);
}

}  // namespace roost::sqlite
