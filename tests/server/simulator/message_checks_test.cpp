#include "server/simulator/message_checks.h"

#include <doctest/doctest.h>

#include <string>

namespace roost::simulator {
namespace {

const Holdings kHoldings{
    [](const std::string& id) { return id == "7001"; },
    [](const std::string& wamid) { return wamid == "wamid.KNOWN"; }};

// The code of the refusal of a message with this type and content; 0 = accepted.
int code_for(const std::string& type, const std::string& content, const std::string& more = "") {
    const auto body = parse_json(
        R"({"messaging_product":"whatsapp","to":"+254 712 345 678","type":")" + type + "\",\"" + type +
        "\":" + content + more + "}"
    );
    REQUIRE(body.has_value());
    const auto refusal = check_message_body(*body, kHoldings);
    return refusal ? refusal->code : 0;
}

std::string text_of(std::size_t length) {
    return R"({"body":")" + std::string(length, 'x') + "\"}";
}

TEST_CASE("simulator: a text of 4,096 characters is accepted, one more is not, and none neither") {
    CHECK(code_for("text", text_of(4096)) == 0);
    CHECK(code_for("text", text_of(4097)) == 100);
    CHECK(code_for("text", R"({"body":"  "})") == 131008);
    CHECK(code_for("text", "{}") == 131008);
}

TEST_CASE("simulator: every type is accepted as Meta's reference writes it") {
    CHECK(code_for("image", R"({"id":"7001","caption":"Roof"})") == 0);
    CHECK(code_for("video", R"({"link":"https://example.com/v.mp4"})") == 0);
    CHECK(code_for("audio", R"({"id":"7001","voice":true})") == 0);
    CHECK(code_for("document", R"({"id":"7001","filename":"offer.pdf"})") == 0);
    CHECK(code_for("sticker", R"({"id":"7001"})") == 0);
    CHECK(code_for("location", R"({"latitude":-4.02,"longitude":39.7})") == 0);
    CHECK(code_for("contacts", R"([{"name":{"formatted_name":"Faith","first_name":"Faith"}}])") == 0);
    CHECK(code_for("reaction", R"({"message_id":"wamid.KNOWN","emoji":""})") == 0);
    CHECK(code_for("template", R"({"name":"hello_world","language":{"code":"en_US"}})") == 0);
}

TEST_CASE("simulator: the files of a template's headers must be there, in its cards too") {
    const auto sent = [](const std::string& components) {
        return code_for(
            "template", R"({"name":"roofs","language":{"code":"en"},"components":)" + components + "}"
        );
    };
    const auto header = [](const std::string& id) {
        return R"([{"type":"header","parameters":[{"type":"image","image":{"id":")" + id + R"("}}]}])";
    };
    const auto card = [&header](const std::string& id) {
        return R"([{"type":"carousel","cards":[{"card_index":0,"components":)" + header(id) + "}]}]";
    };
    CHECK(sent(header("7001")) == 0);
    CHECK(sent(header("9999")) == 100);
    CHECK(sent(card("7001")) == 0);
    CHECK(sent(card("9999")) == 100);
    for (const char* nonsense : {"7", "{}", R"([7,"x",{"cards":[7]},{"parameters":"x"}])"})
        CHECK(sent(nonsense) == 0);
}

TEST_CASE("simulator: what a type does not allow is refused") {
    CHECK(code_for("image", R"({"id":"7001","link":"https://example.com/a.png"})") == 100);
    CHECK(code_for("image", R"({"id":"9999"})") == 100);
    CHECK(code_for("image", R"({"link":"ftp://example.com/a.png"})") == 100);
    CHECK(code_for("audio", R"({"id":"7001","caption":"no"})") == 100);
    CHECK(code_for("location", R"({"latitude":91,"longitude":0})") == 100);
    CHECK(code_for("contacts", R"([{"name":{}}])") == 131008);
    CHECK(code_for("contacts", R"([{"name":{"formatted_name":"Faith"}}])") == 100);
    CHECK(code_for("reaction", R"({"message_id":"wamid.OTHER","emoji":"👍"})") == 131009);
    CHECK(
        code_for(
            "reaction", R"({"message_id":"wamid.KNOWN","emoji":"👍"})", R"(,"context":{"message_id":"x"})"
        ) == 100
    );
    CHECK(code_for("poll", "{}") == 100);
}

TEST_CASE("simulator: three distinct buttons are the most, and list rows count over all sections") {
    const std::string frame = R"({"type":"button","body":{"text":"Pick"},"action":{"buttons":[)";
    const auto button = [](const std::string& id) {
        return R"({"type":"reply","reply":{"id":")" + id + R"(","title":"Title )" + id + "\"}}";
    };
    CHECK(code_for("interactive", frame + button("1") + "," + button("2") + "," + button("3") + "]}}") == 0);
    CHECK(code_for("interactive", frame + button("1") + "," + button("1") + "]}}") == 100);
    CHECK(
        code_for(
            "interactive",
            frame + button("1") + "," + button("2") + "," + button("3") + "," + button("4") + "]}}"
        ) == 100
    );
    std::string rows;
    for (int i = 0; i < 6; ++i) {
        const std::string row = R"({"id":"$)" + std::to_string(i) + R"(","title":"Row"})";
        rows += (rows.empty() ? "" : ",") + row;
    }
    std::string other_rows = rows;
    for (char& c : other_rows) {
        if (c == '$') c = '#';
    }
    const std::string list =
        R"({"type":"list","body":{"text":"Pick"},"action":{"button":"Open","sections":[)";
    CHECK(code_for("interactive", list + R"({"rows":[)" + rows + "]}]}}") == 0);
    const std::string two =
        R"({"title":"A","rows":[)" + rows + R"(]},{"title":"B","rows":[)" + other_rows + "]}]}}";
    CHECK(code_for("interactive", list + two) == 100);
}

TEST_CASE("simulator: a body without product, recipient or with a foreign callback is refused") {
    const auto refuse = [](const std::string& text) {
        const auto refusal = check_message_body(*parse_json(text), kHoldings);
        return refusal ? refusal->code : 0;
    };
    CHECK(refuse(R"({"to":"254712345678","text":{"body":"x"}})") == 100);
    CHECK(refuse(R"({"messaging_product":"whatsapp","text":{"body":"x"}})") == 131008);
    CHECK(refuse(R"({"messaging_product":"whatsapp","to":"nobody","text":{"body":"x"}})") == 131009);
    CHECK(refuse(R"({"messaging_product":"whatsapp","to":"254712345678","text":{"body":"x"}})") == 0);
    CHECK(
        code_for("text", text_of(1), R"(,"biz_opaque_callback_data":")" + std::string(513, 'x') + "\"") == 100
    );
}

}  // namespace
}  // namespace roost::simulator
