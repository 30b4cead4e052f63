#include "shared/wire/send.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

std::string interactive(const std::string& kind, const std::string& action) {
    return R"({"type":"interactive","interactive":{"type":")" + kind +
           R"(","body":{"text":"Which?"},"action":)" + action + "}}";
}

std::string reply_button(const std::string& id, const std::string& title) {
    return R"({"type":"reply","reply":{"id":")" + id + R"(","title":")" + title + "\"}}";
}

}  // namespace

TEST_CASE("send: a request survives the wire, in its long and its short form") {
    SendRequest request;
    request.client_ref = "ref-1";
    request.to = "254712345678";
    request.content = Text{"Habari", false};
    request.quoted_wamid = "wamid.q";
    CHECK(read_send_request(write_send_request(request)) == request);
    CHECK(
        read_send_request(
            R"({"text":"Habari","client_ref":"ref-1","to":"+254 712-345-678","context":{"message_id":"wamid.q"}})"
        ) == request
    );
    request.quoted_wamid.clear();
    request.reply_to = MessageId{12};
    CHECK(read_send_request(write_send_request(request)) == request);
    CHECK(read_send_request(R"({"text":"Hi"})")->client_ref.empty());
    CHECK(read_send_request(R"({"text":"Hi","to":254712345678})")->to == "254712345678");
}

TEST_CASE("send: what is wrong is named") {
    const auto message_for = [](const std::string& json) {
        const auto request = read_send_request(json);
        REQUIRE_FALSE(request);
        CHECK(request.error().code == ErrorCode::kInvalid);
        return request.error().message;
    };
    CHECK(message_for("[]").find("object") != std::string::npos);
    CHECK(message_for("{}").find("'type'") != std::string::npos);
    CHECK(message_for(R"({"text":"Hi","reply_to":"x"})").find("'reply_to'") != std::string::npos);
    CHECK(
        message_for(R"({"text":"Hi","reply_to":"1","context":{"message_id":"wamid.q"}})")
            .find("'reply_to'") != std::string::npos
    );
    CHECK(message_for(R"({"text":" \n "})").find("'text.body'") != std::string::npos);
    CHECK(message_for(R"({"text":"Hi","to":"Amina"})").find("'to'") != std::string::npos);
    CHECK(message_for(R"({"text":"Hi","to":"+"})").find("'to'") != std::string::npos);
    CHECK(message_for(R"({"text":"Hi","client_ref":"a b"})").find("'client_ref'") != std::string::npos);
    CHECK(message_for(R"({"text":"Hi","client_ref":7})").find("'client_ref'") != std::string::npos);
    CHECK(message_for(R"({"type":"hologram","hologram":{}})").find("'type'") != std::string::npos);
    CHECK(message_for(R"({"type":"system","system":{}})").find("'type'") != std::string::npos);
    CHECK(message_for(R"({"type":"image"})") == "'image' is missing");
    CHECK(message_for(R"({"type":"image","image":{}})").find("'image'") != std::string::npos);
    CHECK(
        message_for(R"({"type":"image","image":{"link":"file:///etc/passwd"}})").find("'image.link'") !=
        std::string::npos
    );
    CHECK(
        message_for(R"({"type":"location","location":{"latitude":91,"longitude":0}})").find("latitude") !=
        std::string::npos
    );
    CHECK(message_for(R"({"type":"contacts","contacts":[]})").find("'contacts'") != std::string::npos);
    CHECK(
        message_for(R"({"type":"template","template":{"name":"x"}})").find("language") != std::string::npos
    );
    CHECK(
        message_for(
            R"({"type":"reaction","reaction":{"message_id":"w","emoji":"x"},"context":{"message_id":"w"}})"
        )
            .find("'context'") != std::string::npos
    );
}

TEST_CASE("send: lengths are counted as WhatsApp counts them") {
    const auto text = [](const std::string& body) { return R"({"text":")" + body + "\"}"; };
    CHECK(read_send_request(text(std::string(4096, 'x'))));
    CHECK_FALSE(read_send_request(text(std::string(4097, 'x'))));
    std::string suns;
    for (int i = 0; i < 2048; ++i)
        suns += "🌞";
    CHECK(read_send_request(text(suns)));
    CHECK_FALSE(read_send_request(text(suns + "x")));
    const auto image = [](std::size_t length) {
        return R"({"type":"image","image":{"id":"1","caption":")" + std::string(length, 'x') + "\"}}";
    };
    CHECK(read_send_request(image(1024)));
    CHECK_FALSE(read_send_request(image(1025)));
}

