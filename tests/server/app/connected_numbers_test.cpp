#include "server/app/connected_numbers.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "server/secret_box.h"
#include "shared/wire/send.h"
#include "tests/support/template_samples.h"
#include "tests/support/use_case.h"

namespace roost {

namespace {

SecretBox box_of(char digit) {
    auto box = SecretBox::with_key(std::string(64, digit));
    REQUIRE(box);
    return *box;
}

ConnectedNumber brazil() {
    return {"555", "20", "EAAG-brazil-canary", "secret-brazil-canary", false, 1'700'000'000'000};
}

struct Scene : test::UseCase {
    Scene() {
        config.waba_id = "10";
        config.access_token = "kenya";
        config.app_secret = "one,two";
    }
    void store_connection(const SecretBox& box, const ConnectedNumber& number) {
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            auto row = seal_connection(box, number);
            ASSIGN_OR_RETURN(
                row.account, transaction.account_for(Platform::kWhatsApp, number.phone_number_id)
            );
            return transaction.numbers().put_connection(row);
        }));
    }
    std::string database() const {
        std::string all;
        for (const auto* name : {"roost.db", "roost.db-wal"}) {
            std::ifstream file(dir.file(name), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }
};

}  // namespace

TEST_CASE("connected numbers: the one of the settings first, then the others as they were stored") {
    Scene use;
    const auto box = box_of('a');
    use.store_connection(box, brazil());
    const auto sealed = load_connections(*use.store, box, use.numbers);
    REQUIRE(sealed);
    CHECK(sealed->empty());
    REQUIRE(use.numbers.all().size() == 2);
    CHECK(use.numbers.all().front().is_from_settings);
    CHECK(use.numbers.all().back() == brazil());
    CHECK(use.numbers.wabas() == std::vector<std::string>{"10", "20"});
    CHECK(use.numbers.waba_of("555") == "20");
    CHECK(use.numbers.waba_of("556").empty());
    CHECK(use.numbers.of_waba("20")->access_token == "EAAG-brazil-canary");
    CHECK_FALSE(use.numbers.of_waba("30"));
    CHECK(use.numbers.app_secrets() == std::vector<std::string>{"one", "two", "secret-brazil-canary"});
}

TEST_CASE("connected numbers: no secret stands in the database as it is") {
    Scene use;
    use.store_connection(box_of('a'), brazil());
    const auto bytes = use.database();
    CHECK(bytes.find("555") != std::string::npos);
    CHECK(bytes.find("canary") == std::string::npos);
}

TEST_CASE("connected numbers: with another key a number is left out, and named") {
    Scene use;
    use.store_connection(box_of('a'), brazil());
    const auto sealed = load_connections(*use.store, box_of('b'), use.numbers);
    CHECK(sealed == std::vector<std::string>{"555"});
    CHECK(use.numbers.all().size() == 1);
}

TEST_CASE("connected numbers: the secrets of one number open nothing of another") {
    Scene use;
    const auto box = box_of('a');
    auto moved = seal_connection(box, brazil());
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(moved.account, transaction.account_for(Platform::kWhatsApp, "777"));
        return transaction.numbers().put_connection(moved);
    }));
    CHECK(load_connections(*use.store, box, use.numbers) == std::vector<std::string>{"777"});
}

TEST_CASE("connected numbers: who wants to hear of a change is told after it") {
    Scene use;
    std::size_t seen = 0;
    use.numbers.on_change([&] { seen = use.numbers.all().size(); });
    use.numbers.set({brazil()});
    CHECK(seen == 2);
}

TEST_CASE("connected numbers: a template is looked for in the account of the conversation's number") {
    Scene use;
    use.numbers.set({brazil()});
    use.customer_writes();
    auto pattern = test::plain_template();
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        return transaction.put_template("20", pattern);
    }));
    const auto request = read_send_request(
        R"({"client_ref":"r","type":"template","template":{"name":")" + pattern.name + R"(","language":")" +
        pattern.language + R"(","values":{"body.1":"Ann","body.2":"Monday"}}})"
    );
    REQUIRE(request);
    const auto refused = send_message(*use.deps, use.agent, ConversationId{1}, *request);
    REQUIRE_FALSE(refused);
    use.config.waba_id = "20";
    CHECK(send_message(*use.deps, use.agent, ConversationId{1}, *request));
}

}  // namespace roost
