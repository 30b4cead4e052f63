#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::TestServer;

void receive_text(TestServer& server, UnixMillis at) {
    REQUIRE(
        server.webhook(test::text_webhook(test::InboundText{.wamid = "wamid.T", .at = at})).status == 200
    );
}

Json reaction_in(const test::HttpAnswer& answer) {
    CHECK(answer.status == 202);
    const auto json = parse_json(answer.body);
    REQUIRE(json);
    return member(member(member(*json, "message"), "content"), "reaction");
}

TEST_CASE("reaction route: puts one on a message, and takes it back") {
    TestServer server;
    receive_text(server, server.clock.now());
    const auto put = reaction_in(server.as_ana("PUT", "/api/v1/messages/1/reaction", R"({"emoji":"👍"})"));
    CHECK(put["message_id"] == "wamid.T");
    CHECK(put["emoji"] == "👍");
    const auto taken = reaction_in(server.as_ana("DELETE", "/api/v1/messages/1/reaction"));
    CHECK(taken["message_id"] == "wamid.T");
    CHECK(string_or(taken, "emoji", "").empty());
}

TEST_CASE("reaction route: the same key is the same reaction") {
    TestServer server;
    receive_text(server, server.clock.now());
    const test::HeaderList headers = {
        {"Authorization", "Bearer " + server.token()}, {"Idempotency-Key", "r1"}};
    for (int i = 0; i < 2; ++i)
        CHECK(server.ask("PUT", "/api/v1/messages/1/reaction", headers, R"({"emoji":"👍"})").status == 202);
    const auto page = parse_json(server.as_ana("GET", "/api/v1/conversations/1/messages").body);
    REQUIRE(page);
    CHECK(member(*page, "messages").size() == 2);
}

TEST_CASE("reaction route: what WhatsApp would not take is refused") {
    TestServer server;
    receive_text(server, server.clock.now());
    const auto put = [&](const std::string& id, const std::string& body) {
        return server.as_ana("PUT", "/api/v1/messages/" + id + "/reaction", body).status;
    };
    CHECK(put("1", "{}") == 400);
    CHECK(put("1", R"({"emoji":""})") == 400);
    CHECK(put("1", R"({"emoji":")" + std::string(40, 'x') + R"("})") == 400);
    CHECK(put("99", R"({"emoji":"👍"})") == 404);
    CHECK(server.ask("PUT", "/api/v1/messages/1/reaction", {}, R"({"emoji":"👍"})").status == 401);
    REQUIRE(put("1", R"({"emoji":"👍"})") == 202);
    // One of our own that has not gone out has no name that Meta would know.
    CHECK(put("2", R"({"emoji":"👍"})") == 409);
}

TEST_CASE("reaction route: thirty days after a message it takes none any more") {
    for (const bool is_too_late : {false, true}) {
        CAPTURE(is_too_late);
        TestServer server;
        const auto now = server.clock.now() / kSecond * kSecond;
        receive_text(server, now - 30 * kDay + (is_too_late ? -kMinute : kMinute));
        // The window is opened by another message.
        REQUIRE(
            server.webhook(test::text_webhook(test::InboundText{.wamid = "wamid.U", .at = now})).status == 200
        );
        const auto answer = server.as_ana("PUT", "/api/v1/messages/1/reaction", R"({"emoji":"👍"})");
        CHECK(answer.status == (is_too_late ? 409 : 202));
        const auto other = R"({"type":"reaction","reaction":{"message_id":"wamid.T","emoji":"👍"}})";
        CHECK(
            server.as_ana("POST", "/api/v1/conversations/1/messages", other).status ==
            (is_too_late ? 409 : 202)
        );
    }
}

}  // namespace
}  // namespace roost
