#include "shared/model/template_filling.h"

#include <doctest/doctest.h>

#include <utility>

#include "tests/support/builders.h"
#include "tests/support/template_samples.h"

using namespace roost;
using namespace roost::test;

namespace {

TemplateValues texts(std::initializer_list<std::pair<const char*, std::string>> list) {
    TemplateValues values;
    for (const auto& [key, text] : list)
        values[key].text = text;
    return values;
}

TemplateValues rich_values() {
    TemplateValues values =
        texts({{"body.1", "Tom"}, {"body.2", "Project 118"}, {"button.0", "118"}, {"button.3", "SAVE10"}});
    values["header"].media.file.id = "abc";
    return values;
}

// The slots with something wrong.
std::string wrong(const MessageTemplate& pattern, const TemplateValues& values) {
    std::string said;
    for (const SlotProblem& problem : fill_template(pattern, values).problems)
        said += english(problem) + "; ";
    return said;
}

}  // namespace

TEST_CASE("template filling: the customer reads the words with the gaps filled in") {
    const FilledTemplate filled = fill_template(rich_template(), rich_values());
    CHECK(filled.problems.empty());
    const TemplatePart& shown = filled.content.shown;
    CHECK(filled.content.name == "project_update");
    CHECK(filled.content.language == "en_US");
    CHECK(shown.body == "Hello Tom, Project 118 has news. Thank you, Tom!");
    CHECK(shown.footer == "Savanna Solar");
    CHECK(shown.media.file.id == "abc");
    CHECK(shown.buttons[0].target == "https://x.example/p/118");
    CHECK(shown.buttons[1].target == "https://x.example/");
    CHECK(shown.buttons[3].target == "SAVE10");
    const auto named = fill_template(
        named_template(), texts({{"header.order_id", "7"}, {"body.first_name", "Ann"}, {"body.day", "now"}})
    );
    CHECK(named.problems.empty());
    CHECK(named.content.shown.title == "Order 7");
    CHECK(named.content.shown.body == "Habari Ann, now.");
}

TEST_CASE("template filling: what is missing stands as a gap and is named once") {
    const FilledTemplate filled = fill_template(rich_template(), {});
    CHECK(filled.content.shown.body == "Hello {{1}}, {{2}} has news. Thank you, {{1}}!");
    CHECK(
        wrong(rich_template(), {}) ==
        "'header' is missing; 'body.1' is missing; 'body.2' is missing; 'button.0' is missing; "
        "'button.3' is missing; "
    );
    CHECK(wrong(plain_template(), texts({{"body.1", "  "}, {"body.2", "x"}})) == "'body.1' is missing; ");
}

TEST_CASE("template filling: what Meta would refuse is refused here") {
    const auto with = [](std::string text) {
        return wrong(plain_template(), texts({{"body.1", std::move(text)}, {"body.2", "x"}}));
    };
    CHECK(with("a    b").empty());
    for (const char* text : {"a\nb", "a\tb", "a     b", "a\rb"})
        CHECK(
            with(text) == "'body.1' must have no line break, no tab and no more than four spaces in a row; "
        );
    CHECK(
        wrong(plain_template(), texts({{"body.1", "a"}, {"body.2", "b"}, {"body.3", "c"}})) ==
        "'body.3' is not a gap of this template; "
    );
}

TEST_CASE("template filling: lengths count with what stands around the gap") {
    // "Hello , we meet on ." are 20 characters.
    const auto filled = [](std::size_t length) {
        return fill_template(
            plain_template(), texts({{"body.1", "A"}, {"body.2", std::string(length, 'x')}})
        );
    };
    CHECK(filled(1003).problems.empty());
    CHECK(filled(1003).room.at("body.2") == 0);
    CHECK(filled(1000).room.at("body.1") == 3);
    CHECK(filled(1004).room.at("body.2") == -1);
    REQUIRE(filled(1004).problems.size() == 1);
    CHECK(filled(1004).problems[0] == SlotProblem{"body.2", SlotFault::kTooLong, 1024});
    TemplateValues code = rich_values();
    code["button.3"].text = std::string(21, 'X');
    CHECK(wrong(rich_template(), code) == "'button.3' makes its text longer than 20 characters; ");
    // An emoji counts as WhatsApp counts it.
    const auto emoji = fill_template(named_template(), texts({{"header.order_id", "😀"}}));
    CHECK(emoji.room.at("header.order_id") == 60 - 8);
}

