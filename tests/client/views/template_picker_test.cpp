// The picker in every state: loading, none, many, failed, offline; filling in, what is wrong, and sending.
#include "client-wasm/views/template_picker.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/template_samples.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr const char* kTemplates = "/api/v1/templates";

platform::Response list_of(const std::vector<MessageTemplate>& templates, std::string_view next = "") {
    return ok(template_list(templates, next));
}

// Tom, who wrote more than a day ago.
struct Closed : UiHarness {
    explicit Closed(float width = 1440, float height = 900) {
        platform.resize(width, height);
        start_signed_in(snapshot_of({conversation_with("Tom Becker", 7, kNow - 30 * kHour)}));
        click(Role::kListRow, "Tom Becker");
        page(page_of({text_from_customer(1, kNow - 30 * kHour, "Hello")}));
    }
    void answer(const platform::Response& response) {
        REQUIRE(platform.respond("GET", kTemplates, response));
        run_frames();
    }
    // What goes to the server; fails the test unless it is one message.
    Json sent() {
        REQUIRE(platform.count_requests("POST", "/api/v1/conversations/7/messages") == 1);
        return last_sent();
    }
    Json last_sent() {
        const auto found = std::find_if(
            platform.requests.rbegin(),
            platform.requests.rend(),
            [](const platform::Request& one) {
                return one.path == "/api/v1/conversations/7/messages" && one.method == "POST";
            }
        );
        REQUIRE(found != platform.requests.rend());
        return *parse_json(found->body);
    }
};

TEST_CASE("templates: after an advertisement it says until when they are free, and no longer than that") {
    UiHarness ui;
    auto row = conversation_with("Tom Becker", 7, kNow - 30 * kHour);
    row.free_from = kNow - 72 * kHour + kMinute;
    ui.start_signed_in(snapshot_of({row}));
    ui.click(Role::kListRow, "Tom Becker");
    ui.page(page_of({text_from_customer(1, kNow - 30 * kHour, "Hello")}));
    const auto says_free = [&ui] {
        const auto& reason = ui.see(Role::kText, "The 24-hour window is closed").label;
        return reason.find("Templates are free of charge until ") != std::string::npos;
    };
    CHECK(says_free());
    ui.pass(kMinute);
    CHECK_FALSE(says_free());
}

TEST_CASE("templates: a closed window says why and since when, and offers what may be sent") {
    Closed ui;
    CHECK(ui.sees(Role::kText, "The 24-hour window is closed"));
    CHECK(ui.sees(Role::kText, "Closed: "));
    CHECK(ui.see(Role::kText, "Loading the templates").is_busy);
    ui.answer(list_of(templates_of_each_sort()));
    CHECK(ui.count(Role::kListRow) == 1 + 4);
    CHECK(
        ui.see(Role::kListRow, "Reminder").description ==
        "Utility · English (US). Hello {{1}}, we meet on {{2}}."
    );
    CHECK(ui.see(Role::kListRow, "Reminder").set_size == 4);
    CHECK(ui.sees(Role::kSearchField, "Search 4 templates"));
    CHECK(ui.sees(Role::kText, "Choose a template to fill it in"));
    CHECK_FALSE(ui.sees(Role::kButton, "Send template"));
}

TEST_CASE("templates: asked for once, page by page, and again when they change") {
    Closed ui;
    ui.answer(list_of({plain_template()}, "reminder~en_US~11"));
    CHECK(
        ui.platform.requests.back().path ==
        "/api/v1/templates?status=APPROVED&limit=500&account=1&after=reminder~en_US~11"
    );
    ui.answer(list_of({free_text_template()}));
    CHECK(ui.sees(Role::kListRow, "Reminder"));
    CHECK(ui.sees(Role::kListRow, "Message for you"));
    CHECK(ui.platform.count_requests("GET", kTemplates) == 2);
    ui.event(EventSeq{1000}, TemplatesChanged{});
    CHECK(ui.platform.count_requests("GET", kTemplates) == 3);
    CHECK(ui.sees(Role::kListRow, "Reminder"));  // until the new ones are there
    ui.event(EventSeq{1001}, TemplatesChanged{});
    ui.answer(list_of({plain_template()}));  // of the first question, older than the second event
    CHECK(ui.sees(Role::kListRow, "Message for you"));
    ui.answer(list_of({plain_template()}));
    CHECK_FALSE(ui.sees(Role::kListRow, "Message for you"));
}

