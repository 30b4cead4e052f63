#include "server/simulator/access_token.h"

#include <doctest/doctest.h>

namespace roost::simulator {
namespace {

constexpr UnixMillis kNow = 1'795'262'400'000;
const BusinessNumber kNumber{"102290129340398", "106540352242922", "15550783881"};

AccessToken make_token() {
    AccessToken token;
    token.text = "token";
    return token;
}

Request with_bearer(const std::string& text) {
    Request request;
    request.authorization = "Bearer " + text;
    return request;
}

TEST_CASE("simulator: only the configured token is good, in the header or the query") {
    const auto token = make_token();
    CHECK(check_token(token, Request(), kNow).value_or(GraphError()).code == 190);
    CHECK(check_token(token, with_bearer("other"), kNow).value_or(GraphError()).http_status == 401);
    CHECK_FALSE(check_token(token, with_bearer("token"), kNow));
    Request request;
    request.query["access_token"] = "token";
    CHECK_FALSE(check_token(token, request, kNow));
    CHECK_FALSE(check_token(AccessToken(), with_bearer("any"), kNow));
}

TEST_CASE("simulator: a token ends at its time, to the millisecond, and says so before") {
    auto token = make_token();
    REQUIRE(change_token(token, Json{{"expires_in_ms", 1000}}, kNow));
    CHECK_FALSE(check_token(token, with_bearer("token"), kNow + 999));
    CHECK(check_token(token, with_bearer("token"), kNow + 1000).value_or(GraphError()).subcode == 463);
    const auto told = debug_token(token, kNumber, kNow);
    CHECK(told["data"]["expires_at"] == kNow / kSecond + 1);
    CHECK(told["data"]["is_valid"] == true);
    CHECK(told["data"]["type"] == "USER");
    REQUIRE(change_token(token, Json{{"expires_in_ms", nullptr}}, kNow));
    CHECK(debug_token(token, kNumber, kNow)["data"]["expires_at"] == 0);
    CHECK(debug_token(token, kNumber, kNow)["data"]["type"] == "SYSTEM_USER");
}

TEST_CASE("simulator: what a token may not do is refused with 10") {
    auto token = make_token();
    CHECK_FALSE(check_number_scope(token, "messages"));
    CHECK_FALSE(check_account_scope(token));
    REQUIRE(change_token(token, Json{{"scopes", {"whatsapp_business_management"}}}, kNow));
    CHECK(check_number_scope(token, "messages").value_or(GraphError()).code == 10);
    CHECK_FALSE(check_number_scope(token, ""));
    CHECK_FALSE(check_account_scope(token));
    REQUIRE(change_token(token, Json{{"scopes", {"whatsapp_business_messaging"}}}, kNow));
    CHECK_FALSE(check_number_scope(token, "messages"));
    CHECK(check_account_scope(token).value_or(GraphError()).code == 10);
}

TEST_CASE("simulator: a wrong change of the token changes nothing") {
    auto token = make_token();
    CHECK_FALSE(change_token(token, Json{{"expires_in_ms", 5}, {"scopes", "all"}}, kNow));
    CHECK_FALSE(change_token(token, Json{{"expires_in_ms", "soon"}}, kNow));
    CHECK(token.expires_at == 0);
    CHECK(token.scopes.size() == 2);
}

}  // namespace
}  // namespace roost::simulator
