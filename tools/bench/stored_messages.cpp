#include "tools/bench/stored_messages.h"

#include <sqlite3.h>

#include <cstdio>
#include <memory>

namespace roost::bench {

std::optional<std::unordered_map<std::string, int>> count_stored(
    const std::string& database, const std::string& prefix
) {
    sqlite3* opened = nullptr;
    const int outcome = sqlite3_open_v2(database.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> connection(opened, sqlite3_close);
    sqlite3_stmt* prepared = nullptr;
    const char* question = "SELECT wamid, COUNT(*) FROM messages WHERE wamid GLOB ?1 || '*' GROUP BY wamid";
    if (outcome != SQLITE_OK || sqlite3_prepare_v2(opened, question, -1, &prepared, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "%s: %s\n", database.c_str(), sqlite3_errmsg(opened));
        return std::nullopt;
    }
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared, sqlite3_finalize);
    sqlite3_bind_text(prepared, 1, prefix.c_str(), -1, SQLITE_TRANSIENT);
    std::unordered_map<std::string, int> counts;
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        const auto* wamid = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0));
        counts[wamid] = sqlite3_column_int(prepared, 1);
    }
    return counts;
}

}  // namespace roost::bench
