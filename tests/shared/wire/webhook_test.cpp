#include "shared/wire/webhook.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

ParsedWebhook parse(const Json& payload) {
    const auto webhook = parse_webhook(dump_json(payload), kNoon);
    REQUIRE(webhook);
    return *webhook;
}

Json json(const char* text) {
    const auto document = parse_json(text);
    REQUIRE(document);
    return *document;
}

// A change of a WhatsApp number with these members beside the metadata.
ParsedWebhook parse_change(const char* members, const char* field = "messages") {
    Json value = whatsapp_value();
    value.update(json(members));
    return parse(whatsapp_payload(value, field));
}

ParsedWebhook parse_event(const char* event, const char* object = "page", const char* list = "messaging") {
    Json payload = json(R"({"entry":[{"id":"900","time":1795262400123}]})");
    payload["object"] = object;
    payload["entry"][0][list] = Json::array({json(event)});
    return parse(payload);
}

template <class Item>
const Item& only(const ParsedWebhook& webhook) {
    REQUIRE(webhook.items.size() == 1);
    REQUIRE(std::holds_alternative<Item>(webhook.items.front()));
    return std::get<Item>(webhook.items.front());
}

}  // namespace

TEST_CASE("webhook: a batch of texts comes out one by one, each with its own sender") {
    const auto webhook = parse_webhook(
        text_webhook({{"wamid.1", "111", "Ann", "one"}, {"wamid.2", "222", "Ben", "two"}}), kNoon
    );
    REQUIRE(webhook);
    REQUIRE(webhook->items.size() == 2);
    const auto& second = std::get<IncomingMessage>(webhook->items[1]);
    CHECK(second.person == Person{"222", "", "Ben"});
    CHECK(second.account_key == kNumberId);
    CHECK(second.at == kNoon);
    CHECK(second.content == Content(Text{"two", false}));
    CHECK(second.raw.empty());
}

TEST_CASE("webhook: names are found by number or id, whatever their order") {
    const auto webhook = parse_change(R"({"contacts":[{"wa_id":"222","profile":{"name":"Ben"}},
        {"user_id":"KE.1","profile":{"username":"@ann"}},null],
        "messages":[{"id":"a","from_user_id":"KE.1","type":"text","text":{"body":"x"},"timestamp":"1795262000"},
        {"id":"b","from":333,"type":"text","text":{"body":"x"},"timestamp":1795262000}]})");
    REQUIRE(webhook.items.size() == 2);
    CHECK(std::get<IncomingMessage>(webhook.items[0]).person == Person{"", "KE.1", "@ann"});
    CHECK(std::get<IncomingMessage>(webhook.items[1]).person == Person{"333", "", ""});
    CHECK(std::get<IncomingMessage>(webhook.items[1]).at == 1795262000000);
}

TEST_CASE("webhook: a time that is missing or absurd is the time of arrival") {
    for (const char* time :
         {R"("")",
          R"("soon")",
          "0",
          "-5",
          "null",
          R"("99999999999999")",
          "1e300",
          R"("12345")",
          "[]",
          R"("1895262400")",
          "18446744073709551615"}) {
        CAPTURE(time);
        const std::string members =
            R"({"messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"},"timestamp":)" +
            std::string(time) + "}]}";
        CHECK(only<IncomingMessage>(parse_change(members.c_str())).at == kNoon);
    }
}

TEST_CASE("webhook: messages without an id keep apart from each other and are the same when they come again"
) {
    const char* first =
        R"({"messages":[{"from":"1","type":"text","text":{"body":"x"},"timestamp":"1795262000"}]})";
    const char* second =
        R"({"messages":[{"from":"1","type":"text","text":{"body":"y"},"timestamp":"1795262000"}]})";
    const std::string name = only<IncomingMessage>(parse_change(first)).wamid;
    CHECK(name.rfind("noid:", 0) == 0);
    CHECK(only<IncomingMessage>(parse_change(first)).wamid == name);
    CHECK(only<IncomingMessage>(parse_change(second)).wamid != name);
}

TEST_CASE("webhook: statuses tell what came, when and for which of our messages") {
    const auto webhook =
        parse_webhook(status_webhook({"wamid.o", "failed", "254", kNoon, "77", 131047}), kNoon);
    REQUIRE(webhook);
    const auto& status = only<IncomingStatus>(*webhook);
    CHECK(status.status == DeliveryStatus::kFailed);
    CHECK(status.callback_data == "77");
    CHECK(status.at == kNoon);
    CHECK(status.recipient.wa_id == "254");
    CHECK(status.failure->code == 131047);
    CHECK_FALSE(status.failure->sentence.empty());
}

