// Templates are found, made, changed and deleted, and nothing that was written is lost on the way.
#include "client-wasm/views/template_desk.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "client-wasm/app/template_drafts.h"
#include "shared/base/json_writer.h"
#include "tests/support/template_samples.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kTemplates = "/api/v1/templates";
constexpr std::string_view kBody = "Hello {{1}}, our team comes tomorrow.";

platform::Response list_of(const std::vector<MessageTemplate>& templates) {
    return ok(template_list(templates));
}

MessageTemplate with_status(MessageTemplate pattern, std::string status, std::string reason = "") {
    pattern.status = std::move(status);
    pattern.reason = std::move(reason);
    return pattern;
}

std::vector<MessageTemplate> some() {
    return {
        plain_template("11", "reminder"),
        with_status(plain_template("12", "spring_offer"), "REJECTED", "ABUSIVE_CONTENT"),
        with_status(plain_template("13", "waiting"), "PENDING"),
        carousel_template()};
}

platform::Response refused(std::string_view field, std::string_view code, std::string_view sentence) {
    return {422, text_written_by([&](JsonWriter& out) {
                out.begin_object().key("detail").string(sentence).key("fields").begin_array().begin_object();
                out.key("field").string(field).key("code").string(code).key("detail").string(sentence);
                out.end_object().end_array().end_object();
            })};
}

struct Desk : UiHarness {
    explicit Desk(std::string_view role = "supervisor", float width = 1440, float height = 900) {
        platform.resize(width, height);
        Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow)});
        take_role(snapshot.me, role);
        start_signed_in(snapshot);
    }
    void open() {
        focus(Role::kButton, "Templates");
        click(Role::kButton, "Templates");
        answer("GET", kTemplates, list_of(some()));
    }
    void answer(std::string_view method, std::string_view path, const platform::Response& response) {
        REQUIRE(platform.respond(method, path, response));
        run_frames();
    }
    void write_new() {
        click(Role::kButton, "New template");
        type("Name", "visit");
        type("Message", kBody);
        type("Sample for {{1}}", "Amina");
    }
    Json sent(std::string_view method) {
        const auto found =
            std::find_if(platform.requests.rbegin(), platform.requests.rend(), [&](const auto& one) {
                return one.method == method && one.path.starts_with(kTemplates);
            });
        REQUIRE(found != platform.requests.rend());
        return parse_json(found->body).value_or(Json());
    }
};

}  // namespace

TEST_CASE("template desk: only those who lead have it") {
    CHECK_FALSE(Desk("agent").sees(Role::kButton, "Templates"));
    CHECK(Desk("admin").sees(Role::kButton, "Templates"));
    Desk phone("supervisor", 390, 844);
    CHECK_FALSE(phone.sees(Role::kButton, "Templates"));
    phone.click(Role::kButton, "Account of");
    phone.click(Role::kButton, "Templates");
    CHECK(phone.see(Role::kDialog, "Templates").rect.width == 390);
    Desk agent("agent", 390, 844);
    agent.click(Role::kButton, "Account of");
    CHECK_FALSE(agent.sees(Role::kButton, "Templates"));
}

TEST_CASE("template desk: every template with its state, found by words and by state") {
    Desk ui;
    ui.open();
    CHECK(ui.platform.requests.back().path == "/api/v1/templates?limit=500");
    CHECK(ui.platform.focused == ui.see(Role::kSearchField, "Search 4 templates").key);
    CHECK(
        ui.see(Role::kListRow, "Spring offer").description ==
        "Rejected. Utility · English (US). Hello {{1}}, we meet on {{2}}."
    );
    ui.click(Role::kButton, "In review 1");
    CHECK(ui.see(Role::kButton, "In review 1").is_pressed == true);
    CHECK(ui.sees(Role::kListRow, "Waiting"));
    CHECK_FALSE(ui.sees(Role::kListRow, "Reminder"));
    ui.click(Role::kButton, "All");
    ui.type("Search 4 templates", "spring");
    CHECK_FALSE(ui.sees(Role::kListRow, "Reminder"));
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Spring offer").key);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Templates").key);
}

TEST_CASE("template desk: what is begun is there again after a reload, and gone once it was submitted") {
    Desk ui;
    ui.open();
    ui.write_new();
    ui.reload();
    ui.platform.stream_answers(200);
    ui.run_frames();
    ui.open();
    ui.click(Role::kButton, "New template");
    ui.click(Role::kButton, "Submit for review");
    const Json sent = ui.sent("POST");
    CHECK(sent["name"] == "visit");
    CHECK(sent["components"][0]["text"] == kBody);
    CHECK(sent["components"][0]["example"]["body_text"][0][0] == "Amina");
    CHECK(ui.platform.load("templates.3").has_value());
    ui.answer("POST", kTemplates, ok("{}"));
    CHECK_FALSE(ui.platform.load("templates.3").has_value());
}

