#include "shared/wire/template_proposal.h"

#include <doctest/doctest.h>

#include <functional>

#include "tests/support/template_samples.h"

using namespace roost;
using namespace roost::test;

namespace {

using Kind = TemplateButton::Kind;
using Change = std::function<void(MessageTemplate&)>;

// Nothing is wrong with it.
MessageTemplate good_proposal() {
    MessageTemplate made;
    made.name = "visit_reminder";
    made.language = "en_US";
    made.category = "UTILITY";
    made.part.header = TemplateHeader::kText;
    made.part.title = "Visit {{1}}";
    made.part.body = "Hello {{1}}, our team comes on {{2}}. Reply here if that does not suit you.";
    made.part.footer = "Savanna Solar";
    made.part.buttons = {
        {Kind::kReply, "Yes, keep it", ""},
        {Kind::kUrl, "Open", "https://x.example/p/{{1}}"},
        {Kind::kPhone, "Call us", "+254700111222"},
        {Kind::kCode, "", ""}};
    made.examples = {
        {"header.1", "118"},
        {"body.1", "Amina"},
        {"body.2", "Thursday"},
        {"button.1", "118"},
        {"button.3", "SAVE10"}};
    return made;
}

std::string problems_after(const Change& change) {
    MessageTemplate made = good_proposal();
    change(made);
    std::string text;
    for (const ProposalProblem& one : check_proposal(made)) {
        text += one.field + ":" + std::string(fault_name(one.fault));
        if (one.limit != 0) text += ":" + std::to_string(one.limit);
        text += " ";
    }
    return text;
}

std::string body_problems(const std::string& body, const std::vector<std::string>& samples = {}) {
    return problems_after([&](MessageTemplate& made) {
        made.part.header = TemplateHeader::kNone;
        made.part.body = body;
        made.is_named = !samples.empty();
        for (const std::string& name : samples)
            made.examples["body." + name] = "x";
    });
}

MessageTemplate read_back(const MessageTemplate& proposal) {
    return read_unchecked_template(*parse_json(proposal_body(proposal)));
}

}  // namespace

TEST_CASE("template proposal: what Meta would refuse is told beside its field") {
    struct Row {
        Change change;
        std::string problems;
    };
    const std::vector<Row> rows{
        {[](auto&) {}, ""},
        {[](auto& t) { t.name = ""; }, "name:missing "},
        {[](auto& t) { t.name = "Visit-Reminder"; }, "name:name "},
        {[](auto& t) { t.name = std::string(513, 'a'); }, "name:too_long:512 "},
        {[](auto& t) { t.language = ""; }, "language:missing "},
        {[](auto& t) { t.category = ""; }, "category:missing "},
        {[](auto& t) { t.category = "OTHER"; }, "category:unknown "},
        {[](auto& t) { t.part.title = " "; }, "header:missing "},
        {[](auto& t) { t.part.title = std::string(61, 'a'); }, "header:too_long:60 "},
        {[](auto& t) { t.part.title = "a\nb"; }, "header:line_break "},
        {[](auto& t) { t.part.title = "{{1}} {{2}}"; }, "header:too_many:1 sample.header.2:missing "},
        {[](auto& t) { t.part.title = "No. {{2}}"; }, "header:gap_order sample.header.2:missing "},
        {[](auto& t) { t.examples.erase("header.1"); }, "sample.header.1:missing "},
        {[](auto& t) { t.examples["body.2"] = " "; }, "sample.body.2:missing "},
        {[](auto& t) { t.part.footer = "By {{1}}"; }, "footer:gap_forbidden "},
        {[](auto& t) { t.part.footer = std::string(61, 'a'); }, "footer:too_long:60 "},
        {[](auto& t) { t.part.buttons[0].text = ""; }, "button.0.text:missing "},
        {[](auto& t) { t.part.buttons[0].text = std::string(26, 'a'); }, "button.0.text:too_long:25 "},
        {[](auto& t) { t.part.buttons[0].text = "Hi {{1}}"; }, "button.0.text:gap_forbidden "},
        {[](auto& t) { t.part.buttons[1].target = "x.example"; }, "button.1.target:address "},
        {[](auto& t) { t.part.buttons[1].target = "https://{{1}}.example/"; },
         "button.1.target:gap_not_last "},
        {[](auto& t) { t.part.buttons[1].target = "https://x.example/" + std::string(2000, 'a'); },
         "button.1.target:too_long:2000 "},
        {[](auto& t) { t.examples.erase("button.1"); }, "sample.button.1:missing "},
        {[](auto& t) { t.part.buttons[2].target = ""; }, "button.2.target:missing "},
        {[](auto& t) { t.part.buttons[2].target = "call me"; }, "button.2.target:phone "},
        {[](auto& t) { t.examples.erase("button.3"); }, "sample.button.3:missing "},
        {[](auto& t) { t.examples["button.3"] = std::string(21, 'a'); }, "sample.button.3:too_long:20 "},
        {[](auto& t) {
             t.part.buttons.push_back({Kind::kPhone, "Shop", "+254700111223"});
         },
         "buttons:too_many:1 "},
        {[](auto& t) {
             t.part.buttons.push_back({Kind::kReply, "No", ""});
         },
         "buttons:apart "},
        {[](auto& t) {
             t.part.buttons.assign(11, {Kind::kReply, "No", ""});
         },
         "buttons:too_many:10 "},
        {[](auto& t) {
             t.part.buttons.assign(3, {Kind::kUrl, "No", "https://x.example"});
         },
         "buttons:too_many:2 "},
    };
    for (const Row& row : rows)
        CHECK(problems_after(row.change) == row.problems);
}

