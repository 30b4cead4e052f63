#include "server/simulator/account.h"

#include <doctest/doctest.h>

#include "server/simulator/inbound.h"
#include "tests/support/media_samples.h"

namespace roost::simulator {
namespace {

constexpr UnixMillis kNow = 1'795'262'400'000;
const std::string kCustomer = "254712345678";

Account make_account() {
    return Account({"102290129340398", "106540352242922", "15550783881"}, "token", 1);
}

Json text_to(const std::string& to, const std::string& callback_data = "m1") {
    return Json{
        {"messaging_product", "whatsapp"},
        {"to", to},
        {"type", "text"},
        {"text", {{"body", "Hello"}}},
        {"biz_opaque_callback_data", callback_data}};
}

std::vector<std::string> names_of(const Outcome& outcome) {
    std::vector<std::string> names;
    for (const TimedNews& one : outcome.statuses)
        names.push_back(one.news.item["status"]);
    return names;
}

int code_of(const Outcome& outcome) {
    return static_cast<int>(parse_json(outcome.reply.body).value()["error"]["code"]);
}

void plan(Account& account, const char* failure) {
    account.failures.add(parse_failure(*parse_json(failure)).value());
}

TEST_CASE("simulator: an open window lets a text through and tells three statuses with the callback data") {
    Account account = make_account();
    account.note_inbound(kCustomer, "Amina", "wamid.IN", kNow);
    const Outcome outcome = account.send(text_to("+254 712 345 678"), kNow);
    const Json answer = parse_json(outcome.reply.body).value();
    CHECK(outcome.reply.status == 200);
    CHECK(answer["contacts"][0]["input"] == "+254 712 345 678");
    CHECK(answer["contacts"][0]["wa_id"] == kCustomer);
    CHECK(answer["messages"][0]["id"] == outcome.accepted->wamid);
    CHECK(names_of(outcome) == std::vector<std::string>{"sent", "delivered", "read"});
    CHECK(outcome.statuses[2].news.item["biz_opaque_callback_data"] == "m1");
    CHECK(outcome.statuses[2].after_ms == 400);
}

TEST_CASE("simulator: what WhatsApp cannot show is accepted, and told by a status") {
    const auto code_after = [](const std::string& type, const std::string& bytes) {
        Account account = make_account();
        account.note_inbound(kCustomer, "Amina", "wamid.IN", kNow);
        const std::string id = account.media.add({"x/y", bytes, false, kNow}, account.ids);
        Json body = text_to(kCustomer);
        body["type"] = type;
        body[type] = {{"id", id}};
        const Outcome outcome = account.send(body, kNow);
        REQUIRE(outcome.accepted);
        return outcome.accepted->failed_code;
    };
    CHECK(code_after("image", test::jpeg_file(640, 480)) == 0);
    CHECK(code_after("image", test::webp_file(512, false)) == 131053);
    CHECK(code_after("video", test::jpeg_file(640, 480)) == 131053);
    CHECK(code_after("audio", test::ogg_file("OpusHead", 1)) == 0);
    CHECK(code_after("audio", test::ogg_file("OpusHead", 2)) == 131053);
    const auto large = std::string(std::size_t{100} * 1024, '\0');
    CHECK(code_after("sticker", test::webp_file(512, false)) == 0);
    CHECK(code_after("sticker", test::webp_file(512, false) + large) == 131053);
    CHECK(code_after("sticker", test::webp_file(512, true) + large) == 0);
    CHECK(code_after("sticker", test::webp_file(511, false)) == 131053);
    CHECK(code_after("document", "anything") == 0);
}

TEST_CASE("simulator: a reaction to what is older than thirty days fails afterwards") {
    for (const bool is_too_late : {false, true}) {
        Account account = make_account();
        account.note_inbound(kCustomer, "Amina", "wamid.OLD", kNow - 30 * kDay - (is_too_late ? 1 : 0));
        account.note_inbound(kCustomer, "Amina", "wamid.IN", kNow);
        Json body = text_to(kCustomer);
        body["type"] = "reaction";
        body["reaction"] = {{"message_id", "wamid.OLD"}, {"emoji", "👍"}};
        const Outcome outcome = account.send(body, kNow);
        REQUIRE(outcome.accepted);
        CHECK(outcome.accepted->failed_code == (is_too_late ? 131009 : 0));
    }
}

TEST_CASE("simulator: who shows no number is written to by the business-scoped id, and told of by it") {
    Account account = make_account();
    const auto said = parse_json(R"({"user_id":"KE.1349","name":"Amina","text":"Hi"})");
    const auto inbound = receive_from_customer(account, *said, "http://127.0.0.1", kNow);
    REQUIRE(inbound);
    CHECK_FALSE(inbound->news.item.contains("from"));
    CHECK(inbound->news.item["from_user_id"] == "KE.1349");
    Json body = text_to(kCustomer);
    body.erase("to");
    body["recipient"] = "KE.1349";
    const Outcome outcome = account.send(body, kNow);
    CHECK(parse_json(outcome.reply.body).value()["contacts"][0]["user_id"] == "KE.1349");
    REQUIRE(names_of(outcome).size() == 3);
    CHECK(outcome.statuses[0].news.item["recipient_user_id"] == "KE.1349");
    CHECK_FALSE(outcome.statuses[0].news.item.contains("recipient_id"));
}

TEST_CASE("simulator: a customer can say anything Meta's webhooks carry") {
    Account account = make_account();
    const auto say = [&](const std::string& text) {
        return receive_from_customer(account, *parse_json(text), "http://127.0.0.1:1", kNow);
    };
    const auto picture = say(R"({"from":"254712345678","type":"image","image":{"caption":"Roof"}})");
    REQUIRE(picture);
    const std::string media_id = picture->news.item["image"]["id"];
    CHECK(account.media.has(media_id, kNow));
    CHECK(picture->news.item["image"]["mime_type"] == "image/png");
    const auto old =
        say(R"({"from":"254712345678","text":"Old","seconds_ago":90000,"context":{"id":"wamid.A"}})");
    CHECK(old->news.item["timestamp"] == std::to_string(kNow / 1000 - 90'000));
    CHECK(old->news.item["context"]["id"] == "wamid.A");
    const auto raw =
        say(R"({"from":"254712345678","message":{"type":"order","id":"wamid.R","order":{"x":1}}})");
    CHECK(raw->wamid == "wamid.R");
    CHECK(raw->news.item["order"]["x"] == 1);
    CHECK_FALSE(say(R"({"text":"Nobody"})"));
    CHECK_FALSE(say(R"({"from":"254712345678"})"));
}

TEST_CASE("simulator: a closed window fails by a status, or at once if the script says so") {
    Account account = make_account();
    account.note_inbound(kCustomer, "Amina", "wamid.IN", kNow);
    account.advance_clock(24 * kHour);
    const Outcome late = account.send(text_to(kCustomer), kNow);
    CHECK(late.reply.status == 200);
    CHECK(names_of(late) == std::vector<std::string>{"failed"});
    CHECK(late.statuses[0].news.item["errors"][0]["code"] == 131047);
    account.script.is_window_error_immediate = true;
    CHECK(code_of(account.send(text_to(kCustomer), kNow)) == 131047);
    Json greeting = text_to(kCustomer);
    greeting["type"] = "template";
    greeting["template"] = {{"name", "hello_world"}, {"language", {{"code", "en_US"}}}};
    CHECK(account.send(greeting, kNow).reply.status == 200);
    greeting["template"]["language"]["code"] = "sw";
    CHECK(account.send(greeting, kNow).reply.status == 404);
    greeting["template"] = {{"name", "visit_reminder"}, {"language", {{"code", "en_US"}}}};
    CHECK(code_of(account.send(greeting, kNow)) == 132000);
}

TEST_CASE("simulator: forty-five messages to one customer, then one in six seconds") {
    Account account = make_account();
    account.note_inbound(kCustomer, "", "wamid.IN", kNow);
    for (int i = 0; i < 45; ++i)
        CHECK(account.send(text_to(kCustomer), kNow).accepted);
    CHECK(code_of(account.send(text_to(kCustomer), kNow + 5'999)) == 131056);
    CHECK(account.send(text_to(kCustomer), kNow + 6'001).accepted);
    CHECK_FALSE(account.send(text_to(kCustomer), kNow + 6'002).accepted);
}

TEST_CASE("simulator: the throughput of the number is limited if the script says so") {
    Account account = make_account();
    account.script.throughput_per_second = 2;
    account.script.enforces_window = false;
    CHECK(account.send(text_to("254712000001"), kNow).accepted);
    CHECK(account.send(text_to("254712000002"), kNow).accepted);
    CHECK(code_of(account.send(text_to("254712000003"), kNow)) == 130429);
    CHECK(account.send(text_to("254712000003"), kNow + 500).accepted);
}

TEST_CASE("simulator: planned failures come once each, in their order, to whom they are meant for") {
    Account account = make_account();
    account.script.enforces_window = false;
    plan(account, R"({"code":131026})");
    plan(account, R"({"code":190})");
    plan(account, R"({"http":503})");
    plan(account, R"({"mode":"drop_before"})");
    plan(account, R"({"mode":"drop_after"})");
    plan(account, R"({"code":131030,"to":"254712000009","count":-1})");
    CHECK(names_of(account.send(text_to(kCustomer), kNow)) == std::vector<std::string>{"failed"});
    CHECK(account.send(text_to(kCustomer), kNow).reply.status == 401);
    CHECK(account.send(text_to(kCustomer), kNow).reply.status == 503);
    CHECK(account.send(text_to(kCustomer, "m4"), kNow).reply.is_dropped);
    CHECK(account.count_sent_with("m4") == 0);
    const Outcome lost = account.send(text_to(kCustomer, "m5"), kNow);
    CHECK(lost.reply.is_dropped);
    CHECK(account.count_sent_with("m5") == 1);
    CHECK(names_of(lost) == std::vector<std::string>{"sent", "delivered", "read"});
    for (int i = 0; i < 3; ++i)
        CHECK(code_of(account.send(text_to("254712000009"), kNow)) == 131030);
    CHECK(names_of(account.send(text_to(kCustomer), kNow)).size() == 3);
}

TEST_CASE("simulator: statuses are skipped and turned round as the script says") {
    Account account = make_account();
    account.script.enforces_window = false;
    REQUIRE(apply_settings(account.script, *parse_json(R"({"skip":["delivered"],"order":"reversed"})")));
    const Outcome outcome = account.send(text_to(kCustomer), kNow);
    CHECK(names_of(outcome) == std::vector<std::string>{"read", "sent"});
    CHECK(outcome.statuses[0].after_ms == 40);
    CHECK(outcome.statuses[1].after_ms == 400);
}

TEST_CASE("simulator: a wrong setting changes nothing and is named") {
    Script script;
    const auto status = apply_settings(script, *parse_json(R"({"batch_size":7,"speed":1})"));
    REQUIRE_FALSE(status);
    CHECK(status.error().message == "there is no setting 'speed'");
    CHECK(script.batch_size == 1);
}

TEST_CASE("simulator: an outage answers nothing or that status, and ends") {
    Account account = make_account();
    account.go_down(kNow + 100, 0);
    CHECK(account.outage(kNow)->is_dropped);
    account.go_down(kNow + 100, 500);
    CHECK(account.outage(kNow)->status == 500);
    CHECK_FALSE(account.outage(kNow + 100));
}

}  // namespace
}  // namespace roost::simulator
