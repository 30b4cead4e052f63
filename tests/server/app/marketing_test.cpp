// Who asked WhatsApp for no more advertising gets none from here, whatever else they get.
#include "server/app/marketing.h"

#include <doctest/doctest.h>

#include "server/app/template_writes.h"
#include "tests/support/template_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

constexpr const char* kOffer =
    R"({"name":"offer","language":"en_US","values":{"body.1":"Amina","body.2":"Friday"}})";
constexpr const char* kReminder =
    R"({"name":"reminder","language":"en_US","values":{"body.1":"Amina","body.2":"Friday"}})";

struct Scene : test::UseCase {
    Scene() {
        config.waba_id = test::kBusinessAccount;
        auto offer = test::plain_template("20", "offer");
        offer.category = "MARKETING";
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            return replace_templates(transaction, config.waba_id, {test::plain_template(), offer})
                .map([](bool) {});
        }));
        row = customer_writes();
    }
    Result<Message> send(const std::string& object, const std::string& rest = "") {
        const std::string body = R"({"client_ref":"ref-)" + std::to_string(++count_) +
                                 R"(","type":"template","template":)" + object + rest + "}";
        auto request = read_send_request(body);
        REQUIRE(request);
        return send_message(*deps, agent, row.id, *request);
    }
    void says(const std::string& value, int second, const std::string& category = "marketing_messages") {
        Json body = test::whatsapp_value();
        body["metadata"]["phone_number_id"] = test::kNumberId;
        body["user_preferences"].push_back(
            {{"wa_id", test::kCustomer},
             {"category", category},
             {"value", value},
             {"timestamp", 1'770'000'000 + second}}
        );
        receive(dump_json(test::whatsapp_payload(body, "user_preferences")));
    }

    Conversation row;

  private:
    int count_ = 0;
};

TEST_CASE("marketing: a stop holds for advertising alone, until the person wants it again") {
    Scene use;
    CHECK(use.send(kOffer));
    use.says("stop", 10);
    const auto refused = use.send(kOffer);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kConflict);
    CHECK(refused.error().message.find("131050") != std::string::npos);
    CHECK(use.send(kReminder));
    CHECK(use.send(kOffer, R"(,"force":true)"));
    // What was said before is heard late, and something else is said.
    use.says("resume", 5);
    use.says("resume", 20, "another_category");
    use.says("whatever", 20);
    CHECK_FALSE(use.send(kOffer));
    use.says("resume", 30);
    CHECK(use.send(kOffer));
}

TEST_CASE("marketing: what Meta refuses for it is a stop, at once or by a status") {
    Scene use;
    const auto sent = use.send(kOffer);
    REQUIRE(sent);
    SUBCASE("at once") {
        use.cloud.fail_next(CloudRefusal{400, 131050, "User has stopped", 0});
        CHECK(use.work_outbox() == 1);
    }
    SUBCASE("by a status") {
        CHECK(use.work_outbox() == 1);
        use.status(use.message(sent->id).wamid, "failed", *sent, use.clock.now(), 131050);
    }
    CHECK(use.message(sent->id).status == DeliveryStatus::kFailed);
    CHECK_FALSE(use.send(kOffer));
    CHECK(use.send(kReminder));
}

TEST_CASE("marketing: nothing is kept about strangers") {
    Scene use;
    Json body = test::whatsapp_value();
    body["user_preferences"].push_back({{"category", "marketing_messages"}, {"value", "stop"}});
    use.receive(dump_json(test::whatsapp_payload(body, "user_preferences")));
    body["user_preferences"][0]["wa_id"] = "4915112345678";
    use.receive(dump_json(test::whatsapp_payload(body, "user_preferences")));
    CHECK(use.only_row().wa_id == test::kCustomer);
    CHECK(use.send(kOffer));
}

}  // namespace
}  // namespace roost
