#include "server/store/sqlite/sqlite_store.h"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/open_store.h"
#include "server/store/sqlite/migrate.h"
#include "server/store/sqlite/writer.h"
#include "tests/support/builders.h"
#include "tests/support/temp_dir.h"

namespace roost::sqlite {
namespace {

using test::TempDir;

std::unique_ptr<Connection> writer_connection(const TempDir& dir) {
    auto connection = Connection::open(dir.file("roost.db"), Connection::Mode::kWriter);
    REQUIRE(connection);
    return std::move(*connection);
}

std::int64_t number_of(Connection& on, const char* sql) {
    auto statement = on.prepare(sql);
    REQUIRE(statement.step().value_or(false));
    return statement.number(0);
}

TEST_CASE("sqlite: a new database has the newest schema, and opening it again changes nothing") {
    const TempDir dir;
    REQUIRE(open_store(dir.path()));
    REQUIRE(open_store(dir.path()));
    const auto connection = writer_connection(dir);
    CHECK(number_of(*connection, "PRAGMA user_version") == migrations().back().version);
    CHECK(number_of(*connection, "SELECT COUNT(*) FROM messages") == 0);
}

TEST_CASE("sqlite: migrations are taken one by one, each once, and a broken one leaves its database as it was"
) {
    const TempDir dir;
    const auto connection = writer_connection(dir);
    const Migration one{1, "one", "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);"};
    const Migration two{2, "two", "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1;"};
    const Migration broken{3, "three", "UPDATE a SET x = 7; SELECT * FROM nowhere;"};
    const Migration first[] = {one};
    const Migration both[] = {one, two};
    const Migration all[] = {one, two, broken};
    REQUIRE(migrate(*connection, first));
    REQUIRE(migrate(*connection, both));
    REQUIRE(migrate(*connection, both));
    CHECK(number_of(*connection, "SELECT y FROM a") == 2);
    CHECK_FALSE(migrate(*connection, all));
    CHECK(number_of(*connection, "SELECT x FROM a") == 1);
    CHECK(number_of(*connection, "PRAGMA user_version") == 2);
}

TEST_CASE("sqlite: a database of a newer Roost is refused with a sentence") {
    const TempDir dir;
    REQUIRE(open_store(dir.path()));
    {
        const auto connection = writer_connection(dir);
        REQUIRE(connection->run("PRAGMA user_version = 9999"));
    }
    const auto refused = open_store(dir.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kConflict);
    CHECK(refused.error().message.find("newer Roost") != std::string::npos);
}

TEST_CASE("sqlite: a folder that cannot be written, or a file that is no database, is refused with a sentence"
) {
    const TempDir dir;
    dir.write("file", "not a folder");
    const auto no_folder = open_store(dir.file("file") + "/data");
    REQUIRE_FALSE(no_folder);
    CHECK(no_folder.error().code == ErrorCode::kUnavailable);
    dir.write("data/roost.db", std::string(8192, 'x'));
    CHECK_FALSE(open_store(dir.file("data")));
}

TEST_CASE("sqlite: what is acknowledged is synced to the disk") {
    const TempDir dir;
    const auto connection = writer_connection(dir);
    CHECK(number_of(*connection, "PRAGMA synchronous") == 2);
    auto mode = connection->prepare("PRAGMA journal_mode");
    REQUIRE(mode.step().value_or(false));
    CHECK(mode.text(0) == "wal");
}

// One webhook through the writer alone; what comes back is what Meta would be told.
Status store_text(Writer& writer, const std::string& name) {
    return writer.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto id, transaction.add_webhook(test::kNoon, std::string(2000, 'x')));
        RETURN_IF_ERROR(transaction.add_webhook_failure(id, 0, name));
        return {};
    });
}