TEST_CASE("send: buttons and lists keep Meta's limits") {
    const std::string one = reply_button("a", "Yes");
    CHECK(read_send_request(interactive("button", R"({"buttons":[)" + one + "]}")));
    CHECK_FALSE(read_send_request(interactive("button", R"({"buttons":[]})")));
    CHECK_FALSE(read_send_request(interactive("button", R"({"buttons":[)" + one + "," + one + "]}")));
    CHECK_FALSE(read_send_request(
        interactive("button", R"({"buttons":[)" + reply_button("a", std::string(21, 'x')) + "]}")
    ));
    CHECK_FALSE(read_send_request(interactive("button", "null")));
    const auto list = [](int rows) {
        std::string text = R"({"button":"Choose","sections":[{"rows":[)";
        for (int i = 0; i < rows; ++i)
            text += (i > 0 ? "," : "") + std::string(R"({"id":")") + std::to_string(i) + R"(","title":"x"})";
        return interactive("list", text + "]}]}");
    };
    CHECK(read_send_request(list(10)));
    CHECK_FALSE(read_send_request(list(11)));
    CHECK_FALSE(read_send_request(list(0)));
}

TEST_CASE("send: every part that Meta would refuse is named") {
    const std::string x20(20, 'x');
    const std::string x21(21, 'x');
    const std::string x24(24, 'x');
    const std::string x25(25, 'x');
    const auto with = [](const std::string& kind, const std::string& rest) {
        return R"({"type":"interactive","interactive":{"type":")" + kind + "\"," + rest + "}}";
    };
    const auto body = [](std::size_t length) {
        return R"("body":{"text":")" + std::string(length, 'b') + "\"}";
    };
    const auto buttons = [](const std::string& list) { return R"("action":{"buttons":[)" + list + "]}"; };
    const std::string yes = reply_button("y", "Yes");
    const std::string no = reply_button("n", "No");
    const auto sections = [](const std::string& label, const std::string& list) {
        return R"("action":{"button":")" + label + R"(","sections":[)" + list + "]}";
    };
    const std::string row = R"({"id":"1","title":"One"})";
    const auto section = [](const std::string& title, const std::string& rows) {
        return R"({"title":")" + title + R"(","rows":[)" + rows + "]}";
    };
    const auto link = [](const std::string& label, const std::string& url) {
        return R"("action":{"name":"cta_url","parameters":{"display_text":")" + label + R"(","url":")" + url +
               "\"}}";
    };
    const auto header = [](const std::string& text) {
        return R"("header":{"type":"text","text":")" + text + "\"}";
    };
    const std::string footer = R"("footer":{"text":")";
    const std::string ask = R"("action":{"name":"send_location"})";
    const std::string web = "https://roost.example/roof";
    const auto location = [](const std::string& rest) {
        return R"({"type":"location","location":{)" + rest + "}}";
    };
    const auto contacts = [](const std::string& list) {
        return R"({"type":"contacts","contacts":[)" + list + "]}";
    };
    struct Row {
        std::string request;
        const char* wrong;  // null = nothing
    };
    const Row rows[] = {
        {with("button", body(1024) + "," + buttons(yes + "," + no)), nullptr},
        {with("button", body(1025) + "," + buttons(yes)), "interactive.body.text"},
        {with("button", buttons(yes)), "interactive.body.text"},
        {with("button", body(1) + ",\"action\":{}"), "interactive.action.buttons"},
        {with("button", body(1) + ",\"action\":{\"buttons\":{}}"), "interactive.action.buttons"},
        {with("button", body(1)), "interactive.action"},
        {with(
             "button",
             body(1) + "," +
                 buttons(yes + "," + no + "," + reply_button("c", "C") + "," + reply_button("d", "D"))
         ),
         "interactive.action.buttons"},
        {with("button", body(1) + "," + buttons(yes + "," + reply_button("n", x21))),
         "interactive.action.buttons[1].reply.title"},
        {with("button", body(1) + "," + buttons(yes + "," + reply_button("n", x20))), nullptr},
        {with("button", body(1) + "," + buttons(yes + "," + reply_button("", "No"))),
         "interactive.action.buttons[1].reply.id"},
        {with("button", body(1) + "," + buttons(reply_button(std::string(257, 'x'), "No"))),
         "interactive.action.buttons[0].reply.id"},
        {with("button", body(1) + "," + buttons(yes + "," + reply_button("y", "No"))),
         "interactive.action.buttons[1].reply.id"},
        {with("button", body(1) + "," + buttons(yes + "," + reply_button("n", "Yes"))),
         "interactive.action.buttons[1].reply.title"},
        {with("button", body(1) + "," + buttons(R"({"reply":{"id":"y","title":"Yes"}})")),
         "interactive.action.buttons[0].type"},
        {with("button", header(std::string(60, 'h')) + "," + body(1) + "," + buttons(yes)), nullptr},
        {with("button", header(std::string(61, 'h')) + "," + body(1) + "," + buttons(yes)),
         "interactive.header.text"},
        {with("button", R"("header":{"type":"image","image":{"id":"9"}},)" + body(1) + "," + buttons(yes)),
         nullptr},
        {with("button", R"("header":{"type":"image","image":{}},)" + body(1) + "," + buttons(yes)),
         "interactive.header.image.link"},
        {with("button", R"("header":{"type":"sound"},)" + body(1) + "," + buttons(yes)),
         "interactive.header.type"},
        {with("button", footer + std::string(60, 'f') + "\"}," + body(1) + "," + buttons(yes)), nullptr},
        {with("button", footer + std::string(61, 'f') + "\"}," + body(1) + "," + buttons(yes)),
         "interactive.footer.text"},
        {with("list", body(4096) + "," + sections(x20, section("", row))), nullptr},
        {with("list", body(4097) + "," + sections("See", section("", row))), "interactive.body.text"},
        {with("list", body(1) + "," + sections(x21, section("", row))), "interactive.action.button"},
        {with("list", body(1) + "," + sections("", section("", row))), "interactive.action.button"},
        {with("list", body(1) + "," + sections("See", "")), "interactive.action.sections"},
        {with("list", body(1) + "," + sections("See", section("A", row) + "," + section("", row))),
         "interactive.action.sections[1].title"},
        {with("list", body(1) + "," + sections("See", section("A", row) + "," + section("B", row))),
         "interactive.action.sections[1].rows[0].id"},
        {with("list", body(1) + "," + sections("See", section(x25, row))),
         "interactive.action.sections[0].title"},
        {with("list", body(1) + "," + sections("See", section(x24, row))), nullptr},
        {with("list", body(1) + "," + sections("See", section("A", ""))),
         "interactive.action.sections[0].rows"},
        {with("list", body(1) + "," + sections("See", section("A", R"({"id":"1","title":")" + x25 + "\"}"))),
         "interactive.action.sections[0].rows[0].title"},
        {with("list", body(1) + "," + sections("See", section("A", R"({"title":"One"})"))),
         "interactive.action.sections[0].rows[0].id"},
        {with(
             "list",
             body(1) + "," +
                 sections(
                     "See",
                     section("A", R"({"id":"1","title":"One","description":")" + std::string(73, 'd') + "\"}")
                 )
         ),
         "interactive.action.sections[0].rows[0].description"},
        {with(
             "list",
             R"("header":{"type":"image","image":{"id":"9"}},)" + body(1) + "," +
                 sections("See", section("A", row))
         ),
         "interactive.header.type"},
        {with("cta_url", body(1) + "," + link(x20, web)), nullptr},
        {with("cta_url", body(1) + "," + link(x21, web)), "interactive.action.parameters.display_text"},
        {with("cta_url", body(1) + "," + link("", web)), "interactive.action.parameters.display_text"},
        {with("cta_url", body(1) + "," + link("See", "")), "interactive.action.parameters.url"},
        {with("cta_url", body(1) + "," + link("See", "roost.example")), "interactive.action.parameters.url"},
        {with("cta_url", body(1) + "," + link("See", "https:///x")), "interactive.action.parameters.url"},
        {with("cta_url", body(1) + "," + link("See", "javascript:alert(1)")),
         "interactive.action.parameters.url"},
        {with("cta_url", body(1) + "," + ask), "interactive.action.name"},
        {with("location_request_message", body(1024) + "," + ask), nullptr},
        {with("location_request_message", ask), "interactive.body.text"},
        {with("location_request_message", body(1) + ",\"action\":{}"), "interactive.action.name"},
        {with("location_request_message", header("Hi") + "," + body(1) + "," + ask), "interactive.header"},
        {with("location_request_message", footer + "f\"}," + body(1) + "," + ask), "interactive.footer"},
        {with("button_reply", R"("button_reply":{"id":"y","title":"Yes"})"), "interactive.type"},
        {R"({"type":"interactive","interactive":{}})", "interactive.type"},
        {location(R"("latitude":-4.04,"longitude":39.7)"), nullptr},
        {location(R"("longitude":39.7)"), "location.latitude"},
        {location(R"("latitude":-4.04)"), "location.longitude"},
        {location(R"("latitude":"north","longitude":39.7)"), "location.latitude"},
        {location(R"("latitude":90.1,"longitude":39.7)"), "location.latitude"},
        {location(R"("latitude":90,"longitude":-180.1)"), "location.longitude"},
        {location(R"("latitude":1,"longitude":1,"name":")" + std::string(1001, 'n') + '"'), "location.name"},
        {contacts(R"({"name":{"formatted_name":"Peter Kamau"},"phones":[{"phone":"+254733900100"}]})"),
         nullptr},
        {contacts(R"({"phones":[{"phone":"+254733900100"}]})"), "contacts[0].name.formatted_name"},
        {contacts(R"({"name":{"formatted_name":"A"}},{"name":{"formatted_name":" "}})"),
         "contacts[1].name.formatted_name"},
        {contacts(""), "contacts"},
    };
    for (const Row& one : rows) {
        CAPTURE(one.request);
        const auto request = read_send_request(one.request);
        CHECK(request.has_value() == (one.wrong == nullptr));
        if (request || one.wrong == nullptr) continue;
        CHECK(request.error().code == ErrorCode::kInvalid);
        CHECK(request.error().message.starts_with("'" + std::string(one.wrong) + "'"));
    }
}

