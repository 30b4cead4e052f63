// The menu of what else can be sent, and the dialogs that write it.
#include "client-wasm/views/editor.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

struct Open : UiHarness {
    explicit Open(float width = 1440, float height = 900) {
        platform.resize(width, height);
        start_signed_in(snapshot_of(
            {conversation_with("Amina Yusuf", 7, kNow - kMinute),
             conversation_with("Peter Kamau", 8, kNow - 2 * kMinute)}
        ));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow - kMinute, "Hello")}));
    }
    void edit(std::string_view kind) {
        click(Role::kButton, "Attach files");
        click(Role::kMenuItem, kind);
    }
    Json sent() {
        const auto found =
            std::find_if(platform.requests.rbegin(), platform.requests.rend(), [](const auto& one) {
                return one.method == "POST" && one.path == "/api/v1/conversations/7/messages";
            });
        REQUIRE(found != platform.requests.rend());
        return *parse_json(found->body);
    }
    // The server takes what was sent last, so that the next may go.
    void take() {
        Message message = text_from_agent(50, kNow, "", DeliveryStatus::kSent);
        message.client_ref = string_or(sent(), "client_ref", "");
        message.content = parse_content(sent());
        REQUIRE(platform.respond("POST", "/api/v1/conversations/7/messages", accepted(message)));
        run_frames();
    }
    int messages_sent() { return platform.count_requests("POST", "/api/v1/conversations/7/messages"); }
};

TEST_CASE("attach menu: it lists what can be sent, moves by arrows, and Escape leads back to its button") {
    Open ui;
    ui.focus(Role::kButton, "Attach files");
    ui.click(Role::kButton, "Attach files");
    CHECK(ui.see(Role::kButton, "Attach files").is_expanded == true);
    CHECK(ui.count(Role::kMenuItem) == 7);
    ui.press("ArrowDown");
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kMenuItem, "Contact").key);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kMenu));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Attach files").key);
}

TEST_CASE("editor: a place is written beside its bubble and sent as one") {
    Open ui;
    ui.edit("Location");
    CHECK(ui.see(Role::kDialog, "Location").key != 0);
    CHECK(ui.platform.focused == ui.see_field("Latitude").key);
    ui.click(Role::kButton, "Send");
    CHECK(ui.messages_sent() == 0);
    CHECK(ui.sees(Role::kText, "Latitude and longitude are missing"));
    ui.type("Latitude", "-4.0435, 39.7163");
    CHECK(ui.value("Latitude") == "-4.0435, 39.7163");  // more may follow
    ui.focus(Role::kTextField, "Name of the place");
    ui.pass(1);
    CHECK(ui.value("Latitude") == "-4.0435");
    CHECK(ui.value("Longitude") == "39.7163");
    CHECK_FALSE(ui.sees(Role::kText, "Latitude and longitude are missing"));
    ui.type("Name of the place", "Nyali Golf View");
    CHECK(ui.sees(Role::kText, "Nyali Golf View"));
    ui.press_enter("Name of the place");
    CHECK_FALSE(ui.sees(Role::kDialog));
    const Json body = ui.sent();
    CHECK(body["type"] == "location");
    CHECK(body["location"]["latitude"] == -4.0435);
    CHECK(body["location"]["name"] == "Nyali Golf View");
    CHECK(ui.see(Role::kMessage, "You,").label.ends_with(": Nyali Golf View"));
}

TEST_CASE("editor: a contact is picked from those who wrote, or typed") {
    Open ui;
    ui.edit("Contact");
    CHECK_FALSE(ui.sees(Role::kButton, "Amina Yusuf ·"));
    ui.type("Name", "zz");
    CHECK_FALSE(ui.sees(Role::kButton, "Peter Kamau ·"));
    ui.type("Name", "pet");
    ui.click(Role::kButton, "Peter Kamau ·");
    CHECK(ui.value("Name") == "Peter Kamau");
    ui.click(Role::kButton, "Send");
    const Json card = ui.sent()["contacts"][0];
    CHECK(card["name"]["formatted_name"] == "Peter Kamau");
    CHECK_FALSE(string_or(card["phones"][0], "wa_id", "").empty());

    ui.take();
    ui.edit("Contact");
    ui.type("Name", "Juma");
    ui.type("Telephone number", "+255 754 220 761");
    ui.click(Role::kButton, "Send");
    CHECK(ui.sent()["contacts"][0]["phones"][0]["phone"] == "+255 754 220 761");
    CHECK_FALSE(ui.sent()["contacts"][0]["phones"][0].contains("wa_id"));
}