TEST_CASE("templates: none, none like this, and a failure that can be tried again") {
    Closed ui;
    ui.answer(problem(500, "The disk is full."));
    CHECK(ui.sees(Role::kText, "The server answered with an error"));
    CHECK(ui.platform.announced.back().second);
    const int asked = ui.platform.count_requests("GET", kTemplates);
    ui.run_frames();
    CHECK(ui.platform.count_requests("GET", kTemplates) == asked);
    ui.click(Role::kButton, "Try again");
    ui.answer(unreachable());
    CHECK(ui.sees(Role::kText, "The server cannot be reached."));
    ui.click(Role::kButton, "Try again");
    ui.answer(list_of({}));
    CHECK(ui.sees(Role::kText, "No approved templates yet"));
    ui.event(EventSeq{1000}, TemplatesChanged{});
    ui.answer(list_of(templates_of_each_sort()));
    ui.type("Search 4 templates", "no such thing");
    CHECK(ui.sees(Role::kText, "No template like this"));
    ui.click(Role::kButton, "Clear");
    CHECK(ui.sees(Role::kListRow, "Reminder"));
    ui.click(Role::kButton, "Marketing");
    CHECK(ui.see(Role::kButton, "Marketing").is_pressed == true);
    CHECK_FALSE(ui.sees(Role::kListRow, "Reminder"));
    CHECK(ui.sees(Role::kListRow, "Roofs"));
    ui.click(Role::kButton, "All");
    ui.click(Role::kButton, "Kiswahili");
    CHECK(ui.sees(Role::kListRow, "Delivery"));
    CHECK_FALSE(ui.sees(Role::kListRow, "Roofs"));
}

TEST_CASE("templates: what is filled in shows at once, and is sent as it was shown") {
    Closed ui;
    ui.answer(list_of(templates_of_each_sort()));
    ui.click(Role::kListRow, "Reminder");
    CHECK(ui.see(Role::kListRow, "Reminder").is_current);
    CHECK(ui.value("Text 1") == "Tom");
    CHECK(ui.sees(Role::kText, "Hello Tom, we meet on {{2}}."));
    ui.type("Text 2", "Friday");
    CHECK(ui.sees(Role::kText, "Hello Tom, we meet on Friday."));
    ui.click(Role::kButton, "Send template");
    const Json sent = ui.sent();
    CHECK(sent["type"] == "template");
    CHECK(sent["template"]["name"] == "reminder");
    CHECK(sent["template"]["language"]["code"] == "en_US");
    CHECK(sent["template"]["values"] == Json{{"body.1", "Tom"}, {"body.2", "Friday"}});
    // The echo, as the customer will read it.
    CHECK(ui.sees(Role::kMessage, "You, "));
    CHECK(ui.see(Role::kMessage, "You, ").label.ends_with(": Hello Tom, we meet on Friday."));
    CHECK(ui.sees(Role::kText, "Choose a template to fill it in"));
}

TEST_CASE("templates: what is missing is said when sending is tried, beside its field") {
    Closed ui;
    ui.answer(list_of(templates_of_each_sort()));
    ui.click(Role::kListRow, "Reminder");
    CHECK_FALSE(ui.sees(Role::kText, "This is still missing"));
    ui.click(Role::kButton, "Send template");
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/messages") == 0);
    CHECK(ui.see(Role::kTextField, "Text 2").description == "This is still missing");
    CHECK(ui.see(Role::kTextField, "Text 1").description.empty());
    CHECK(ui.platform.focused == ui.see(Role::kTextField, "Text 2").key);
    CHECK(
        ui.platform.announced.back() == std::pair<std::string, bool>("Text 2: This is still missing", true)
    );
    ui.type("Text 2", std::string(1000, 'x'));
    CHECK(ui.sees(Role::kText, "1 left"));
    ui.type("Text 2", std::string(1002, 'x'));
    CHECK(ui.see(Role::kTextField, "Text 2").description == "1 too many");
    ui.type("Text 2", "Friday");
    CHECK(ui.see(Role::kTextField, "Text 2").description.empty());
    ui.press_enter("Text 2");
    CHECK(ui.sent()["template"]["values"]["body.2"] == "Friday");
}

// With a picture in its header.
struct WithHeader : Closed {
    WithHeader() {
        answer(list_of({rich_template(), plain_template(), carousel_template()}));
        click(Role::kListRow, "Project update");
    }
    void choose_file(int id, std::string_view name, std::string_view type, std::int64_t size = 4000) {
        platform.push(platform::FileAdded{id, std::string(name), std::string(type), size});
        run_frames();
    }
    void upload_ends(const platform::Response& response) {
        REQUIRE(platform.respond("POST", "/api/v1/media?kind=image", response));
        run_frames();
    }
    int uploads() const { return platform.count_requests("POST", "/api/v1/media"); }
};

const platform::Response kStored{201, R"({"id":"f00d","kind":"image","mime_type":"image/png","size":4000})"};

