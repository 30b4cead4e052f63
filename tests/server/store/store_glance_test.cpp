// The looks from outside, beside the store that has the file.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/store/store_file.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

TEST_CASE("store glance: schema and newest webhook, while the file is in use") {
    test::UseCase inbox;
    const auto file = store_file_of(inbox.dir.path());
    CHECK(glance_at_store(file).value().last_webhook_at == 0);
    inbox.customer_writes();
    inbox.clock.advance(kMinute);
    inbox.receive(test::text_webhook(test::InboundText{}));
    const auto glance = glance_at_store(file);
    REQUIRE(glance);
    CHECK(glance->schema > 0);
    CHECK(glance->schema == glance->known_schema);
    CHECK(glance->last_webhook_at == inbox.clock.now());
}

TEST_CASE("store glance: the newest conversations, and the one with a number") {
    test::UseCase inbox;
    inbox.customer_writes();
    const auto file = store_file_of(inbox.dir.path());
    const auto rows = newest_conversations(file, 20);
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().wa_id == test::kCustomer);
    const auto found = conversation_with_number(file, test::kNumberId, test::kCustomer).value();
    REQUIRE(found);
    CHECK(found == rows->front());
    CHECK_FALSE(conversation_with_number(file, test::kNumberId, "1").value());
    CHECK_FALSE(conversation_with_number(file, "1", test::kCustomer).value());
}

// As roost restore leaves it.
TEST_CASE("store glance: a file that was only just restored stays as it is, byte for byte") {
    test::UseCase inbox;
    inbox.customer_writes();
    const auto copy = inbox.dir.file("copy.db");
    REQUIRE(copy_store(store_file_of(inbox.dir.path()), copy));
    const auto bytes = [&copy] {
        std::ifstream file(copy, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    };
    const auto before = bytes();
    CHECK(glance_at_store(copy));
    CHECK(newest_conversations(copy, 20).value().size() == 1);
    CHECK(conversation_with_number(copy, test::kNumberId, test::kCustomer).value());
    CHECK(bytes() == before);
    CHECK_FALSE(std::filesystem::exists(copy + "-wal"));
}

TEST_CASE("store glance: where there is no database, none is made") {
    const test::TempDir dir;
    CHECK_FALSE(glance_at_store(dir.file("roost.db")));
    CHECK_FALSE(newest_conversations(dir.file("roost.db"), 20));
    CHECK_FALSE(conversation_with_number(dir.file("roost.db"), "1", "2"));
    CHECK(std::filesystem::is_empty(dir.path()));
}

}  // namespace
}  // namespace roost