TEST_CASE("template proposal: the gaps of a body") {
    CHECK(body_problems("") == "body:missing ");
    CHECK(body_problems(std::string(1025, 'a')) == "body:too_long:1024 ");
    CHECK(body_problems("{{1}}, we come to you today.") == "body:gap_at_edge ");
    CHECK(body_problems("We come to you today, dear {{1}}") == "body:gap_at_edge ");
    CHECK(body_problems("On {{2}} we come to you, dear {{1}}. Until then!") == "");
    CHECK(body_problems("On {{2}} we come to your house again.") == "body:gap_order ");
    CHECK(body_problems("Hi  {{1}}  there.") == "body:too_few_words:3 ");
    CHECK(body_problems("您好{{1}}欢迎光临") == "");
    CHECK(
        body_problems("We come on {{day}} to {{first_name}}.", {"day", "first_name"}) ==
        "body:too_few_words:5 "
    );
    CHECK(body_problems("We will come on {{day}} to you, {{First}}.", {"day", "First"}) == "body:gap_name ");
    CHECK(body_problems("We will come on {{1}} to you, {{day}}.", {"day"}) == "body:gaps_mixed ");
}

TEST_CASE("template proposal: what only programs send is left to Meta") {
    for (const MessageTemplate& one : {rich_template(), carousel_template()}) {
        MessageTemplate made = one;
        made.part.body = "Hello, there is news for you.";
        CHECK(check_proposal(made).empty());
        CHECK_FALSE(can_be_written(one));
    }
    CHECK(can_be_written(plain_template()));
    CHECK(can_be_written(named_template()));
}

TEST_CASE("template proposal: Meta's body says all of it") {
    const auto positional = parse_json(proposal_body(good_proposal()));
    REQUIRE(positional);
    CHECK(*positional == *parse_json(R"({"name":"visit_reminder","language":"en_US","category":"UTILITY",
        "parameter_format":"positional","components":[
        {"type":"HEADER","format":"TEXT","text":"Visit {{1}}","example":{"header_text":["118"]}},
        {"type":"BODY","text":"Hello {{1}}, our team comes on {{2}}. Reply here if that does not suit you.",
         "example":{"body_text":[["Amina","Thursday"]]}},
        {"type":"FOOTER","text":"Savanna Solar"},
        {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes, keep it"},
         {"type":"URL","text":"Open","url":"https://x.example/p/{{1}}","example":["118"]},
         {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+254700111222"},
         {"type":"COPY_CODE","example":"SAVE10"}]}]})"));
    MessageTemplate named = named_template();
    named.components.clear();
    named.examples["body.day"] = "Monday";
    const auto body = parse_json(proposal_body(named));
    REQUIRE(body);
    CHECK((*body)["parameter_format"] == "named");
    CHECK((*body)["components"][1]["example"] == *parse_json(R"({"body_text_named_params":[
        {"param_name":"first_name","example":"Ann"},{"param_name":"day","example":"Monday"}]})"));
}

TEST_CASE("template proposal: what was written is read back for editing") {
    MessageTemplate turned = good_proposal();
    turned.part.body = "On {{2}} we come to you, dear {{1}}. Until then!";
    MessageTemplate place = good_proposal();
    place.part.header = TemplateHeader::kLocation;
    place.part.title.clear();
    place.examples.erase("header.1");
    MessageTemplate named = named_template();
    named.components.clear();
    for (const MessageTemplate& one : {good_proposal(), turned, place, named}) {
        const MessageTemplate read = read_back(one);
        CHECK(read.name == one.name);
        CHECK(read.is_named == one.is_named);
        CHECK(read.examples == one.examples);
        CHECK(has_same_content(read, one));
        CHECK(check_proposal(read) == check_proposal(one));
    }
    MessageTemplate other = good_proposal();
    other.part.footer = "x";
    CHECK_FALSE(has_same_content(other, good_proposal()));
}

TEST_CASE("template proposal: components of a program go as they came") {
    const MessageTemplate rich = rich_template();
    CHECK((*parse_json(proposal_body(rich)))["components"] == *parse_json(rich.components));
}

TEST_CASE("template proposal: only some states may be edited") {
    for (const auto& [status, may] : std::vector<std::pair<std::string, bool>>{
             {"APPROVED", true},
             {"REJECTED", true},
             {"PAUSED", true},
             {"PENDING", false},
             {"DISABLED", false},
             {"IN_APPEAL", false}}) {
        MessageTemplate one = plain_template();
        one.status = status;
        CHECK(may_be_edited(one) == may);
    }
}

TEST_CASE("template proposal: a problem in words") {
    CHECK(
        english({"body", ProposalFault::kTooFewWords, 5}) ==
        "'body' needs at least 5 words beside its parameters"
    );
    CHECK(
        english({"button.0.target", ProposalFault::kAddress}) ==
        "'button.0.target' must be an address that begins with https:// or http://"
    );
}
