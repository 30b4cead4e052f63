#include "client-wasm/views/template_choice.h"

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/plain_format.h"
#include "tests/support/builders.h"
#include "tests/support/template_samples.h"

namespace roost {
namespace {

using namespace test;

MessageTemplate free_text() {
    auto pattern = plain_template("9", "message_for_you");
    pattern.part.body = "We have a message for you: {{1}} Reply here.";
    return pattern;
}

std::string ids(const TemplateList& list, const TemplateDraft& draft) {
    std::string text;
    for (const MessageTemplate* one : shown_templates(list, draft))
        text += one->id + " ";
    return text;
}

std::map<std::string, FieldText> typed(std::initializer_list<std::pair<const char*, const char*>> list) {
    std::map<std::string, FieldText> fields;
    for (const auto& [key, value] : list)
        fields[key].value = value;
    return fields;
}

const Locale kLocale = platform::plain_locale();

}  // namespace

TEST_CASE("template choice: search, category and language narrow the list") {
    TemplateList list;
    list.all = {plain_template("1"), carousel_template(), named_template(), free_text()};
    for (const MessageTemplate& one : list.all)
        list.searched.push_back(searched_words(one));
    TemplateDraft draft;
    CHECK(ids(list, draft) == "1 14 13 9 ");
    draft.search.value = "FOR you";
    CHECK(ids(list, draft) == "9 ");
    draft.search.value = "we meet";
    CHECK(ids(list, draft) == "1 ");
    draft.search.value = "";
    draft.category = "MARKETING";
    CHECK(ids(list, draft) == "14 ");
    draft.category.clear();
    draft.language = "sw";
    CHECK(ids(list, draft) == "13 ");
    draft = {};
    draft.offered = "Good news";
    CHECK(ids(list, draft) == "9 1 14 13 ");
    using Counts = std::vector<std::pair<std::string, int>>;
    CHECK(categories_of(list) == Counts{{"UTILITY", 3}, {"MARKETING", 1}});
    CHECK(languages_of(list) == Counts{{"en", 3}, {"sw", 1}});
}

TEST_CASE("template choice: words fit where one gap takes a sentence, not where it takes a name") {
    CHECK(takes_text(free_text()));
    CHECK_FALSE(takes_text(plain_template()));
    CHECK_FALSE(takes_text(named_template()));
    auto greeting = free_text();
    greeting.part.body = "Hello {{1}}, we have news.";
    CHECK_FALSE(takes_text(greeting));
    auto code = free_text();
    code.category = "AUTHENTICATION";
    CHECK_FALSE(takes_text(code));
    CHECK(one_paragraph("  Hello,\n\n\tit is   done. ") == "Hello, it is done.");
}

TEST_CASE("template choice: names are for people") {
    CHECK(readable_name("project_update_2") == "Project update 2");
    CHECK(readable_name("").empty());
    CHECK(category_label(kLocale, "UTILITY") == "Utility");
    CHECK(category_label(kLocale, "NEW_KIND") == "NEW_KIND");
}

TEST_CASE("template choice: every gap has a field with a name of its own") {
    std::string labels;
    for (const TemplateField& field : fields_of(kLocale, rich_template()))
        labels += field.label + "; ";
    CHECK(labels == "Photo; Text 1; Text 2; End of the link “Open project”; Code; ");
    labels.clear();
    for (const TemplateField& field : fields_of(kLocale, named_template()))
        labels += field.label + "; ";
    CHECK(labels == "Order id; First name; Day; ");
    labels.clear();
    for (const TemplateField& field : fields_of(kLocale, carousel_template()))
        labels += field.label + (field.is_file ? " (chosen); " : "; ");
    CHECK(
        labels ==
        "Text 1; 1 · Photo (chosen); 1 · Text 1; 1 · End of the link “Look”; "
        "2 · Photo (chosen); "
    );
    CHECK(fields_of(kLocale, rich_template()).front().is_file);
    const auto place = template_from(
        R"({"id":"1","name":"p","language":"en","components":[{"type":"HEADER","format":"LOCATION"}]})"
    );
    CHECK(fields_of(kLocale, place).size() == 4);
}

TEST_CASE("template choice: what is typed becomes values, and what is wrong with them sentences") {
    const auto place = template_from(
        R"({"id":"1","name":"p","language":"en","components":[{"type":"HEADER","format":"LOCATION"}]})"
    );
    const auto at = values_of(
        place,
        typed({{"header.name", "Nyali"}, {"header.latitude", "-4.05"}, {"header.longitude", "39.7"}}),
        {}
    );
    CHECK(at.at("header").is_place);
    CHECK(at.at("header").location.latitude == doctest::Approx(-4.05));
    for (const char* wrong : {"", "north", "91", "4.05x"}) {
        const auto values =
            values_of(place, typed({{"header.latitude", wrong}, {"header.longitude", "39.7"}}), {});
        CHECK_FALSE(values.at("header").is_place);
        CHECK(problem_of(kLocale, place, fill_template(place, values), "header")
                  .starts_with("Latitude and longitude"));
    }
    const auto problem =
        [](const MessageTemplate& pattern, const std::map<std::string, FieldText>& fields, const char* slot) {
            return problem_of(kLocale, pattern, fill_template(pattern, values_of(pattern, fields, {})), slot);
        };
    CHECK(problem(plain_template(), {}, "body.1") == "This is still missing");
    CHECK(problem(plain_template(), typed({{"body.1", "a\tb"}}), "body.1").starts_with("No line breaks"));
    CHECK(problem(plain_template(), typed({{"body.1", "a"}}), "body.1").empty());
    CHECK(
        problem(rich_template(), typed({{"header", "https://x.example/a"}}), "header") ==
        "Choose a file first"
    );
    CHECK(
        problem(carousel_template(), typed({{"card.0.header", "https://x.example/a"}}), "card.0.header") ==
        "Choose a file first"
    );
    CHECK(
        problem(rich_template(), typed({{"button.3", "A CODE OF 22 CHARACTERS"}}), "button.3") == "3 too many"
    );
}

TEST_CASE("template choice: what was filled in is found in what is shown") {
    const auto pattern = plain_template();  // "Hello {{1}}, we meet on {{2}}."
    TemplateValues values;
    values["body.2"].text = "Hello";  // after the first gap, not before it
    using Ranges = std::vector<text::TextRange>;
    CHECK(filled_ranges(pattern, values, "Hello {{1}}, we meet on Hello.") == Ranges{{24, 29}});
    values["body.1"].text = "Tom";
    CHECK(filled_ranges(pattern, values, "Hello Tom, we meet on Hello.") == Ranges{{6, 9}, {22, 27}});
    values["body.1"].text = "*Tom*";  // shown without its marks
    CHECK(filled_ranges(pattern, values, "Hello Tom, we meet on Hello.").empty());
}

TEST_CASE("template choice: a file belongs to the template and the conversation that it was chosen for") {
    TemplateState state;
    state.draft.chosen = "12";
    state.draft.conversation = ConversationId{7};
    state.files.emplace_back().use = {ConversationId{7}, "12", TemplateHeader::kImage};
    CHECK(files_of(state).empty());
    state.files[0].attachment.file = 3;
    state.files[0].attachment.name = "roof.png";
    state.files[0].copy.id = "f00d";
    REQUIRE(files_of(state).size() == 1);
    const TemplateValues values = values_of(rich_template(), {}, files_of(state));
    CHECK(values.at("header").media.file.id == "f00d");
    CHECK(values.at("header").filename.empty());  // only documents have names
    state.draft.conversation = ConversationId{8};
    CHECK(files_of(state).empty());
    state.draft.conversation = ConversationId{7};
    state.draft.chosen = "13";
    CHECK(files_of(state).empty());
}

TEST_CASE("template choice: what comes is for the header that was asked for, else for the next without one") {
    TemplateState state;
    state.draft.chosen = "14";
    CHECK(file_use_of(state, plain_template()) == TemplateFileUse{});
    CHECK(file_use_of(state, carousel_template()).slot == "card.0.header");
    CHECK(file_use_of(state, carousel_template()).header == TemplateHeader::kImage);
    state.files.emplace_back().use = file_use_of(state, carousel_template());
    state.files[0].attachment.file = 3;
    state.files[0].copy.id = "f00d";
    CHECK(file_use_of(state, carousel_template()).slot == "card.1.header");
    state.draft.file_slot = "card.0.header";
    CHECK(file_use_of(state, carousel_template()).slot == "card.0.header");
    const TemplateValues values = values_of(carousel_template(), {}, files_of(state));
    CHECK(values.at("card.0.header").media.file.id == "f00d");
    CHECK(values.at("card.1.header").media == MediaRef{});
}

TEST_CASE("template choice: a chosen template begins with what is known") {
    Conversation tom = make_conversation(1);
    tom.contact_name = "Tom Becker";
    CHECK(first_fields(plain_template(), tom, "").at("body.1").value == "Tom");
    CHECK(first_fields(free_text(), tom, "It is\ndone").at("body.1").value == "It is done");
    CHECK(first_fields(free_text(), tom, "").empty());
    const auto both = first_fields(plain_template(), tom, "on Friday");
    CHECK(both.at("body.1").value == "Tom");
    CHECK(both.at("body.2").value == "on Friday");
}

}  // namespace roost