TEST_CASE("template filling: cards have their own gaps, and files that Meta has already") {
    TemplateValues values =
        texts({{"body.1", "Tom"}, {"card.0.body.1", "school"}, {"card.0.button.0", "nyali"}});
    values["card.0.header"].media.link = "https://x.example/a.jpg";
    values["card.1.header"].media.id = "77";
    const FilledTemplate filled = fill_template(carousel_template(), values);
    CHECK(filled.problems.empty());
    REQUIRE(filled.content.cards.size() == 2);
    CHECK(filled.content.cards[0].body == "A school");
    CHECK(filled.content.cards[0].buttons[0].target == "https://x.example/nyali");
    CHECK(filled.content.cards[1].media.id == "77");
    values["card.1.header"].media = {};
    CHECK(wrong(carousel_template(), values) == "'card.1.header' is missing; ");
    values["card.1.header"].media.file.id = "abc";
    Content content = fill_template(carousel_template(), values).content;
    CHECK(carries_file(content, "abc"));
    CHECK_FALSE(carries_file(content, "abd"));
    REQUIRE(files_in(content).size() == 2);
    CHECK(files_in(content)[0].media->link == "https://x.example/a.jpg");
    CHECK(files_in(content)[1].kind == "image");
}

TEST_CASE("template filling: values are read from JSON and written again as they were") {
    const auto json = parse_json(R"({"body.1":"Tom","body.2":7,"header":{"file":"abc","filename":"a.pdf"},)"
                                 R"("place":{"latitude":"-4.05","longitude":39.7,"name":"Nyali"}})");
    const auto values = read_template_values(*json);
    REQUIRE(values);
    CHECK(values->at("body.2").text == "7");
    CHECK(values->at("header").media.file.id == "abc");
    CHECK(values->at("header").filename == "a.pdf");
    CHECK(values->at("place").is_place);
    CHECK(values->at("place").location.latitude == doctest::Approx(-4.05));
    const auto again = read_template_values(write_template_values(*values));
    REQUIRE(again);
    CHECK(*again == *values);
    CHECK(read_template_values(Json())->empty());
    for (const char* text : {"7", "[]", R"({"body.1":null})", R"({"body.1":[1]})", R"({"body.1":1.5})"}) {
        CAPTURE(text);
        CHECK_FALSE(read_template_values(*parse_json(text)));
    }
}

TEST_CASE("template filling: what is known of the customer is filled in") {
    Conversation tom = make_conversation(1);
    tom.contact_name = "Tom Becker";
    tom.wa_id = "4915123456789";
    CHECK(with_contact("Dear {{contact.name}}", tom) == "Dear Tom Becker");
    CHECK(with_contact("{{ contact.first_name }}, {{contact.phone}}", tom) == "Tom, +4915123456789");
    CHECK(with_contact("{{1}} {{contact.shoe_size}}", tom) == "{{1}} {{contact.shoe_size}}");
    tom.wa_id.clear();
    CHECK(with_contact("{{contact.phone}}", tom) == "{{contact.phone}}");
}

TEST_CASE("template filling: a name is suggested where the template greets or asks for one") {
    Conversation tom = make_conversation(1);
    tom.contact_name = "Tom Becker";
    CHECK(suggested_values(plain_template(), tom) == texts({{"body.1", "Tom"}}));
    CHECK(suggested_values(named_template(), tom) == texts({{"body.first_name", "Tom"}}));
    CHECK(suggested_values(rich_template(), tom) == texts({{"body.1", "Tom"}, {"button.3", "SAVE10"}}));
    for (const char* body :
         {"Your invoice {{1}} is ready", "We saw, {{1}}, that", "{{1}}, hello", "We met {{1}} today"}) {
        auto pattern = plain_template();
        pattern.part.body = body;
        CAPTURE(body);
        CHECK(suggested_values(pattern, tom).empty());
    }
    tom.contact_name.clear();
    CHECK(suggested_values(plain_template(), tom).empty());
}
