#include "server/store/sqlite/checkpointer.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "tests/support/temp_dir.h"

namespace roost::sqlite {
namespace {

using test::TempDir;

template <class Condition>
bool comes_true(const Condition& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < deadline) {
        if (condition()) return true;
        std::this_thread::yield();
    }
    return false;
}

struct Log {
    TempDir dir;
    std::string path = dir.file("roost.db");
    std::unique_ptr<Connection> writer;

    Log() {
        auto opened = Connection::open(path, Connection::Mode::kWriter);
        REQUIRE(opened);
        writer = std::move(*opened);
        REQUIRE(writer->run("CREATE TABLE texts (text BLOB) STRICT"));
    }
    void write(int kilobytes) const {
        for (int i = 0; i < kilobytes; ++i)
            REQUIRE(writer->run("INSERT INTO texts VALUES (zeroblob(1024))"));
    }
    std::uintmax_t database_bytes() const { return std::filesystem::file_size(path); }
};

TEST_CASE("checkpointer: a commit copies nothing, and a long log is copied beside the writer") {
    const Log log;
    log.write(1100);
    CHECK(log.database_bytes() < 100'000);
    auto checkpointer = Checkpointer::start(log.path);
    REQUIRE(checkpointer);
    (*checkpointer)->note_log(Checkpointer::kPages - 1);
    (*checkpointer)->note_log(Checkpointer::kPages);
    CHECK(comes_true([&] { return log.database_bytes() > 1'000'000; }));
    CHECK_FALSE((*checkpointer)->take_wish_for_rest());
}

TEST_CASE("checkpointer: of a log that stays long the writer is asked once to copy the rest") {
    const Log log;
    log.write(10);
    auto checkpointer = Checkpointer::start(log.path);
    REQUIRE(checkpointer);
    (*checkpointer)->note_log(Checkpointer::kLongPages);
    CHECK(comes_true([&] { return (*checkpointer)->take_wish_for_rest(); }));
    CHECK_FALSE((*checkpointer)->take_wish_for_rest());
}

}  // namespace
}  // namespace roost::sqlite
