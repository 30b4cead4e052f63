#include "server/store/store_file.h"

#include <array>
#include <filesystem>
#include <memory>

#include "server/sha256.h"
#include "server/store/sqlite/connection.h"

namespace roost {

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Query = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

constexpr int kWaitMillis = 30'000;
constexpr int kMostFindings = 20;

tl::unexpected<Error> unreadable(const std::string& file) {
    return fail(ErrorCode::kUnavailable, "The database " + file + " cannot be read.");
}

Result<Database> open_file(const std::string& file, int flags) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(opened, sqlite3_close);
    if (code != SQLITE_OK) return unreadable(file);
    sqlite3_busy_timeout(opened, kWaitMillis);
    return database;
}

// Calls `take` for each row. kInternal when the database is damaged there.
template <class Take>
Status for_each_row(sqlite3* on, const std::string& sql, Take take) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(on, sql.c_str(), -1, &made, nullptr) != SQLITE_OK) {
        return tl::unexpected(sqlite::error_of(on));
    }
    const Query query(made, sqlite3_finalize);
    int code = sqlite3_step(made);
    for (; code == SQLITE_ROW; code = sqlite3_step(made))
        take(made);
    return code == SQLITE_DONE ? Status() : Status(tl::unexpected(sqlite::error_of(on)));
}

std::string text_of(sqlite3_stmt* row, int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    return bytes == nullptr ? std::string() : std::string(bytes, size);
}

Result<std::vector<std::string>> texts(sqlite3* on, const std::string& sql) {
    std::vector<std::string> found;
    RETURN_IF_ERROR(for_each_row(on, sql, [&](sqlite3_stmt* row) { found.push_back(text_of(row, 0)); }));
    return found;
}

// With its type and length, so that no two rows read alike.
void add_value(Sha256& sum, int type, std::string_view bytes) {
    sum.add(std::to_string(type) + ":" + std::to_string(bytes.size()) + ":");
    sum.add(bytes);
}

// A table's own order is that of its key.
Status add_table(sqlite3* on, const std::string& name, Sha256& sum) {
    add_value(sum, SQLITE_TEXT, name);
    return for_each_row(on, "SELECT * FROM \"" + name + "\"", [&](sqlite3_stmt* row) {
        const int columns = sqlite3_column_count(row);
        for (int i = 0; i < columns; ++i) {
            const int type = sqlite3_column_type(row, i);
            add_value(sum, type, text_of(row, i));
        }
    });
}

Result<std::int64_t> messages_in(sqlite3* on) {
    std::int64_t count = 0;
    RETURN_IF_ERROR(for_each_row(on, "SELECT COUNT(*) FROM messages", [&count](sqlite3_stmt* row) {
        count = sqlite3_column_int64(row, 0);
    }));
    return count;
}

Status copy_pages(sqlite3* from, sqlite3* to) {
    sqlite3_backup* copy = sqlite3_backup_init(to, "main", from, "main");
    if (copy == nullptr) return tl::unexpected(sqlite::error_of(to));
    // All at once: in pieces it would begin anew whenever somebody writes between two of them.
    const int code = sqlite3_backup_step(copy, -1);
    sqlite3_backup_finish(copy);
    return code == SQLITE_DONE ? Status() : Status(tl::unexpected(sqlite::error_of(to)));
}

Status copy_into(const std::string& from, const std::string& to) {
    ASSIGN_OR_RETURN(const auto source, open_file(from, SQLITE_OPEN_READWRITE));
    ASSIGN_OR_RETURN(const auto target, open_file(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    RETURN_IF_ERROR(copy_pages(source.get(), target.get()));
    // The copy stands alone, without a log beside it.
    return for_each_row(target.get(), "PRAGMA journal_mode = DELETE", [](sqlite3_stmt*) {});
}

struct Rule {
    const char* count;  // of the rows that break it
    std::string_view words;
};

constexpr std::array kRules{
    Rule{
        "SELECT COUNT(*) FROM messages WHERE conversation NOT IN (SELECT id FROM conversations)",
        "messages belong to no conversation"},
    Rule{
        "SELECT COUNT(*) FROM conversations WHERE account NOT IN (SELECT id FROM accounts)",
        "conversations belong to no account"},
    Rule{
        "SELECT COUNT(*) FROM conversations WHERE last_id <> 0 AND last_id NOT IN (SELECT id FROM messages)",
        "conversations end with a message that is not there"},
    Rule{
        "SELECT COUNT(*) FROM outbox WHERE message NOT IN (SELECT id FROM messages)",
        "entries of the outbox send a message that is not there"},
    Rule{
        "SELECT COUNT(*) FROM media_jobs WHERE message NOT IN (SELECT id FROM messages)",
        "files are fetched for a message that is not there"},
};

}  // namespace

std::string store_file_of(const std::string& data_folder) {
    return (std::filesystem::path(data_folder) / "roost.db").string();
}

Status copy_store(const std::string& from, const std::string& to) {
    if (!std::filesystem::exists(from)) {
        return fail(ErrorCode::kUnavailable, "There is no database " + from + ".");
    }
    const auto copied = copy_into(from, to);
    if (copied) return {};
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    return fail(ErrorCode::kUnavailable, "The database cannot be copied: " + copied.error().message);
}

Result<StoreSum> sum_store(const std::string& file) {
    ASSIGN_OR_RETURN(const auto database, open_file(file, SQLITE_OPEN_READWRITE));
    ASSIGN_OR_RETURN(
        const auto tables,
        texts(
            database.get(),
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
    );
    Sha256 sum;
    for (const auto& table : tables)
        RETURN_IF_ERROR(add_table(database.get(), table, sum));
    ASSIGN_OR_RETURN(const auto messages, messages_in(database.get()));
    return StoreSum{messages, sum.finish()};
}

Result<std::int64_t> count_messages(const std::string& file) {
    ASSIGN_OR_RETURN(const auto database, open_file(file, SQLITE_OPEN_READWRITE));
    return messages_in(database.get());
}

Result<std::vector<std::string>> check_store(const std::string& file) {
    if (!std::filesystem::exists(file)) return unreadable(file);
    ASSIGN_OR_RETURN(const auto database, open_file(file, SQLITE_OPEN_READWRITE));
    const auto pages = texts(database.get(), "PRAGMA integrity_check(" + std::to_string(kMostFindings) + ")");
    if (!pages) return unreadable(file);
    std::vector<std::string> wrong;
    for (const auto& said : *pages)
        if (said != "ok") wrong.push_back("The database is damaged: " + said + ".");
    if (!wrong.empty()) return wrong;
    for (const auto& rule : kRules) {
        RETURN_IF_ERROR(for_each_row(database.get(), rule.count, [&](sqlite3_stmt* row) {
            const auto count = sqlite3_column_int64(row, 0);
            if (count > 0) wrong.push_back(std::to_string(count) + " " + std::string(rule.words) + ".");
        }));
    }
    return wrong;
}

Result<std::vector<std::string>> named_media_files(const std::string& file) {
    ASSIGN_OR_RETURN(const auto database, open_file(file, SQLITE_OPEN_READWRITE));
    return texts(database.get(), "SELECT id FROM media_files WHERE is_named = 1 ORDER BY id");
}

}  // namespace roost
