#include "server/simulator/blocked_users.h"

#include <doctest/doctest.h>

#include "server/simulator/account.h"

namespace roost::simulator {
namespace {

constexpr UnixMillis kNow = 1'795'262'400'000;
const std::string kCustomer = "254712345678";

Account make_account() {
    return Account({"102290129340398", "106540352242922", "15550783881"}, "token", 1);
}

Json body_of(std::initializer_list<const char*> users) {
    Json list = Json::array();
    for (const char* user : users)
        list.push_back({{"user", user}});
    return Json{{"messaging_product", "whatsapp"}, {"block_users", list}};
}

Json answer_in(const Reply& reply) {
    return parse_json(reply.body).value();
}

}  // namespace

TEST_CASE("simulator: who wrote within a day is blocked, the others are named with the reason of each") {
    Account account = make_account();
    account.note_inbound(kCustomer, "Amina", "wamid.IN", kNow);
    const Reply reply =
        account.block_users(body_of({"+254 712 345 678", "+447700900123", "15550783881", "nobody"}), kNow);
    CHECK(reply.status == 400);
    const Json answer = answer_in(reply);
    CHECK(answer["error"]["code"] == 139100);
    const Json& changed = answer["block_users"];
    REQUIRE(changed["added_users"].size() == 1);
    CHECK(changed["added_users"][0]["wa_id"] == kCustomer);
    REQUIRE(changed["failed_users"].size() == 3);
    CHECK(changed["failed_users"][0]["errors"][0]["code"] == 131047);
    CHECK(changed["failed_users"][1]["errors"][0]["code"] == 131021);
    CHECK(changed["failed_users"][2]["errors"][0]["code"] == 131009);
    CHECK(account.blocked.has(kCustomer));
    CHECK_FALSE(account.blocked.has("447700900123"));
    account.advance_clock(24 * kHour);
    CHECK(account.block_users(body_of({"+254712345678"}), kNow).status == 400);
}

TEST_CASE("simulator: what is sent to somebody who is blocked fails, until they are let in again") {
    Account account = make_account();
    account.note_inbound(kCustomer, "Amina", "wamid.IN", kNow);
    CHECK(account.block_users(body_of({"+254712345678"}), kNow).status == 200);
    const Json text{
        {"messaging_product", "whatsapp"},
        {"to", kCustomer},
        {"type", "text"},
        {"text", {{"body", "Hello"}}}};
    const Outcome failed = account.send(text, kNow);
    REQUIRE(failed.statuses.size() == 1);
    CHECK(failed.statuses[0].news.item["errors"][0]["code"] == 131026);
    const Reply removed = account.blocked.unblock(body_of({"+254712345678"}), "trace");
    CHECK(answer_in(removed)["block_users"]["removed_users"][0]["wa_id"] == kCustomer);
    CHECK(account.send(text, kNow).statuses.size() == 3);
}

TEST_CASE("simulator: bodies of another form are refused whole, and pages follow each other") {
    Account account = make_account();
    CHECK(account.block_users(Json::object(), kNow).status == 400);
    CHECK(account.block_users(Json{{"messaging_product", "whatsapp"}}, kNow).status == 400);
    CHECK(account.block_users(body_of({}), kNow).status == 400);
    Json many = body_of({"+254712345678"});
    for (int i = 0; i < 1000; ++i)
        many["block_users"].push_back({{"user", "+254712345678"}});
    CHECK(account.block_users(many, kNow).status == 400);
    for (const char* user : {"254700000001", "254700000002", "254700000003"}) {
        account.note_inbound(user, "", "wamid." + std::string(user), kNow);
        CHECK(account.block_users(body_of({user}), kNow).status == 200);
    }
    const Json first = answer_in(account.blocked.list("", 2));
    CHECK(first["data"].size() == 2);
    CHECK(first["paging"].contains("next"));
    const std::string after = first["paging"]["cursors"]["after"];
    const Json last = answer_in(account.blocked.list(after, 2));
    REQUIRE(last["data"].size() == 1);
    CHECK(last["data"][0]["wa_id"] == "254700000003");
    CHECK_FALSE(last["paging"].contains("next"));
    account.reset();
    CHECK(answer_in(account.blocked.list("", 2))["data"].empty());
}

}  // namespace roost::simulator
