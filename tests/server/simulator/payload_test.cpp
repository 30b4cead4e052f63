#include "server/simulator/payload.h"

#include <doctest/doctest.h>

namespace roost::simulator {
namespace {

const BusinessNumber kNumber{"102290129340398", "106540352242922", "15550783881"};

TEST_CASE("simulator: webhooks are escaped as Meta escapes them") {
    CHECK(meta_escaped(Json{{"a", "Jäger/1"}}) == R"({"a":"J\u00e4ger\/1"})");
    CHECK(meta_escaped(Json{{"a", "😀"}}) == R"({"a":"\ud83d\ude00"})");
    CHECK(meta_escaped(Json{{"a", "back\\/slash"}}) == R"({"a":"back\\\/slash"})");
    CHECK(Json::parse(meta_escaped(Json{{"a", "Ünï/\\\"😀"}})) == Json{{"a", "Ünï/\\\"😀"}});
}

TEST_CASE("simulator: the signature is the published HMAC-SHA256 test vector") {
    CHECK(
        signature_of("Jefe", "what do ya want for nothing?") ==
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
}

TEST_CASE("simulator: a batch has several changes with several items and loses none") {
    std::vector<News> news;
    for (int i = 0; i < 25; ++i) {
        const auto kind = i < 15 ? News::Kind::kMessage : News::Kind::kStatus;
        news.push_back({kind, Json{{"id", std::to_string(i)}}, contact_of("254712345678", "Amina"), {}});
    }
    const Json webhook = webhook_of(kNumber, news);
    const Json& changes = webhook["entry"][0]["changes"];
    REQUIRE(changes.size() == 3);
    CHECK(changes[0]["value"]["messages"].size() == 10);
    CHECK(changes[0]["value"]["contacts"].size() == 1);
    CHECK(changes[1]["value"]["messages"].size() == 5);
    CHECK(changes[2]["value"]["statuses"].size() == 10);
    CHECK(changes[2]["value"]["metadata"]["phone_number_id"] == "106540352242922");
    CHECK(webhook["entry"][0]["id"] == "102290129340398");
}

}  // namespace
}  // namespace roost::simulator