TEST_CASE("template desk: what is discarded is not kept") {
    Desk ui;
    ui.open();
    ui.write_new();
    CHECK_FALSE(ui.platform.load("templates.3").value_or("").empty());
    ui.click(Role::kButton, "Discard");
    CHECK_FALSE(ui.platform.load("templates.3").has_value());
}

TEST_CASE("template desk: a header with a picture takes a sample, and keeps it over a reload") {
    Desk ui;
    ui.open();
    ui.write_new();
    ui.click(Role::kButton, "Photo");
    ui.click(Role::kButton, "Submit for review");
    CHECK(ui.see(Role::kButton, "Choose a file").description == "Choose a file first");
    ui.platform.push(platform::FileAdded{5, "roof.jpg", "image/jpeg", 120'000});
    ui.run_frames();
    CHECK(ui.see(Role::kButton, "Replace").description.empty());
    CHECK(ui.see(Role::kButton, "Submit for review").is_disabled);  // it is still on its way
    const std::string id(64, 'a');
    ui.answer(
        "POST",
        "/api/v1/media?kind=image",
        {201, R"({"id":")" + id + R"(","kind":"image","mime_type":"image/jpeg","size":120000})"}
    );
    CHECK(ui.see(Role::kButton, "Replace").description.empty());
    CHECK_FALSE(ui.see(Role::kButton, "Submit for review").is_disabled);
    ui.reload();
    ui.platform.stream_answers(200);
    ui.run_frames();
    ui.open();
    ui.click(Role::kButton, "New template");
    CHECK(ui.sees(Role::kButton, "Replace"));
    ui.click(Role::kButton, "Submit for review");
    const Json header = ui.sent("POST").at("components").at(0);
    CHECK(header == Json{{"type", "HEADER"}, {"format", "IMAGE"}, {"example", {{"header_file", {id}}}}});
    ui.answer("POST", kTemplates, refused("sample.header", "sample", "The file is gone."));
    CHECK(ui.see(Role::kButton, "Replace").description == "The file is gone.");
    ui.click(Role::kButton, "Document");
    CHECK(ui.see(Role::kButton, "Choose a file").description == "Choose a file first");
}

TEST_CASE("template drafts: hostile text makes no sheet, and what is written is what is read") {
    for (const std::string_view text : {"", "[]", "7", R"({"a":7})", R"({"a":)"})
        CHECK(read_sheets(text).empty());
    const auto odd =
        read_sheets(R"({"":{"buttons":[0,9,-1,"x"],"fields":[["name",7],["body","Hi"],7,["a"]],"header":7}})"
        );
    CHECK(odd.at("").buttons.size() == 1);
    CHECK(odd.at("").fields.size() == 1);
    TemplateSheet sheet = odd.at("");
    sheet.header = TemplateHeader::kLocation;
    const auto again = read_sheets(write_sheets({{"", sheet}, {"7", TemplateSheet{}}}));
    CHECK(again.size() == 1);
    CHECK(again.at("").header == TemplateHeader::kLocation);
    CHECK(again.at("").fields.at("body").value == "Hi");
}

TEST_CASE("template desk: loading, a failure that can be tried again, and none at all") {
    Desk ui;
    ui.click(Role::kButton, "Templates");
    CHECK(ui.sees(Role::kText, "Loading the templates"));
    ui.answer("GET", kTemplates, problem(500, "The disk is full."));
    CHECK(ui.sees(Role::kText, "The server answered with an error"));
    ui.click(Role::kButton, "Try again");
    ui.answer("GET", kTemplates, list_of({}));
    CHECK(ui.sees(Role::kText, "No templates yet"));
}

TEST_CASE("template desk: a new one says what is wrong beside its field, shows itself and is submitted") {
    Desk ui;
    ui.open();
    ui.click(Role::kButton, "New template");
    CHECK(ui.platform.focused == ui.see_field("Name").key);
    ui.click(Role::kButton, "Submit for review");
    CHECK(ui.platform.count_requests("POST", kTemplates) == 0);
    CHECK(ui.platform.focused == ui.see_field("Name").key);
    CHECK(ui.see_field("Name").description == "This is still missing");
    CHECK(ui.platform.announced.back() == std::pair<std::string, bool>{"This is still missing", true});
    ui.type("Name", "visit");
    CHECK(ui.see_field("Name").description.empty());
    ui.type("Message", "Hello, our team comes tomorrow, {{1}}");
    CHECK(ui.see_field("Message").description == "The message cannot begin or end with a gap");
    ui.type("Message", kBody);
    ui.type("Sample for {{1}}", "Amina");
    CHECK(ui.sees(Role::kText, "Hello Amina, our team comes tomorrow."));
    ui.click(Role::kButton, "Kiswahili");
    ui.click(Role::kButton, "Marketing");
    ui.click(Role::kButton, "Add: Quick reply");
    CHECK(ui.platform.focused == ui.see_field("Button text").key);
    ui.type("Button text", "Yes");
    ui.click(Role::kButton, "Submit for review");
    const Json body = ui.sent("POST");
    CHECK(body["name"] == "visit");
    CHECK(body["language"] == "sw");
    CHECK(body["category"] == "MARKETING");
    CHECK(body["components"][0]["example"]["body_text"][0][0] == "Amina");
    CHECK(body["components"][1]["buttons"][0]["text"] == "Yes");
    CHECK(ui.see(Role::kButton, "Submitting").is_disabled);
    ui.answer("POST", kTemplates, {201, "{}"});
    CHECK(ui.platform.announced.back().first == "Submitted. Meta is reviewing the template.");
    ui.answer("GET", kTemplates, list_of({with_status(plain_template("9", "visit"), "PENDING")}));
    CHECK(ui.sees(Role::kListRow, "Visit"));
    ui.click(Role::kButton, "New template");
    CHECK(ui.value("Name").empty());
}

TEST_CASE("template desk: a language that is not offered is found by its name") {
    Desk ui;
    ui.open();
    ui.write_new();
    CHECK_FALSE(ui.sees(Role::kButton, "Deutsch"));
    ui.type("Find another language", "german");
    CHECK(ui.see(Role::kButton, "English (US)").is_pressed == true);
    ui.click(Role::kButton, "Deutsch");
    CHECK(ui.see(Role::kButton, "Deutsch").is_pressed == true);
    ui.type("Find another language", "klingon");
    CHECK(ui.sees(Role::kText, "No language is called that. Try its name or its code."));
    CHECK(ui.see(Role::kButton, "Deutsch").is_pressed == true);
    ui.click(Role::kButton, "Submit for review");
    CHECK(ui.sent("POST")["language"] == "de");
}

TEST_CASE("template desk: Meta's own words stand beside the field until it is changed") {
    Desk ui;
    ui.open();
    ui.write_new();
    ui.click(Role::kButton, "Submit for review");
    ui.answer("POST", kTemplates, refused("body", "meta", "Meta does not like it."));
    CHECK(ui.platform.focused == ui.see_field("Message").key);
    CHECK(ui.see_field("Message").description == "Meta does not like it.");
    ui.type("Message", "Hello {{1}}, our team comes on Monday.");
    CHECK(ui.see_field("Message").description.empty());
    ui.click(Role::kButton, "Submit for review");
    ui.answer("POST", kTemplates, refused("name", "exists", "x"));
    CHECK(ui.see_field("Name").description == "There is already a template of this name in this language");
    ui.type("Name", "visit_two");
    ui.click(Role::kButton, "Submit for review");
    ui.answer("POST", kTemplates, refused("", "meta", "Too many templates today."));
    CHECK(ui.sees(Role::kText, "Too many templates today."));
    // Of a part that the form does not show.
    ui.click(Role::kButton, "Submit for review");
    CHECK_FALSE(ui.sees(Role::kText, "Too many templates today."));
    ui.answer("POST", kTemplates, refused("header", "meta", "No such header."));
    CHECK(ui.sees(Role::kText, "No such header."));
}

TEST_CASE("template desk: what was written is there again after a failure and after the dialog was closed") {
    Desk ui;
    ui.open();
    ui.write_new();
    ui.click(Role::kButton, "Submit for review");
    ui.answer("POST", kTemplates, problem(503, "Meta does not answer."));
    CHECK(ui.sees(Role::kText, "Meta does not answer. Nothing is lost"));
    CHECK(ui.value("Message") == kBody);
    ui.press("Escape");  // to the list
    CHECK(ui.sees(Role::kListRow, "Reminder"));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    ui.click(Role::kButton, "Templates");
    ui.click(Role::kButton, "New template");
    CHECK(ui.value("Message") == kBody);
    CHECK(ui.value("Sample for {{1}}") == "Amina");
    ui.click(Role::kButton, "Discard changes");
    CHECK(ui.value("Message").empty());
    CHECK_FALSE(ui.sees(Role::kButton, "Discard changes"));
}

TEST_CASE("template desk: an approved one is changed, its name, language and category are not") {
    Desk ui;
    ui.open();
    ui.click(Role::kListRow, "Reminder");
    CHECK(ui.sees(Role::kHeading, "Reminder"));
    CHECK(ui.sees(Role::kText, "Approved"));
    CHECK_FALSE(ui.sees(Role::kTextField, "Name"));
    CHECK_FALSE(ui.sees(Role::kButton, "Marketing"));
    CHECK(ui.value("Sample for {{2}}") == "Thursday");
    ui.type("Message", "Hello {{1}}, we come to you on {{2}} at last.");
    ui.press("Escape");
    CHECK(ui.see(Role::kListRow, "Reminder").description.find("Not submitted") != std::string::npos);
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Reminder").key);
    ui.click(Role::kListRow, "Reminder");
    ui.click(Role::kButton, "Submit for review");
    CHECK(ui.sent("PATCH")["components"][0]["text"] == "Hello {{1}}, we come to you on {{2}} at last.");
    CHECK(ui.platform.requests.back().path == "/api/v1/templates/11");
    ui.answer("PATCH", "/api/v1/templates/11", {200, "{}"});
    ui.answer("GET", kTemplates, list_of({with_status(plain_template(), "PENDING")}));
    ui.click(Role::kListRow, "Reminder");
    CHECK(ui.sees(Role::kText, "Meta is reviewing this template"));
    CHECK_FALSE(ui.sees(Role::kButton, "Submit for review"));
}

TEST_CASE("template desk: why it was rejected, and what cannot be changed here") {
    Desk ui;
    ui.open();
    ui.click(Role::kListRow, "Spring offer");
    CHECK(ui.sees(Role::kText, "Meta rejected it: "));
    CHECK(ui.sees(Role::kButton, "Marketing"));
    ui.click(Role::kButton, "All templates");
    ui.click(Role::kListRow, "Roofs");
    CHECK(ui.sees(Role::kText, "This template has parts that can only be changed in WhatsApp Manager."));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "All templates").key);
}

