#include "server/store/sqlite/connection.h"

#include <memory>

namespace roost::sqlite {

Error error_of(sqlite3* database) {
    const int code = sqlite3_errcode(database);
    if (code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_BUSY || code == SQLITE_CANTOPEN ||
        code == SQLITE_READONLY) {
        return {
            ErrorCode::kUnavailable,
            std::string("The database cannot be written: ") + sqlite3_errstr(code) + "."};
    }
    return {ErrorCode::kInternal, std::string("The database says: ") + sqlite3_errstr(code) + "."};
}

Statement::~Statement() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Statement& Statement::bind(std::int64_t number) {
    if (sqlite3_bind_int64(statement_, ++bound_, number) != SQLITE_OK) bind_error_ = SQLITE_MISUSE;
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    // A null data pointer would bind NULL.
    const char* data = text.empty() ? "" : text.data();
    const int done = sqlite3_bind_text64(statement_, ++bound_, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (done != SQLITE_OK) bind_error_ = done;
    return *this;
}

Statement& Statement::bind_text_or_null(std::string_view text) {
    if (!text.empty()) return bind(text);
    ++bound_;
    return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
    const char* data = bytes.empty() ? "" : bytes.data();
    const int done = sqlite3_bind_blob64(statement_, ++bound_, data, bytes.size(), SQLITE_STATIC);
    if (done != SQLITE_OK) bind_error_ = done;
    return *this;
}

Result<bool> Statement::step() {
    if (statement_ == nullptr) return tl::unexpected(error_of(database_));
    if (bind_error_ != SQLITE_OK)
        return fail(ErrorCode::kInternal, "A value does not fit into the database.");
    const int done = sqlite3_step(statement_);
    if (done == SQLITE_ROW) return true;
    if (done == SQLITE_DONE) return false;
    return tl::unexpected(error_of(database_));
}

Status Statement::run() {
    ASSIGN_OR_RETURN([[maybe_unused]] const bool has_row, step());
    return {};
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Mode mode) {
    // SQLite counts the bytes it has, behind one lock for all threads: nobody asks for that number.
    [[maybe_unused]] static const int kIsUncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* database = nullptr;
    const int flags =
        (mode == Mode::kWriter ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE) |
        SQLITE_OPEN_NOMUTEX;
    const int done = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(database));
    if (done != SQLITE_OK) {
        return fail(
            ErrorCode::kUnavailable,
            "The database " + path + " cannot be opened: " + sqlite3_errstr(done) + "."
        );
    }
    sqlite3_busy_timeout(database, 5000);
    if (mode == Mode::kGuest) {
        RETURN_IF_ERROR(connection->run("PRAGMA query_only=ON;"));
        return connection;
    }
    // The log is copied by the checkpointer, never inside a commit.
    // Debian compiles secure_delete on; nothing is deleted on the hot path, but every freed page would be
    // zeroed.
    RETURN_IF_ERROR(connection->run(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF; PRAGMA foreign_keys=OFF;"
        "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0;"
    ));
    if (mode == Mode::kReader)
        RETURN_IF_ERROR(connection->run("PRAGMA query_only=ON; PRAGMA cache_size=-16384;"));
    return connection;
}

Connection::~Connection() {
    for (const auto& [sql, statement] : statements_)
        sqlite3_finalize(statement);
    sqlite3_close(database_);
}

Statement Connection::prepare(const char* sql) {
    auto& statement = statements_[sql];
    if (statement == nullptr)
        sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return {database_, statement};
}

Status Connection::run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return tl::unexpected(error_of(database_));
}

}  // namespace roost::sqlite
