#include "shared/model/message_template.h"

#include <doctest/doctest.h>

#include "shared/base/json_writer.h"
#include "tests/support/template_samples.h"

using namespace roost;
using namespace roost::test;

namespace {

std::string keys_of(const MessageTemplate& pattern) {
    std::string keys;
    for (const TemplateSlot& slot : slots_of(pattern))
        keys += slot.key + "=" + slot.example + " ";
    return keys;
}

TemplateHeader header_of(std::string_view format) {
    const std::string components = R"([{"type":"HEADER","format":")" + std::string(format) + R"("}])";
    return template_from(R"({"id":"1","name":"a","language":"en","components":)" + components + "}")
        .part.header;
}

}  // namespace

TEST_CASE("message template: every part of Meta's list is understood") {
    const MessageTemplate rich = rich_template();
    CHECK(rich.id == "12");
    CHECK(rich.category == "UTILITY");
    CHECK(is_approved(rich));
    CHECK(rich.part.header == TemplateHeader::kImage);
    CHECK(rich.part.footer == "Savanna Solar");
    REQUIRE(rich.part.buttons.size() == 6);
    using Kind = TemplateButton::Kind;
    CHECK(rich.part.buttons[0] == TemplateButton{Kind::kUrl, "Open project", "https://x.example/p/{{1}}"});
    CHECK(rich.part.buttons[2] == TemplateButton{Kind::kPhone, "Call us", "+254700111222"});
    CHECK(rich.part.buttons[3].kind == Kind::kCode);
    CHECK(rich.part.buttons[4].kind == Kind::kFlow);
    CHECK(rich.part.buttons[5] == TemplateButton{Kind::kReply, "Call me back", ""});
    CHECK(plain_template().quality == "GREEN");
    CHECK(carousel_template().cards.size() == 2);
}

TEST_CASE("message template: gaps are slots in reading order, each once, with Meta's samples") {
    CHECK(keys_of(plain_template()) == "body.1=Ann body.2=Thursday ");
    CHECK(keys_of(rich_template()) == "header=4::aW body.1= body.2= button.0=118 button.3=SAVE10 ");
    CHECK(keys_of(named_template()) == "header.order_id=9128 body.first_name=Ann body.day= ");
    CHECK(
        keys_of(carousel_template()) ==
        "body.1= card.0.header= card.0.body.1= card.0.button.0= card.1.header= "
    );
    const auto offer = template_from(
        R"({"id":"1","name":"a","language":"en","components":[{"type":"LIMITED_TIME_OFFER"},
            {"type":"BODY","text":"Hi"}]})"
    );
    REQUIRE(slots_of(offer).size() == 1);
    CHECK(slots_of(offer)[0].kind == SlotKind::kUnknown);
}

TEST_CASE("message template: a code that is used once is taken from the body, by either name of its button") {
    for (const char* button :
         {R"({"type":"OTP","otp_type":"COPY_CODE","text":"Copy"})",
          R"({"type":"URL","text":"Copy","url":"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code={{1}}"})"}) {
        const auto code = template_from(
            R"({"id":"1","name":"a","language":"en","components":[{"type":"BODY","text":"*{{1}}* is your code."},
                {"type":"BUTTONS","buttons":[)" +
            std::string(button) + "]}]}"
        );
        CHECK(keys_of(code) == "body.1= ");
        CHECK(code.part.buttons.at(0).kind == TemplateButton::Kind::kOneTime);
    }
}

TEST_CASE("message template: headers in any case, and formats nobody knows") {
    CHECK(header_of("TEXT") == TemplateHeader::kText);
    CHECK(header_of("image") == TemplateHeader::kImage);
    CHECK(header_of("GIF") == TemplateHeader::kVideo);
    CHECK(header_of("VIDEO") == TemplateHeader::kVideo);
    CHECK(header_of("DOCUMENT") == TemplateHeader::kDocument);
    CHECK(header_of("LOCATION") == TemplateHeader::kLocation);
    CHECK(header_of("HOLOGRAM") == TemplateHeader::kNone);
}

TEST_CASE("message template: written for the wire and the store it is read again as it was") {
    for (const auto& pattern : {plain_template(), rich_template(), named_template(), carousel_template()}) {
        const auto text = text_written_by([&](JsonWriter& out) { write_message_template(out, pattern); });
        CHECK(template_from(text) == pattern);
    }
}

TEST_CASE("message template: what names no template is refused, what is odd in one is not") {
    for (const char* text :
         {"null",
          "[]",
          "{}",
          R"({"id":"1","name":"a"})",
          R"({"id":"1","language":"en"})",
          R"({"name":"a","language":"en"})",
          R"({"id":"1","name":7,"language":"en"})"}) {
        CAPTURE(text);
        CHECK_FALSE(read_message_template(*parse_json(text)));
    }
    for (const char* components :
         {"7",
          "[7]",
          "[[]]",
          R"([{"type":"BUTTONS","buttons":7}])",
          R"([{"type":"CAROUSEL","cards":[7]}])",
          R"([{"type":"BODY","text":"{{"}])"}) {
        CAPTURE(components);
        const auto json =
            R"({"id":1,"name":"a","language":"en","components":)" + std::string(components) + "}";
        CHECK(read_message_template(*parse_json(json)));
    }
}

TEST_CASE("message template: gaps are found whatever stands around them") {
    CHECK(gaps_in("{{ 1 }} and {{2}}, {{1}}") == std::vector<std::string>{"1", "2"});
    CHECK(gaps_in("}} {{open").empty());
    CHECK(gaps_in("").empty());
    const auto number = [](const Gap& gap) { return "<" + std::string(gap.name) + ">"; };
    CHECK(without_gaps("a {{1}}{{ two }} z", number) == "a <1><two> z");
}

TEST_CASE("message template: Meta writes one language in two ways") {
    CHECK(is_same_language("en_US", "en-us"));
    CHECK(is_same_language("sw", "sw"));
    CHECK_FALSE(is_same_language("en", "en_US"));
}

TEST_CASE("message template: gaps with names make it named where nothing else says so") {
    const auto read = [](std::string_view text) {
        return template_from(
                   R"({"id":"1","name":"a","language":"en","components":[{"type":"BODY","text":")" +
                   std::string(text) + R"("}]})"
        )
            .is_named;
    };
    CHECK(read("Hi {{first_name}}"));
    CHECK_FALSE(read("Hi {{1}}"));
    CHECK_FALSE(read("Hi"));
}

TEST_CASE("message template: a search looks at name, title and body") {
    MessageTemplate one = named_template();
    one.name = "DELIVERY_late";
    CHECK(searched_words(one).find("delivery late") != std::string::npos);
    CHECK(searched_words(one).find("order {{order_id}}") != std::string::npos);
    CHECK(searched_words(one).find("habari") != std::string::npos);
}