TEST_CASE("templates: the picture of a header goes to Roost when it is chosen, and with the message by its id"
) {
    WithHeader ui;
    ui.click(Role::kButton, "Send template");
    CHECK(ui.see(Role::kButton, "Choose a file").description == "Choose a file first");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Choose a file").key);
    ui.click(Role::kButton, "Choose a file");
    CHECK(ui.platform.file_dialogs == 1);
    ui.choose_file(5, "roof.png", "image/png");
    REQUIRE(ui.uploads() == 1);
    CHECK(ui.platform.requests.back().body == "file 5");
    REQUIRE(ui.platform.upload_reaches(5, 43));
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "Photo · 43% sent"));
    CHECK(ui.see(Role::kButton, "Replace").description == "The file is not here yet");
    ui.upload_ends(kStored);
    CHECK(ui.sees(Role::kText, "Photo · 4 KB"));
    CHECK(ui.see(Role::kButton, "Replace").description.empty());
    ui.type("Text 2", "the grid operator");
    ui.type("End of the link “Open project”", "118");
    ui.click(Role::kButton, "Send template");
    const Json sent = ui.sent();
    CHECK(sent["template"]["values"]["header"]["file"]["id"] == "f00d");
    CHECK(ui.platform.dropped_files == std::vector<int>{5});
    CHECK(ui.uploads() == 1);  // nothing is left to upload
}

TEST_CASE("templates: a file of another kind, a refused one, a broken transfer, and another one in its place"
) {
    WithHeader ui;
    ui.choose_file(1, "offer.pdf", "application/pdf");
    CHECK(ui.see(Role::kButton, "Replace").description == "WhatsApp takes photos as JPEG or PNG only");
    CHECK(
        ui.platform.announced.back() ==
        std::pair<std::string, bool>("WhatsApp takes photos as JPEG or PNG only", true)
    );
    CHECK(ui.uploads() == 0);
    ui.choose_file(2, "roof.png", "image/png");
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    ui.upload_ends(problem(400, "This is no picture."));
    CHECK(ui.see(Role::kButton, "Replace").description.ends_with("This is no picture."));
    ui.choose_file(3, "wall.png", "image/png");
    ui.upload_ends(unreachable());
    CHECK(ui.see(Role::kButton, "Try again").description == "The server cannot be reached.");
    ui.click(Role::kButton, "Try again");
    CHECK(ui.uploads() == 3);
    // The answer to one that was replaced meanwhile says nothing of the next.
    ui.choose_file(4, "door.png", "image/png");
    CHECK(ui.sees(Role::kText, "door.png"));
    ui.upload_ends(kStored);
    CHECK(ui.sees(Role::kText, "Photo · 4 KB"));
}

TEST_CASE("templates: each card of a carousel has a file of its own, and shows it") {
    WithHeader ui;
    ui.click(Role::kListRow, "Roofs");
    ui.choose_file(1, "school.png", "image/png");
    ui.choose_file(2, "clinic.png", "image/png");
    REQUIRE(ui.uploads() == 2);
    CHECK(ui.sees(Role::kText, "school.png"));
    CHECK(ui.sees(Role::kText, "clinic.png"));
    ui.upload_ends(kStored);
    ui.upload_ends(kStored);
    // One is chosen again: the other stays.
    ui.click(Role::kButton, "1 · Photo: Replace");
    CHECK(ui.platform.file_dialogs == 1);
    ui.choose_file(3, "office.png", "image/png");
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    ui.upload_ends({201, R"({"id":"beef","kind":"image","mime_type":"image/png","size":7000})"});
    CHECK(ui.sees(Role::kText, "clinic.png"));
    ui.type("Text 1", "Tom");
    ui.type("1 · Text 1", "school");
    ui.type("1 · End of the link “Look”", "nyali");
    ui.click(Role::kButton, "Send template");
    const Json values = ui.sent()["template"]["values"];
    CHECK(values["card.0.header"]["file"]["id"] == "beef");
    CHECK(values["card.1.header"]["file"]["id"] == "f00d");
    CHECK(ui.platform.dropped_files == std::vector<int>{1, 2, 3});
}

TEST_CASE("templates: a picture that WhatsApp does not take is made into one that it takes") {
    WithHeader ui;
    ui.choose_file(1, "roof.heic", "image/heic");
    CHECK(ui.sees(Role::kText, "Photo · Converting…"));
    REQUIRE(ui.platform.converted_images.size() == 1);
    platform::FileAdded made{2, "roof.jpg", "image/jpeg", 3000};
    made.replaces = 1;
    ui.platform.push(made);
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "roof.jpg"));
    CHECK(ui.uploads() == 1);
    CHECK(ui.platform.requests.back().body == "file 2");
}