TEST_CASE("webhook: statuses of calls and payments, and words not known, are notices") {
    const auto webhook = parse_change(R"({"statuses":[{"id":"a","type":"call","status":"RINGING"},
        {"id":"b","type":"payment","status":"captured"},{"id":"c","status":"warning"},{"id":"d","status":"queued"},
        {"status":"sent"},7]})");
    REQUIRE(webhook.items.size() == 6);
    for (const WebhookItem& item : webhook.items)
        CHECK(std::holds_alternative<Notice>(item));
    CHECK(std::get<Notice>(webhook.items[0]).event == "RINGING");
}

TEST_CASE("webhook: edits and revocations name the message they change") {
    const auto edit =
        parse_change(R"({"messages":[{"id":"a","from":"1","type":"edit","edit":{"original_message_id":"b",
        "message":{"type":"text","text":{"body":"new"}}}}]})");
    CHECK(only<IncomingChange>(edit).target_wamid == "b");
    CHECK(*only<IncomingChange>(edit).new_content == Content(Text{"new", false}));
    const auto revoke = parse_change(
        R"({"message_echoes":[{"id":"a","from":"15550783881","to":"1","type":"revoke","revoke":{"original_message_id":"b"}}]})",
        "smb_message_echoes"
    );
    CHECK_FALSE(only<IncomingChange>(revoke).new_content);
    CHECK(only<IncomingChange>(revoke).is_echo);
    CHECK(only<IncomingChange>(revoke).person.wa_id == "1");
    const auto aimless = parse_change(R"({"messages":[{"id":"a","from":"1","type":"edit","edit":{}}]})");
    CHECK(std::holds_alternative<Unsupported>(only<IncomingMessage>(aimless).content));
}

TEST_CASE("webhook: an echo is a message to the customer") {
    const auto webhook = parse_change(
        R"({"contacts":[{"wa_id":"1","profile":{"name":"Ann"}}],
            "message_echoes":[{"id":"a","from":"15550783881","to":"1","type":"text","text":{"body":"x"}}]})",
        "smb_message_echoes"
    );
    const auto& echo = only<IncomingMessage>(webhook);
    CHECK(echo.is_echo);
    CHECK(echo.status == DeliveryStatus::kSent);
    CHECK(echo.person == Person{"1", "", "Ann"});
}

TEST_CASE("webhook: history has both sides, and what it knows of the ticks") {
    const auto webhook = parse_change(
        R"({"history":[{"metadata":{"phase":0,"progress":55},"threads":[{"id":"1","messages":[
            {"from":"1","id":"a","type":"text","text":{"body":"in"},"timestamp":"1795000000"},
            {"from":"15550783881","to":"1","id":"b","type":"text","text":{"body":"out"},"timestamp":"1795000001",
             "history_context":{"status":"READ"}},
            {"from":"1","id":"c","type":"media_placeholder","timestamp":"1795000002"}]}]},{"errors":[{"code":2593109}]}]})",
        "history"
    );
    REQUIRE(webhook.items.size() == 5);
    CHECK(std::get<Notice>(webhook.items[0]).event == "progress");
    const auto& in = std::get<IncomingMessage>(webhook.items[1]);
    const auto& out = std::get<IncomingMessage>(webhook.items[2]);
    CHECK((in.is_history && !in.is_echo && in.status == DeliveryStatus::kReceived));
    CHECK((out.is_history && out.is_echo && out.status == DeliveryStatus::kRead));
    CHECK(out.person == in.person);
    CHECK(content_type(std::get<IncomingMessage>(webhook.items[3]).content) == "media_placeholder");
    CHECK(std::get<Notice>(webhook.items[4]).event == "error");
}

TEST_CASE("webhook: what the content does not say is kept raw") {
    const auto webhook = parse_change(R"({"messages":[{"id":"a","from":"1","type":"text","text":{"body":"x"},
        "referral":{"source_id":"ad-1"}}]})");
    CHECK(only<IncomingMessage>(webhook).raw.find("ad-1") != std::string::npos);
    const auto opened = parse_change(R"({"messages":[{"id":"a","from":"1","type":"request_welcome"}]})");
    CHECK(content_type(only<IncomingMessage>(opened).content) == "system");
}