TEST_CASE("editor: buttons stand in the bubble while they are written, and limits hold") {
    Open ui;
    ui.edit("Reply buttons");
    ui.type("Text", "Shall we keep this visit?");
    ui.type("Button 1", "Yes, keep it");
    ui.type("Button 2", "Another day is better for us");
    CHECK(ui.see(Role::kText, "Shall we keep this visit?\nYes, keep it").key != 0);
    CHECK(ui.sees(Role::kText, "8 too many"));
    ui.click(Role::kButton, "Send");
    CHECK(ui.messages_sent() == 0);
    CHECK(ui.platform.focused == ui.see_field("Button 2").key);
    ui.type("Button 2", "Another day");
    CHECK(ui.sees(Role::kText, "9 left"));
    ui.click(Role::kButton, "Send");
    const Json body = ui.sent();
    CHECK(body["interactive"]["action"]["buttons"][1]["reply"]["title"] == "Another day");
    CHECK(body["interactive"]["body"]["text"] == "Shall we keep this visit?");
}

TEST_CASE("editor: a list takes more entries, and what was begun is there when it is opened again") {
    Open ui(390, 844);
    ui.edit("List of choices");
    ui.type("Text", "Please choose");
    ui.type("Entry 1", "8:00");
    ui.click(Role::kButton, "Add an entry");
    CHECK(ui.platform.focused == ui.see_field("Entry 3").key);
    ui.click(Role::kButton, "Close");
    CHECK_FALSE(ui.sees(Role::kDialog));
    ui.edit("List of choices");
    CHECK(ui.value("Entry 1") == "8:00");
    ui.type("Button that opens the list", "See the times");
    ui.click(Role::kButton, "Send");
    CHECK(ui.sent()["interactive"]["action"]["sections"][0]["rows"].size() == 1);
    ui.edit("List of choices");
    CHECK(ui.value("Entry 1").empty());
}

TEST_CASE("editor: a list takes sections, up to ten entries in all") {
    Open ui;
    ui.edit("List of choices");
    ui.type("Text", "When does it suit you?");
    ui.type("Button that opens the list", "See the times");
    ui.type("Entry 1", "8:00");
    CHECK_FALSE(ui.sees(Role::kTextField, "Section 1"));
    ui.click(Role::kButton, "Add a section");
    CHECK(ui.platform.focused == ui.see_field("Section 1").key);
    ui.type("Section 1", "Morning");
    ui.type("Section 2", "Afternoon");
    ui.type("Entry 3", "14:00");
    for (int i = 0; i < 7; ++i)
        ui.click(Role::kButton, "Add an entry");
    CHECK(ui.see_field("Entry 10").key != 0);
    CHECK_FALSE(ui.sees(Role::kButton, "Add a section"));
    ui.click(Role::kButton, "Send");
    const Json sections = ui.sent()["interactive"]["action"]["sections"];
    CHECK(sections.size() == 2);
    CHECK(sections[1]["title"] == "Afternoon");
    CHECK(sections[1]["rows"][0]["title"] == "14:00");
}

TEST_CASE("editor: a link and a question for the place") {
    Open ui;
    ui.edit("Link button");
    ui.type("Text", "Your project");
    ui.type("Words on the button", "Open project");
    ui.type("Address of the page", "roost.example");
    ui.click(Role::kButton, "Send");
    CHECK(ui.sees(Role::kText, "An address that begins with https:// is missing"));
    ui.type("Address of the page", "https://roost.example/118");
    ui.click(Role::kButton, "Send");
    CHECK(ui.sent()["interactive"]["action"]["parameters"]["url"] == "https://roost.example/118");

    ui.take();
    ui.edit("Ask for the location");
    ui.type("Text", "Where is it?");
    ui.click(Role::kButton, "Send");
    CHECK(ui.sent()["interactive"]["type"] == "location_request_message");
    CHECK(ui.count(Role::kMessage, "You,") == 2);
}

}  // namespace
}  // namespace roost
