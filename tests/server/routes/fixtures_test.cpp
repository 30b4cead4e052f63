// Every payload of the fixture folder, posted and signed as Meta does, and looked for in the database.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/json.h"
#include "shared/wire/webhook.h"
#include "tests/contract/fixture_expectations.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

// It is not part of this repository.
std::filesystem::path fixture_folder() {
    const char* folder = std::getenv("ROOST_FIXTURES");
    if (folder != nullptr) return folder;
    return std::filesystem::path(ROOST_SOURCE_DIR) / ".." / "shared" / "fixtures" / "webhooks";
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The database as another program sees it: what is not committed is not there.
class Database {
  public:
    explicit Database(const std::string& path) {
        sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr);
    }
    ~Database() { sqlite3_close(database_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // The first column of the first row as text; empty if there is none.
    std::string first(const char* sql, const std::vector<std::string>& values = {}) {
        sqlite3_stmt* statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) == SQLITE_OK);
        int position = 0;
        for (const auto& value : values) {
            sqlite3_bind_text(
                statement, ++position, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT
            );
        }
        std::string text;
        if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_bytes(statement, 0) > 0) {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
            text.assign(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
        }
        sqlite3_finalize(statement);
        return text;
    }
    bool has(const char* sql, const std::vector<std::string>& values) { return first(sql, values) == "1"; }

  private:
    sqlite3* database_ = nullptr;
};

bool is_stored(Database& database, const IncomingMessage& message) {
    return database.has(
        "SELECT CAST(count(*) AS TEXT) FROM messages WHERE wamid = ? AND CAST(at AS TEXT) = ? AND "
        "CAST(direction AS TEXT) = ?",
        {message.wamid, std::to_string(message.at), message.is_echo ? "1" : "0"}
    );
}

// Its time stands beside the message, or it waits for a message that is not known yet.
bool is_stored(Database& database, const IncomingStatus& status) {
    return database.has("SELECT CAST(count(*) > 0 AS TEXT) FROM orphans WHERE wamid = ?", {status.wamid}) ||
           database.has(
               "SELECT CAST(count(*) AS TEXT) FROM messages WHERE wamid = ?1 AND CAST(?2 AS INTEGER) IN "
               "(sent_at, "
               "delivered_at, read_at, failed_at, played_at)",
               {status.wamid, std::to_string(status.at)}
           );
}

bool is_stored(Database& database, const IncomingChange& change) {
    return database.has(
               "SELECT CAST(count(*) > 0 AS TEXT) FROM orphans WHERE wamid = ?", {change.target_wamid}
           ) ||
           database.has("SELECT CAST(count(*) AS TEXT) FROM messages WHERE wamid = ?", {change.target_wamid});
}

bool is_stored(Database& database, const Notice& notice) {
    return database.has(
        "SELECT CAST(count(*) > 0 AS TEXT) FROM notices WHERE field = ? AND event = ? AND raw = ?",
        {notice.field, notice.event, notice.raw}
    );
}

void check_fixture(const std::filesystem::path& folder, const Json& line) {
    const auto name = string_or(line, "file", "");
    CAPTURE(name);
    const auto body = read_file(folder / name);
    test::TestServer server(test::TestServer::People::kNone);
    REQUIRE(server.webhook(body).status == 200);

    Database database(server.dir.file("roost.db"));
    CHECK(database.first("SELECT body FROM webhooks") == body);
    CHECK(database.first("SELECT CAST(outcome AS TEXT) FROM webhooks") == "0");
    CHECK(database.first("SELECT error FROM webhook_failures").empty());
    const auto webhook = parse_webhook(body, server.clock.now());
    REQUIRE(webhook);
    for (const auto& unmet : test::unmet_expectations(member(line, "expect"), *webhook)) {
        FAIL_CHECK(unmet);
    }
    for (const auto& item : webhook->items) {
        CAPTURE(item.index());
        CHECK(std::visit([&](const auto& known) { return is_stored(database, known); }, item));
    }
    const auto newest = server.newest_event();
    CHECK(server.webhook(body).status == 200);
    const auto messages_twice = "SELECT wamid FROM messages GROUP BY wamid HAVING count(*) > 1";
    CHECK(database.first(messages_twice).empty());
    if (webhook->items.size() == 1 && std::holds_alternative<IncomingMessage>(webhook->items[0])) {
        CHECK(server.newest_event() == newest);
    }
}

TEST_CASE("fixtures: every payload is answered 200 and what it says is in the store") {
    const auto folder = fixture_folder();
    std::ifstream index(folder / "index.jsonl");
    if (!index) {
        std::cout << "skipped: there is no folder of webhook fixtures (set ROOST_FIXTURES)\n";
        return;
    }
    int count = 0;
    for (std::string line; std::getline(index, line); ++count) {
        const auto json = parse_json(line);
        REQUIRE(json);
        check_fixture(folder, *json);
    }
    CHECK(count > 0);
    std::cout << "webhook fixtures posted: " << count << "\n";
}

}  // namespace
}  // namespace roost