TEST_CASE("webhook: Messenger and Instagram speak the same language") {
    const char* text = R"({"sender":{"id":"10"},"recipient":{"id":"900"},"timestamp":1795262400123,
        "message":{"mid":"m1","text":"Hi","reply_to":{"mid":"m0"}}})";
    for (const char* list : {"messaging", "standby"}) {
        const auto webhook = parse_event(text, "instagram", list);
        const auto& message = only<IncomingMessage>(webhook);
        CHECK(message.platform == Platform::kInstagram);
        CHECK(message.account_key == "900");
        CHECK(message.person == Person{"", "10", ""});
        CHECK(message.at == 1795262400123);
        CHECK(message.context.quoted_wamid == "m0");
    }
    const auto echo = parse_event(R"({"sender":{"id":"900"},"recipient":{"id":"10"},"timestamp":1795262400123,
        "message":{"mid":"m2","text":"Hello","is_echo":true}})");
    CHECK(only<IncomingMessage>(echo).person.user_id == "10");
    CHECK(only<IncomingMessage>(echo).platform == Platform::kMessenger);
}

TEST_CASE("webhook: Messenger's attachments are one message each, the first with the message's id") {
    const auto webhook =
        parse_event(R"({"sender":{"id":"10"},"recipient":{"id":"900"},"timestamp":1795262400123,
        "message":{"mid":"m1","text":"Look","attachments":[{"type":"image","payload":{"url":"https://x.example/1"}},
        {"type":"file","payload":{"url":"https://x.example/2"}},{"type":"ig_reel","payload":{"title":"Reel"}}]}})"
        );
    REQUIRE(webhook.items.size() == 3);
    const auto& first = std::get<IncomingMessage>(webhook.items[0]);
    CHECK(first.wamid == "m1");
    CHECK(std::get<Image>(first.content).media.caption == "Look");
    CHECK(std::get<IncomingMessage>(webhook.items[1]).wamid == "m1#1");
    CHECK(content_type(std::get<IncomingMessage>(webhook.items[2]).content) == "ig_reel");
}

TEST_CASE("webhook: the rest of Messenger becomes reactions, buttons, changes and notices") {
    const auto event = [](const std::string& members) {
        return parse_event((R"({"sender":{"id":"10"},"recipient":{"id":"900"},)" + members + "}").c_str());
    };
    const auto reaction = event(R"("reaction":{"mid":"m1","action":"react","emoji":"❤"})");
    CHECK(only<IncomingMessage>(reaction).content == Content(Reaction{"m1", "❤"}));
    const auto unreact = event(R"("reaction":{"mid":"m1","action":"unreact"})");
    CHECK(only<IncomingMessage>(unreact).content == Content(Reaction{"m1", ""}));
    const auto postback = event(R"("postback":{"mid":"m3","title":"Start","payload":"go"})");
    CHECK(only<IncomingMessage>(postback).content == Content(Button{"Start", "go"}));
    CHECK_FALSE(only<IncomingChange>(event(R"("message":{"mid":"m1","is_deleted":true})")).new_content);
    const auto edit = event(R"("message_edit":{"mid":"m1","text":"new"})");
    CHECK(*only<IncomingChange>(edit).new_content == Content(Text{"new", false}));
    CHECK(only<IncomingChange>(edit).platform == Platform::kMessenger);
    CHECK(only<Notice>(event(R"("read":{"watermark":1})")).event == "read");
    CHECK(only<Notice>(event(R"("delivery":{"watermark":1})")).event == "delivery");
}

TEST_CASE("webhook: Instagram's changes and flat entries are read like its list") {
    const auto listed = parse(json(R"({"object":"instagram","entry":[{"id":"0","changes":[{"field":"messages",
        "value":{"sender":{"id":"10"},"recipient":{"id":"900"},"message":{"mid":"m1","text":"Hi"}}}]}]})"));
    CHECK(only<IncomingMessage>(listed).wamid == "m1");
    const auto flat = parse(json(R"({"object":"instagram","entry":[{"id":"0","field":"messages",
        "value":{"sender":{"id":"10"},"recipient":{"id":"900"},"message":{"mid":"m1","text":"Hi"}}}]})"));
    CHECK(only<IncomingMessage>(flat).wamid == "m1");
}

