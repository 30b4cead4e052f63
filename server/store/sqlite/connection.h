// One SQLite connection and its prepared statements. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include <sqlite3.h>

#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace roost::sqlite {

// A prepared statement, borrowed from its connection: bound by position, stepped, and reset when it goes out
// of scope.
class Statement {
  public:
    Statement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Texts and blobs are not copied: they must live until the statement is done.
    Statement& bind(std::int64_t number);
    Statement& bind(std::string_view text);
    Statement& bind_text_or_null(std::string_view text);  // empty = NULL
    Statement& bind_blob(std::string_view bytes);
    template <class Tag>
    Statement& bind(StrongId<Tag> id) {
        return bind(id.value);
    }
    template <class Enum>
    requires std::is_enum_v<Enum> Statement& bind(Enum value) {
        return bind(static_cast<std::int64_t>(value));
    }

    Result<bool> step();  // true = there is a row
    Status run();         // no row expected

    std::int64_t number(int column) const;
    std::string text(int column) const;
    template <class Enum>
    Enum choice(int column) const {
        return static_cast<Enum>(number(column));
    }

  private:
    sqlite3* database_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
    int bind_error_ = SQLITE_OK;
};

class Connection {
  public:
    // A guest looks at a file that may not be ours to set up: it leaves even the journal's mode as it is.
    enum class Mode { kWriter, kReader, kGuest };
    // kUnavailable with a sentence naming the file.
    static Result<std::unique_ptr<Connection>> open(const std::string& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Prepared once per text. `sql` must be a literal: its address is the key.
    Statement prepare(const char* sql);
    Status run(const char* sql);  // also several statements
    int changes() const { return sqlite3_changes(database_); }
    std::int64_t last_id() const { return sqlite3_last_insert_rowid(database_); }
    sqlite3* handle() { return database_; }

  private:
    explicit Connection(sqlite3* database) : database_(database) {}

    sqlite3* database_;
    std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

// What SQLite last said, as an Error without the values of any row.
Error error_of(sqlite3* database);

}  // namespace roost::sqlite
