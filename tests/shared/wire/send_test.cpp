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