TEST_CASE("webhook: nothing is skipped, whatever the shape") {
    for (const char* text :
         {"{}",
          R"({"object":7,"entry":"x"})",
          R"({"entry":[]})",
          R"({"entry":[null,7,"x",[]]})",
          R"({"entry":{"changes":{"field":"messages","value":{}}}})",
          R"({"entry":[{"changes":[7,{"value":[]},{"field":"x"}]}]})",
          R"({"entry":[{"changes":[{"field":"messages","value":{"messages":[7,null,[],"x"]}}]}]})",
          R"({"entry":[{"messaging":[7,{}]}]})",
          R"({"entry":[{"changes":[{"field":"messages","value":
                             {"messages":[{"id":"a","type":"text","text":{"body":"from nobody"}}]}}]}]})"}) {
        CAPTURE(text);
        const auto webhook = parse_webhook(text, kNoon);
        REQUIRE(webhook);
        CHECK_FALSE(webhook->items.empty());
        for (const WebhookItem& item : webhook->items)
            CHECK(std::holds_alternative<Notice>(item));
    }
    for (const char* text : {"", "[]", "7", "null", "{", "\xFF"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_webhook(text, kNoon));
    }
}

TEST_CASE("webhook: no cut and no changed byte of a payload does any harm") {
    const std::string whole =
        text_webhook({{"wamid.1", "111", "Ann", "one"}, {"wamid.2", "222", "Ben", "zwei"}});
    std::size_t read = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        read += parse_webhook(whole.substr(0, i), kNoon) ? 1 : 0;
        for (const char byte : {'\0', '"', '\\', '{', ']', '9', '\xF0'}) {
            std::string changed = whole;
            changed[i] = byte;
            const auto webhook = parse_webhook(changed, kNoon);
            if (webhook) CHECK_FALSE(webhook->items.empty());
        }
    }
    CHECK(read == 0);
}

TEST_CASE("webhook: the ad, the product and the group by which a message came are told with it") {
    const auto source_of = [](const char* members) {
        Json message = text_message({});
        message.update(json(members));
        Json value = whatsapp_value();
        value["messages"] = Json::array({message});
        return only<IncomingMessage>(parse(whatsapp_payload(value))).context.source;
    };
    const auto ad = source_of(
        R"({"referral":{"source_type":"ad","headline":"Chat","body":"Sun","source_url":"https://fb.me/1",
        "source_id":120208,"ctwa_clid":"ARA9x"}})"
    );
    CHECK(ad == MessageSource{"ad", "Chat", "Sun", "https://fb.me/1", "", "", "120208", "ARA9x"});
    const auto post = source_of(R"({"referral":{"source_type":"post","source_url":"javascript:go"}})");
    CHECK(post == MessageSource{.kind = "post"});
    const auto product = source_of(
        R"({"context":{"id":"wamid.C","referred_product":{"catalog_id":"1","product_retailer_id":118}}})"
    );
    CHECK(product == MessageSource{.product = "118"});
    CHECK(source_of(R"({"group_id":"Y2Fw"})") == MessageSource{.group = "Y2Fw"});
    CHECK_FALSE(source_of("{}"));
    CHECK_FALSE(source_of(R"({"context":{"referred_product":7}})"));
}

TEST_CASE("webhook: a call is a message of whoever called") {
    const auto call = [](const char* members) {
        Json element =
            json(R"({"id":"wacid.1","from":"254712345678","to":"15550783881","timestamp":"1795262400"})");
        element.update(json(members));
        Json value = whatsapp_value();
        value["calls"] = Json::array({element});
        return parse(whatsapp_payload(value, "calls"));
    };
    const auto rings = call(R"({"event":"connect","direction":"USER_INITIATED"})");
    const auto& ringing = only<IncomingMessage>(rings);
    CHECK(ringing.content == Content(Call{false, 0}));
    CHECK(ringing.person.wa_id == "254712345678");
    CHECK(ringing.wamid == "wacid.1");
    CHECK_FALSE(ringing.is_echo);
    const auto ours =
        call(R"({"event":"terminate","direction":"BUSINESS_INITIATED","to":"254799","duration":75})");
    CHECK(only<IncomingMessage>(ours).content == Content(Call{true, 75}));
    CHECK(only<IncomingMessage>(ours).is_echo);
    CHECK(only<IncomingMessage>(ours).person.wa_id == "254799");
    // Without a person, a name or a known event it is kept as a notice.
    CHECK(only<Notice>(call(R"({"event":"connect","from":null})")).event == "connect");
    CHECK(only<Notice>(call(R"({"event":"hold"})")).event == "hold");
    CHECK(only<Notice>(call(R"({"event":"connect","id":""})")).field == "calls");
}
