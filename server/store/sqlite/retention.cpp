#include "server/store/sqlite/retention.h"

namespace roost::sqlite {

namespace {

// Runs a statement that removes what was before `before`, at most `limit`.
Result<int> remove_some(Connection& on, const char* sql, std::int64_t before, int limit) {
    auto statement = on.prepare(sql);
    RETURN_IF_ERROR(statement.bind(before).bind(std::int64_t{limit}).run());
    return on.changes();
}

// The newest event and webhook that are certainly older; 0 = none.
struct Mark {
    std::int64_t event = 0;
    std::int64_t webhook = 0;
};

Result<Mark> mark_before(Connection& on, UnixMillis before) {
    auto statement = on.prepare("SELECT MAX(event), MAX(webhook) FROM retention_marks WHERE at < ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(before).step());
    if (!has_row) return Mark{};
    return Mark{statement.number(0), statement.number(1)};
}

}  // namespace

Status SqliteRetention::set_mark(UnixMillis now) {
    auto statement = on_.prepare(
        "INSERT INTO retention_marks (at, event, webhook) VALUES (?, "
        "COALESCE((SELECT MAX(seq) FROM events), 0), COALESCE((SELECT MAX(id) FROM webhooks), 0)) "
        "ON CONFLICT DO NOTHING"
    );
    return statement.bind(now).run();
}

Status SqliteRetention::remove_marks(UnixMillis before) {
    auto statement = on_.prepare("DELETE FROM retention_marks WHERE at < ?");
    return statement.bind(before).run();
}

Result<int> SqliteRetention::remove_events(UnixMillis before, int limit) {
    ASSIGN_OR_RETURN(const auto mark, mark_before(on_, before));
    std::int64_t last = 0;
    {
        auto statement =
            on_.prepare("SELECT MAX(seq) FROM (SELECT seq FROM events WHERE seq <= ? ORDER BY seq LIMIT ?)");
        ASSIGN_OR_RETURN(const bool has_row, statement.bind(mark.event).bind(std::int64_t{limit}).step());
        if (has_row) last = statement.number(0);
    }
    if (last == 0) return 0;
    auto told = on_.prepare("UPDATE event_log SET pruned_to = MAX(pruned_to, ?)");
    RETURN_IF_ERROR(told.bind(last).run());
    auto statement = on_.prepare("DELETE FROM events WHERE seq <= ?");
    RETURN_IF_ERROR(statement.bind(last).run());
    return on_.changes();
}

Result<int> SqliteRetention::remove_webhooks(UnixMillis before, int limit) {
    ASSIGN_OR_RETURN(const auto mark, mark_before(on_, before));
    // The newest stays: without it SQLite would give its number to another, which then were as old.
    ASSIGN_OR_RETURN(
        const int removed,
        remove_some(
            on_,
            "DELETE FROM webhooks WHERE id IN "
            "(SELECT id FROM webhooks WHERE id <= ? AND outcome = 0 AND id < (SELECT MAX(id) FROM webhooks) "
            "ORDER BY id LIMIT ?)",
            mark.webhook,
            limit
        )
    );
    auto statement = on_.prepare(
        "DELETE FROM notices WHERE webhook <= ? AND NOT EXISTS (SELECT 1 FROM webhooks WHERE id = webhook)"
    );
    RETURN_IF_ERROR(statement.bind(mark.webhook).run());
    return removed;
}

Result<int> SqliteRetention::remove_orphans(UnixMillis before, int limit) {
    ASSIGN_OR_RETURN(
        const int removed,
        remove_some(
            on_,
            "DELETE FROM orphans WHERE id IN (SELECT id FROM orphans WHERE at < ? LIMIT ?)",
            before,
            limit
        )
    );
    orphans_ -= removed;
    return removed;
}

Result<int> SqliteRetention::remove_media_uploads(UnixMillis before, int limit) {
    return remove_some(
        on_,
        "DELETE FROM media_uploads WHERE (file, account) IN "
        "(SELECT file, account FROM media_uploads WHERE uploaded_at < ? LIMIT ?)",
        before,
        limit
    );
}

Result<std::vector<std::string>> SqliteRetention::unnamed_files(UnixMillis before, int limit) {
    auto statement = on_.prepare("SELECT id FROM media_files WHERE is_named = 0 AND created_at < ? LIMIT ?");
    statement.bind(before).bind(std::int64_t{limit});
    std::vector<std::string> ids;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return ids;
        ids.push_back(statement.text(0));
    }
}

Status SqliteRetention::remove_media_file(std::string_view id) {
    auto statement = on_.prepare("DELETE FROM media_files WHERE id = ?");
    return statement.bind(id).run();
}

}  // namespace roost::sqlite