TEST_CASE("templates: a file belongs to its template, and files for others are refused with the reason") {
    WithHeader ui;
    ui.choose_file(1, "roof.png", "image/png");
    ui.upload_ends(kStored);
    ui.click(Role::kListRow, "Reminder");
    CHECK_FALSE(ui.sees(Role::kText, "roof.png"));
    ui.choose_file(2, "wall.png", "image/png");
    CHECK(ui.platform.dropped_files == std::vector<int>{2});
    CHECK(ui.platform.announced.back().first.starts_with("The 24-hour window is closed"));
    ui.click(Role::kListRow, "Project update");
    CHECK(ui.sees(Role::kText, "roof.png"));
}

TEST_CASE("templates: offline what is sent waits for its turn, through a reload too") {
    Closed ui;
    ui.answer(list_of(templates_of_each_sort()));
    ui.click(Role::kListRow, "Reminder");
    ui.type("Text 2", "Friday");
    ui.click(Role::kButton, "Send template");
    const std::string ref = ui.sent()["client_ref"];
    REQUIRE(ui.platform.respond("POST", "/api/v1/conversations/7/messages", unreachable()));
    ui.run_frames();
    ui.reload();
    ui.platform.stream_answers(200);
    ui.run_frames();
    REQUIRE(ui.platform.count_requests("POST", "/api/v1/conversations/7/messages") == 2);
    const Json again = ui.last_sent();
    CHECK(again["client_ref"] == ref);
    CHECK(again["template"]["values"]["body.2"] == "Friday");
}

TEST_CASE("templates: arrows lead from the search into the rows and back") {
    Closed ui;
    ui.answer(list_of(templates_of_each_sort()));
    ui.focus(Role::kSearchField, "Search 4 templates");
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Reminder").key);
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Message for you").key);
    ui.press("ArrowUp");
    ui.press("ArrowUp");
    CHECK(ui.platform.focused == ui.see(Role::kSearchField, "Search 4 templates").key);
    int in_tab_order = 0;
    for (const ui::Node& node : ui.platform.tree)
        in_tab_order += int{node.role == Role::kListRow && node.set_size == 4 && node.is_focusable};
    CHECK(in_tab_order == 1);
}

TEST_CASE("templates: another conversation begins anew, and so does one that was sent") {
    Closed ui;
    ui.answer(list_of(templates_of_each_sort()));
    ui.click(Role::kListRow, "Reminder");
    ui.type("Text 1", "Thomas");
    ui.click(Role::kListRow, "Message for you");
    CHECK(ui.value("Text 1").empty());
    ui.click(Role::kListRow, "Reminder");
    CHECK(ui.value("Text 1") == "Tom");
    ui.type("Search 4 templates", "reminder");
    ui.type("Text 2", "Thursday");
    ui.click(Role::kButton, "Send template");
    CHECK(ui.value("Search 4 templates").empty());
    CHECK(ui.count(Role::kListRow) == 1 + 4);
}

TEST_CASE("templates: on a phone a dialog leads through them step by step") {
    Closed ui(390, 844);
    CHECK(ui.platform.count_requests("GET", kTemplates) == 0);
    ui.click(Role::kButton, "Choose a template");
    CHECK(ui.sees(Role::kDialog, "Templates"));
    ui.answer(list_of(templates_of_each_sort()));
    CHECK_FALSE(ui.sees(Role::kButton, "Send template"));
    for (const ui::Node& node : ui.platform.tree) {
        const bool is_target = node.role == Role::kButton || node.role == Role::kListRow ||
                               node.role == Role::kTextField || node.role == Role::kSearchField;
        if (is_target) CHECK_MESSAGE(node.rect.height >= 44, node.label);
    }
    ui.click(Role::kListRow, "Message for you");
    CHECK_FALSE(ui.sees(Role::kListRow, "Message for you"));
    ui.type("Text 1", "It is done.");
    CHECK(ui.sees(Role::kText, "A message for you: It is done. Reply here."));
    ui.click(Role::kButton, "All templates");
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Message for you").key);
    ui.click(Role::kListRow, "Reminder");
    ui.type("Text 2", "Friday");
    ui.click(Role::kButton, "Send template");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sent()["template"]["name"] == "reminder");
}

TEST_CASE("templates: Messenger has none, and says why") {
    UiHarness ui;
    Conversation row = conversation_with("Tom Becker", 7, kNow - 30 * kHour);
    row.platform = Platform::kMessenger;
    ui.start_signed_in(snapshot_of({row}));
    ui.click(Role::kListRow, "Tom Becker");
    ui.page(page_of({}));
    CHECK_FALSE(ui.sees(Role::kSearchField, "Search 0 templates"));
    CHECK_FALSE(ui.sees(Role::kButton, "Choose a template"));
    CHECK(ui.platform.count_requests("GET", kTemplates) == 0);
}

}  // namespace
}  // namespace roost