TEST_CASE("template desk: deleting asks first, and says what it means") {
    Desk ui;
    ui.open();
    ui.click(Role::kListRow, "Reminder");
    ui.click(Role::kButton, "Delete");
    CHECK(ui.sees(Role::kGroup, "Delete “"));
    CHECK(ui.sees(Role::kText, "The name cannot be used again for 30 days."));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Keep").key);
    ui.press("Escape");
    CHECK(ui.sees(Role::kButton, "Submit for review"));
    ui.click(Role::kButton, "Delete");
    ui.click(Role::kButton, "Keep");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Delete").key);
    ui.click(Role::kButton, "Delete");
    ui.click(Role::kButton, "Delete");
    CHECK(ui.see(Role::kButton, "Deleting").is_disabled);
    ui.answer("DELETE", "/api/v1/templates/11", problem(503, "Meta does not answer."));
    CHECK(ui.sees(Role::kText, "Meta does not answer. Nothing is lost"));
    ui.click(Role::kButton, "Delete");
    ui.click(Role::kButton, "Delete");
    ui.answer("DELETE", "/api/v1/templates/11", {204, ""});
    CHECK(ui.platform.announced.back().first == "The template is deleted.");
    ui.answer("GET", kTemplates, list_of({carousel_template()}));
    CHECK_FALSE(ui.sees(Role::kListRow, "Reminder"));
}

TEST_CASE("template desk: one that somebody else deletes closes, and the list follows what happens") {
    Desk ui;
    ui.open();
    ui.click(Role::kListRow, "Reminder");
    ui.event(EventSeq{1000}, TemplatesChanged{});
    ui.answer("GET", kTemplates, list_of({carousel_template()}));
    CHECK_FALSE(ui.sees(Role::kHeading, "Reminder"));
    CHECK(ui.sees(Role::kListRow, "Roofs"));
}

TEST_CASE("template desk: on a phone the bubble stands above the fields") {
    Desk ui("supervisor", 390, 844);
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Templates");
    ui.answer("GET", kTemplates, list_of(some()));
    ui.click(Role::kButton, "New template");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "All templates").key);
    ui.type("Message", "Good morning");
    CHECK(ui.see(Role::kText, "Good morning").rect.y < ui.see_field("Message").rect.y);
}

}  // namespace roost
