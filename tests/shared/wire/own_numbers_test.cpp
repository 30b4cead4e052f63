#include "shared/wire/own_numbers.h"

#include <doctest/doctest.h>

namespace roost {

namespace {

OwnNumber number_with_everything() {
    OwnNumber number;
    number.id = AccountId{7};
    number.phone_number_id = "106540352242922";
    number.waba = "102290129340398";
    number.is_connected = true;
    number.is_from_settings = true;
    number.connected_at = 1'700'000'000'000;
    number.last_inbound_at = 1'700'000'100'000;
    auto& health = number.health;
    health.checked_at = 1'700'000'200'000;
    health.display_number = "+254 700 555 010";
    health.verified_name = "Savanna \"Solar\"";
    health.quality = "GREEN";
    health.messaging_limit = "TIER_10K";
    health.throughput = "STANDARD";
    health.status = "CONNECTED";
    health.name_status = "APPROVED";
    health.code_status = "VERIFIED";
    health.mode = "LIVE";
    health.account_name = "Savanna";
    health.token_expires_at = 1'700'900'000'000;
    health.is_subscribed = true;
    health.problems = {{NumberProblemKind::kTokenEnds, "2023-11-25T00:00:00.000Z"}};
    return number;
}

}  // namespace

TEST_CASE("own numbers: what is written is read again, with everything and with almost nothing") {
    OwnNumber bare;
    bare.id = AccountId{8};
    bare.phone_number_id = "1";
    const OwnNumbers own{
        {number_with_everything(), bare},
        "https://inbox.example/webhooks/whatsapp",
        "abc",
        1'700'000'000'500};
    const auto read = read_own_numbers(write_own_numbers(own));
    REQUIRE(read);
    CHECK(*read == own);
    CHECK(read_own_numbers(write_own_numbers({})) == OwnNumbers{});
}

TEST_CASE("own numbers: changes are read again, those of a later version left out") {
    const std::vector<NumberChange> changes{
        {1'700'000'000'000, NumberAspect::kQuality, "GREEN", "RED"},
        {1'700'000'000'000, NumberAspect::kProblem, "", "not_subscribed"}};
    CHECK(read_number_changes(write_number_changes(changes)) == changes);
    const auto later =
        read_number_changes(R"({"changes":[{"at":"2026-01-01T00:00:00.000Z","aspect":"mood"}]})");
    REQUIRE(later);
    CHECK(later->empty());
}

TEST_CASE("own numbers: what is of another shape is refused, and unknown problems are left out") {
    CHECK_FALSE(read_own_numbers("[]"));
    CHECK_FALSE(read_own_numbers(R"({"accounts":[{"id":"1"}]})"));
    CHECK_FALSE(read_own_numbers(R"({"accounts":[{"id":"1","platform":"pager","phone_number_id":"2"}]})"));
    CHECK_FALSE(read_number_changes("{}"));
    const auto health =
        read_number_health(*parse_json(R"({"problems":[{"kind":"bad_luck"},{"kind":"name_declined"},7]})"));
    REQUIRE(health);
    CHECK(health->problems == std::vector<NumberProblem>{{NumberProblemKind::kNameDeclined, ""}});
}

}  // namespace roost
