#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "shared/wire/webhook.h"
#include "tests/contract/fixture_expectations.h"

namespace {

using roost::Json;

constexpr roost::UnixMillis kReceivedAt = 1'795'262'400'000;

// A folder of real-shaped payloads with an index of what each says. It is not part of this repository.
std::filesystem::path fixture_folder() {
    const char* folder = std::getenv("ROOST_FIXTURES");
    if (folder != nullptr) return folder;
    return std::filesystem::path(ROOST_SOURCE_DIR) / ".." / "shared" / "fixtures" / "webhooks";
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void check_fixture(const std::filesystem::path& folder, const Json& line) {
    const std::string name = roost::string_or(line, "file", "");
    CAPTURE(name);
    const auto webhook = roost::parse_webhook(read_file(folder / name), kReceivedAt);
    REQUIRE(webhook);
    for (const std::string& unmet :
         roost::test::unmet_expectations(roost::member(line, "expect"), *webhook)) {
        FAIL_CHECK(unmet);
    }
}

}  // namespace

TEST_CASE("webhook: every payload of the fixture folder says what its index expects") {
    const std::filesystem::path folder = fixture_folder();
    std::ifstream index(folder / "index.jsonl");
    if (!index) {
        std::cout << "skipped: there is no folder of webhook fixtures (set ROOST_FIXTURES)\n";
        return;
    }
    int count = 0;
    for (std::string line; std::getline(index, line);) {
        const auto json = roost::parse_json(line);
        REQUIRE(json);
        check_fixture(folder, *json);
        ++count;
    }
    int payloads = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        payloads += entry.path().extension() == ".json" ? 1 : 0;
    CHECK(count == payloads);
    CHECK(count >= 107);
    std::cout << "webhook fixtures read: " << count << "\n";
}

TEST_CASE("fixture expectations: what is not met is named, and so is what is not known") {
    const std::string body =
        R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        "value":{"metadata":{"phone_number_id":"2"},"messages":[{"id":"a","from":"49170","timestamp":"1697043223",
        "type":"text","text":{"body":"Hi"}}]}}]}]})";
    const auto webhook = roost::parse_webhook(body, kReceivedAt);
    REQUIRE(webhook);
    Json expect =
        Json::parse(R"({"object":"whatsapp_business_account","entries":1,"changes":1,"fields":["messages"],
        "messages":1,"message_items":[{"id":"a","type":"text","kind":"text","ts":"1697043223","from":"49170","text":"Hi"}]})"
        );
    CHECK(roost::test::unmet_expectations(expect, *webhook).empty());
    SUBCASE("another text") {
        expect["message_items"][0]["text"] = "Hello";
    }
    SUBCASE("another person") {
        expect["message_items"][0]["from"] = "49171";
    }
    SUBCASE("another time") {
        expect["message_items"][0]["ts"] = "1697043224";
    }
    SUBCASE("one message more") {
        expect["message_items"].push_back(Json::object());
    }
    SUBCASE("a name nobody knows") {
        expect["message_items"][0]["colour"] = "red";
    }
    SUBCASE("a list nobody knows") {
        expect["colours"] = 3;
    }
    SUBCASE("another field") {
        expect["fields"] = Json::array({"calls"});
    }
    CHECK_FALSE(roost::test::unmet_expectations(expect, *webhook).empty());
}
