#include "client-wasm/views/template_sheet.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/headless_platform.h"
#include "tests/support/template_samples.h"

namespace roost {
namespace {

using namespace test;
using Kind = TemplateButton::Kind;

const Locale kLocale = platform::plain_locale();

std::string keys_of(const TemplateSheet& sheet, std::string_view part) {
    std::string keys;
    for (const SheetField& field : sheet_fields(kLocale, sheet, part))
        keys += field.key + "=" + field.label + " ";
    return keys;
}

std::string problem_of(const TemplateSheet& sheet, std::string_view field) {
    return sheet_problem(kLocale, sheet, check_proposal(proposal_of(sheet, nullptr)), field);
}

}  // namespace

TEST_CASE("template sheet: a synced template becomes fields and the same template again") {
    for (const MessageTemplate& known : {plain_template(), named_template()}) {
        const TemplateSheet sheet = sheet_of(known);
        const MessageTemplate made = proposal_of(sheet, &known);
        CHECK(made.id == known.id);
        CHECK(made.name == known.name);
        CHECK(made.is_named == known.is_named);
        CHECK(made.examples == known.examples);
        CHECK(has_same_content(made, known));
    }
}

TEST_CASE("template sheet: every gap asks for its sample") {
    TemplateSheet sheet;
    sheet.fields["body"].set("On {{2}} we come to you, {{1}}. Until then!");
    CHECK(
        keys_of(sheet, "body") ==
        "body=Message sample.body.1=Sample for {{1}} sample.body.2=Sample for {{2}} "
    );
    CHECK(keys_of(sheet, "header").empty());
    sheet.header = TemplateHeader::kText;
    sheet.fields["header"].set("Order {{1}}");
    CHECK(keys_of(sheet, "header") == "header=Header text sample.header.1=Sample for {{1}} ");
    add_button(sheet, Kind::kUrl);
    CHECK(keys_of(sheet, "button.0") == "button.0.text=Button text button.0.target=Address ");
    sheet.fields["button.0.target"].set("https://x.example/{{1}}");
    CHECK(
        keys_of(sheet, "button.0") ==
        "button.0.text=Button text button.0.target=Address sample.button.0=Sample for {{1}} "
    );
    add_button(sheet, Kind::kCode);
    CHECK(keys_of(sheet, "button.1") == "sample.button.1=Code, as a sample ");
}

TEST_CASE("template sheet: quick replies stay beside each other, and what is written goes with its button") {
    TemplateSheet sheet;
    CHECK(add_button(sheet, Kind::kReply) == 0);
    CHECK(add_button(sheet, Kind::kUrl) == 1);
    sheet.fields["button.0.text"].set("Yes");
    sheet.fields["button.1.text"].set("Open");
    CHECK(add_button(sheet, Kind::kReply) == 1);
    CHECK(sheet.buttons == std::vector<Kind>{Kind::kReply, Kind::kReply, Kind::kUrl});
    CHECK(sheet.fields["button.1.text"].value.empty());
    CHECK(sheet.fields["button.2.text"].value == "Open");
    remove_button(sheet, 0);
    CHECK(sheet.buttons == std::vector<Kind>{Kind::kReply, Kind::kUrl});
    CHECK(sheet.fields["button.1.text"].value == "Open");
}

TEST_CASE("template sheet: no more buttons than Meta allows") {
    TemplateSheet sheet;
    add_button(sheet, Kind::kPhone);
    CHECK_FALSE(can_add_button(sheet, Kind::kPhone));
    add_button(sheet, Kind::kUrl);
    CHECK(can_add_button(sheet, Kind::kUrl));
    add_button(sheet, Kind::kUrl);
    CHECK_FALSE(can_add_button(sheet, Kind::kUrl));
    CHECK(can_add_button(sheet, Kind::kCode));
    while (can_add_button(sheet, Kind::kReply))
        add_button(sheet, Kind::kReply);
    CHECK(sheet.buttons.size() == 10);
    CHECK_FALSE(can_add_button(sheet, Kind::kCode));
}

TEST_CASE("template sheet: what is wrong is said once submitting was tried, too much of it at once") {
    TemplateSheet sheet;
    sheet.fields["body"].set("{{1}}");
    sheet.fields["footer"].set(std::string(61, 'a'));
    CHECK(problem_of(sheet, "name").empty());
    CHECK(problem_of(sheet, "body").empty());
    CHECK(problem_of(sheet, "footer") == "1 too many");
    sheet.shows_problems = true;
    CHECK(problem_of(sheet, "name") == "This is still missing");
    CHECK(problem_of(sheet, "body") == "The message cannot begin or end with a gap");
    CHECK(problem_of(sheet, "sample.body.1") == "This is still missing");
    sheet.fields["body"].set("Hi {{1}} there.");
    CHECK(problem_of(sheet, "body") == "So many gaps need at least 3 words around them");
    sheet.fields["name"].set("A b");
    CHECK(problem_of(sheet, "name") == "Only a to z, digits and _ are allowed");
    sheet.troubles = {{"name", "exists", "x"}, {"body", "meta", "Meta's words."}};
    CHECK(problem_of(sheet, "name") == "There is already a template of this name in this language");
    CHECK(problem_of(sheet, "body") == "Meta's words.");
}

TEST_CASE("template sheet: every fault has its sentence") {
    for (int fault = 0; fault <= static_cast<int>(ProposalFault::kUnknown); ++fault) {
        TemplateSheet sheet;
        sheet.shows_problems = true;
        const ProposalProblem one{"body", static_cast<ProposalFault>(fault), 2};
        CAPTURE(fault);
        CHECK_FALSE(sheet_problem(kLocale, sheet, {one}, "body").empty());
    }
}

TEST_CASE("template sheet: samples stand in the gaps of what is shown") {
    const Template shown = shown_proposal(plain_template(), "Place");
    CHECK(shown.shown.body == "Hello Ann, we meet on Thursday.");
    MessageTemplate place = plain_template();
    place.part.header = TemplateHeader::kLocation;
    CHECK(shown_proposal(place, "Place").shown.location.name == "Place");
}

TEST_CASE("template sheet: languages offered are the usual ones and those in use, or what was asked for") {
    using Codes = std::vector<std::string>;
    TemplateList list;
    list.all = {plain_template("1", "a"), plain_template("2", "b")};
    list.all[1].language = "ta";
    const Codes all = offered_languages(list, "en_US", " ");
    CHECK(all.front() == "en_US");
    CHECK(all.back() == "ta");
    CHECK(std::count(all.begin(), all.end(), "en_US") == 1);
    CHECK(offered_languages(list, "en_US", "swahili") == Codes{"en_US", "sw"});
    CHECK(offered_languages(list, "sw", "swahili") == Codes{"sw"});
    CHECK(offered_languages(list, "sw", "a").size() == 25);
}

}  // namespace roost
