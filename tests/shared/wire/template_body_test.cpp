#include "shared/wire/template_body.h"

#include <doctest/doctest.h>

#include "tests/support/template_samples.h"

using namespace roost;
using namespace roost::test;

namespace {

TemplateValues values_from(std::string_view json) {
    const auto values = read_template_values(*parse_json(json));
    REQUIRE(values);
    return *values;
}

// The template message as it would be sent.
Json sent(const MessageTemplate& pattern, const TemplateValues& values, std::string_view meta_id = "") {
    FilledTemplate filled = fill_template(pattern, values);
    CHECK(filled.problems.empty());
    filled.content.raw = dump_json(template_object(pattern, values));
    if (!meta_id.empty()) filled.content.shown.media.id = meta_id;
    return sendable_template(filled.content);
}

}  // namespace

TEST_CASE("template body: positional gaps go without a name, named ones with theirs") {
    CHECK(
        sent(plain_template(), values_from(R"({"body.1":"Ann","body.2":"Thursday"})")) ==
        *parse_json(
            R"({"name":"reminder","language":{"code":"en_US"},"components":[{"type":"body","parameters":[
                {"type":"text","text":"Ann"},{"type":"text","text":"Thursday"}]}]})"
        )
    );
    CHECK(
        sent(
            named_template(),
            values_from(R"({"header.order_id":"7","body.first_name":"Ann","body.day":"now"})")
        ) ==
        *parse_json(
            R"({"name":"delivery","language":{"code":"sw"},"components":[
                {"type":"header","parameters":[{"type":"text","text":"7","parameter_name":"order_id"}]},
                {"type":"body","parameters":[{"type":"text","text":"Ann","parameter_name":"first_name"},
                {"type":"text","text":"now","parameter_name":"day"}]}]})"
        )
    );
}

TEST_CASE("template body: values go in the order in which Meta counts them, not in that of the words") {
    const auto turned = template_from(R"({"id":"1","name":"t","language":"sw","components":[{"type":"BODY",
        "text":"Siku ya {{2}} tutakuja kwako, {{1}}.","example":{"body_text":[["Ann","Thursday"]]}}]})");
    CHECK(turned.examples.at("body.1") == "Ann");
    const auto body = sent(turned, values_from(R"({"body.1":"Tom","body.2":"Monday"})"));
    CHECK(body["components"][0]["parameters"][0]["text"] == "Tom");
    CHECK(values_in(turned, body).at("body.2").text == "Monday");
}

TEST_CASE("template body: the uploaded file and every button that takes something") {
    const auto body = sent(
        rich_template(),
        values_from(
            R"({"header":{"file":"abc"},"body.1":"T","body.2":"P","button.0":"118","button.3":"SAVE"})"
        ),
        "901"
    );
    CHECK(
        body["components"] == *parse_json(
                                  R"([{"type":"header","parameters":[{"type":"image","image":{"id":"901"}}]},
                {"type":"body","parameters":[{"type":"text","text":"T"},{"type":"text","text":"P"}]},
                {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"118"}]},
                {"type":"button","sub_type":"copy_code","index":"3",
                 "parameters":[{"type":"coupon_code","coupon_code":"SAVE"}]},
                {"type":"button","sub_type":"flow","index":"4",
                 "parameters":[{"type":"action","action":{"flow_token":"unused"}}]}])"
                              )
    );
    CHECK_FALSE(body.contains("shown"));
}

TEST_CASE("template body: a document has its name, a place its coordinates as texts") {
    const auto document = template_from(
        R"({"id":"1","name":"d","language":"en","components":[{"type":"HEADER","format":"DOCUMENT"}]})"
    );
    CHECK(
        sent(
            document, values_from(R"({"header":{"link":"https://x.example/a","filename":"a.pdf"}})")
        )["components"] == *parse_json(R"([{"type":"header","parameters":[{"type":"document",
            "document":{"link":"https://x.example/a","filename":"a.pdf"}}]}])")
    );
    const auto place = template_from(
        R"({"id":"1","name":"p","language":"en","components":[{"type":"HEADER","format":"LOCATION"}]})"
    );
    CHECK(
        sent(
            place, values_from(R"({"header":{"latitude":-4.05,"longitude":39.5,"name":"Nyali"}})")
        )["components"] == *parse_json(R"([{"type":"header","parameters":[{"type":"location",
            "location":{"latitude":"-4.05","longitude":"39.5","name":"Nyali"}}]}])")
    );
}

TEST_CASE("template body: a code that is used once goes to the button too") {
    const auto code = template_from(
        R"({"id":"1","name":"c","language":"en","components":[{"type":"BODY","text":"*{{1}}* is it."},
            {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE","text":"Copy"}]}]})"
    );
    CHECK(
        sent(code, values_from(R"({"body.1":"4829"})"))["components"][1] ==
        *parse_json(
            R"({"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"4829"}]})"
        )
    );
}

TEST_CASE("template body: each card of a carousel has its components") {
    const auto body = sent(
        carousel_template(),
        values_from(
            R"({"body.1":"Tom","card.0.header":{"id":"1"},"card.0.body.1":"s","card.0.button.0":"n",
                "card.1.header":{"link":"https://x.example/b"}})"
        )
    );
    const Json& cards = body["components"][1]["cards"];
    REQUIRE(cards.size() == 2);
    CHECK(cards[0]["card_index"] == 0);
    CHECK(cards[0]["components"].size() == 3);
    CHECK(cards[1]["components"][0]["parameters"][0]["image"] == Json{{"link", "https://x.example/b"}});
}

TEST_CASE("template body: a template without gaps needs no components") {
    const auto hello = template_from(
        R"({"id":"1","name":"hello_world","language":"en_US","components":[{"type":"BODY","text":"Hello World"}]})"
    );
    CHECK(dump_json(sent(hello, {})) == R"({"language":{"code":"en_US"},"name":"hello_world"})");
}

TEST_CASE("template body: Meta's own components are read back into the gaps") {
    const TemplateValues all = values_from(
        R"({"body.1":"Tom","card.0.header":{"id":"1"},"card.0.body.1":"s","card.0.button.0":"n",
            "card.1.header":{"link":"https://x.example/b"}})"
    );
    CHECK(values_in(carousel_template(), template_object(carousel_template(), all)) == all);
    const TemplateValues named =
        values_from(R"({"header.order_id":"7","body.first_name":"Ann","body.day":"now"})");
    CHECK(values_in(named_template(), template_object(named_template(), named)) == named);
    const auto formatted = parse_json(
        R"({"components":[{"type":"body","parameters":[
            {"type":"currency","currency":{"fallback_value":"$10"}},
            {"type":"date_time","date_time":{"fallback_value":"May 2"}}]}]})"
    );
    const auto read = values_in(plain_template(), *formatted);
    CHECK(read.at("body.1").text == "$10");
    CHECK(read.at("body.2").text == "May 2");
    for (const char* odd :
         {"{}", R"({"components":7})", R"({"components":[7,{"type":"body","parameters":[7]}]})"})
        CHECK(values_in(rich_template(), *parse_json(odd)).size() <= 1);
}