// As `roost agent add` does beside a server.
TEST_CASE("sqlite: who writes beside a server takes no number of its events, and what they did is told") {
    const TempDir dir;
    const auto server = open_store(dir.path());
    const auto beside = open_store(dir.path());
    REQUIRE((server && beside));
    std::vector<EventSeq> told;
    (*server)->on_commit([&](std::span<const StoredEvent> events) {
        for (const auto& event : events)
            told.push_back(event.seq);
    });
    const auto tell = [](Store& store, bool does_fail = false) {
        return store.write([&](Transaction& transaction) -> Status {
            RETURN_IF_ERROR(transaction.append_event({transaction.take_seq(), NoticesChanged{}}));
            return does_fail ? fail(ErrorCode::kInvalid, "no") : Status();
        });
    };
    REQUIRE(tell(**server));
    REQUIRE_FALSE(tell(**server, true));  // leaves a hole in the numbers
    REQUIRE(tell(**beside));
    REQUIRE(tell(**beside));
    REQUIRE_FALSE(tell(**server, true));  // what fails hears of the others all the same
    CHECK(told.size() == 3);
    REQUIRE(tell(**server));
    REQUIRE(tell(**beside));
    REQUIRE(tell(**server));
    CHECK(told.size() == 6);
    const auto all = (*server)->events_after({}, 100);
    REQUIRE(all);
    REQUIRE(all->size() == told.size());
    for (std::size_t i = 0; i < told.size(); ++i)
        CHECK((*all)[i].seq == told[i]);
}

TEST_CASE("sqlite: a command opens the database while a server writes, and may write too") {
    const TempDir dir;
    const auto server = open_store(dir.path());
    REQUIRE(server);
    const auto tell = [](Transaction& transaction) -> Status {
        return transaction.append_event({transaction.take_seq(), NoticesChanged{}});
    };
    std::atomic<bool> is_over = false;
    std::atomic<int> refused = 0;
    std::thread writing([&] {
        while (!is_over)
            if (!(*server)->write(tell)) ++refused;
    });
    constexpr int kCommands = 40;
    int done = 0;
    for (int i = 0; i < kCommands; ++i) {
        const auto beside = open_store(dir.path());
        if (beside && (*beside)->write(tell)) ++done;
    }
    is_over = true;
    writing.join();
    CHECK(done == kCommands);
    CHECK(refused == 0);
}

TEST_CASE("sqlite: on a full disk writers are refused, nothing acknowledged is lost, and room heals it") {
    const TempDir dir;
    std::vector<std::string> acknowledged;
    std::mutex mutex;
    {
        auto connection = writer_connection(dir);
        REQUIRE(migrate(*connection, migrations()));
        Connection& on = *connection;
        REQUIRE(on.run("PRAGMA max_page_count = 120"));
        auto checkpointer = Checkpointer::start(dir.file("roost.db"));
        REQUIRE(checkpointer);
        auto writer = Writer::start(std::move(connection), std::move(*checkpointer));
        REQUIRE(writer);
        std::atomic<int> refused{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 60; ++i) {
                    const auto name = std::to_string(t) + ":" + std::to_string(i);
                    const auto stored = store_text(**writer, name);
                    const std::lock_guard lock(mutex);
                    if (stored) {
                        acknowledged.push_back(name);
                    } else {
                        CHECK(stored.error().code == ErrorCode::kUnavailable);
                        ++refused;
                    }
                }
            });
        }
        for (auto& thread : threads)
            thread.join();
        CHECK(refused > 0);
        CHECK_FALSE(acknowledged.empty());
        // No writer is at work now: the connection is ours for a moment.
        REQUIRE(on.run("PRAGMA max_page_count = 100000"));
        CHECK(store_text(**writer, "healed"));
        acknowledged.emplace_back("healed");
    }
    const auto connection = writer_connection(dir);
    CHECK(
        number_of(*connection, "SELECT COUNT(*) FROM webhook_failures") ==
        static_cast<std::int64_t>(acknowledged.size())
    );
    CHECK(
        number_of(*connection, "SELECT COUNT(*) FROM webhooks") ==
        static_cast<std::int64_t>(acknowledged.size())
    );
    for (const auto& name : acknowledged) {
        auto statement = connection->prepare("SELECT COUNT(*) FROM webhook_failures WHERE error = ?");
        REQUIRE(statement.bind(name).step().value_or(false));
        CHECK(statement.number(0) == 1);
    }
}

}  // namespace
}  // namespace roost::sqlite