TEST_CASE("send: a card goes out with the second name that Meta asks for") {
    Message message = make_outbound(5);
    message.content = Contacts{{{"Peter Kamau", {"+254 733 900 100"}, {}, "", "254733900100"}}};
    CHECK(
        dump_json(cloud_api_body(message, make_conversation(1), "")["contacts"]) ==
        R"([{"name":{"first_name":"Peter Kamau","formatted_name":"Peter Kamau"},)"
        R"("phones":[{"phone":"+254 733 900 100","wa_id":"254733900100"}]}])"
    );
}

TEST_CASE("send: a card that came in goes on with all that Meta knows of it, and without the rest") {
    Message message = make_outbound(5);
    message.content = Contacts::read(*parse_json(
        R"([{"name":{"last_name":"Kamau","prefix":"Dr."},"birthday":"1984-03-11","hologram":1},{"name":7}])"
    ));
    CHECK(
        dump_json(cloud_api_body(message, make_conversation(1), "")["contacts"]) ==
        R"([{"birthday":"1984-03-11","name":{"formatted_name":"Kamau","last_name":"Kamau","prefix":"Dr."}},)"
        R"({"name":{"first_name":"","formatted_name":""}}])"
    );
}

TEST_CASE("send: the body for the Cloud API holds what Meta knows and nothing of ours") {
    const Conversation to = make_conversation(1);
    Message message = make_outbound(5);
    message.context.quoted_wamid = "wamid.q";
    CHECK(
        dump_json(cloud_api_body(message, to, "5")) ==
        R"({"biz_opaque_callback_data":"5","context":{"message_id":"wamid.q"},"messaging_product":"whatsapp",)"
        R"("recipient_type":"individual","text":{"body":"message 5"},"to":"254700000001","type":"text"})"
    );
    message.content = Image{{"901", "https://x.example/a", "image/png", "abc", "Look"}};
    CHECK(dump_json(cloud_api_body(message, to, "")["image"]) == R"({"caption":"Look","id":"901"})");
    message.content = Sticker{{"", "https://x.example/a", "", "", "no"}, true};
    CHECK(dump_json(cloud_api_body(message, to, "")["sticker"]) == R"({"link":"https://x.example/a"})");
    Template hello{"hello", "en", {}, {}, R"({"components":[],"language":{"code":"en"},"name":"hello"})"};
    hello.shown.body = "Hello Amina";
    message.content = hello;
    CHECK(
        dump_json(cloud_api_body(message, to, "")["template"]) ==
        R"({"components":[],"language":{"code":"en"},"name":"hello"})"
    );
    message.content = Reaction{"wamid.x", ""};
    CHECK(dump_json(cloud_api_body(message, to, "")["reaction"]) == R"({"emoji":"","message_id":"wamid.x"})");
    CHECK_FALSE(cloud_api_body(message, to, "").contains("context"));
}

TEST_CASE("send: people without a number are reached by their id") {
    Conversation to = make_conversation(1);
    to.wa_id.clear();
    to.user_id = "KE.2041";
    CHECK(cloud_api_body(make_outbound(5), to, "")["recipient"] == "KE.2041");
    CHECK_FALSE(cloud_api_body(make_outbound(5), to, "").contains("to"));
    to.platform = Platform::kMessenger;
    CHECK(
        dump_json(cloud_api_body(make_outbound(5), to, "5")) ==
        R"({"message":{"text":"message 5"},"messaging_type":"RESPONSE","recipient":{"id":"KE.2041"}})"
    );
}

TEST_CASE("send: outside the window only a template may go") {
    Conversation conversation = make_conversation(1);
    CHECK(check_may_send(conversation, Template{}, kNoon));
    const Status closed = check_may_send(conversation, Text{"Hi", false}, kNoon);
    REQUIRE_FALSE(closed);
    CHECK(closed.error().code == ErrorCode::kWindowClosed);
    CHECK(closed.error().message.find("has not written yet") != std::string::npos);
    CHECK(closed.error().message.find("131047") != std::string::npos);
    conversation.last_inbound_at = kNoon - kDay + 1;
    CHECK(check_may_send(conversation, Text{"Hi", false}, kNoon));
    const Status late = check_may_send(conversation, Text{"Hi", false}, kNoon + 1);
    REQUIRE_FALSE(late);
    CHECK(late.error().message.find("More than 24 hours") != std::string::npos);
    CHECK(late.error().message.find("131047") != std::string::npos);
}

TEST_CASE("send: a request can be forced, by true and nothing else") {
    const auto request = [](std::string force) {
        return read_send_request(R"({"text":"Hi","force":)" + force + "}");
    };
    REQUIRE(request("true"));
    CHECK(request("true")->is_forced);
    CHECK_FALSE(request("false")->is_forced);
    CHECK_FALSE(request("\"yes\""));
    CHECK_FALSE(request("1"));
    CHECK(read_send_request(write_send_request(*request("true"))) == *request("true"));
}

TEST_CASE("send: a record is named by a pair, its number by either name, and nothing by half of it") {
    const RecordRef roof{"project", "118"};
    const auto record_in = [](const std::string& members) {
        return read_send_request(R"({"text":"Hi",)" + members + "}");
    };
    for (const auto* const pair :
         {R"("entity_type":"project","entity_id":"118")",
          R"("entity_type":"project","link_to_entity":"118")",
          R"("entity_type":"project","link_to_entity":118)"}) {
        CAPTURE(pair);
        const auto read = record_in(pair);
        REQUIRE(read);
        CHECK(read->record == roof);
    }
    CHECK_FALSE(record_in(R"("entity_type":null)")->record);
    for (const auto* const half :
         {R"("entity_type":"project")", R"("entity_id":"118")", R"("link_to_entity":118)"}) {
        CAPTURE(half);
        const auto read = record_in(half);
        REQUIRE_FALSE(read);
        CHECK(read.error().message == "'entity_type' and 'entity_id' go together");
    }
    CHECK_FALSE(record_in(R"("entity_type":"no type","entity_id":"118")"));
}
