// A conversation is begun with a number.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kConversations = "/api/v1/conversations";

platform::Response row_of(std::int64_t id, int status) {
    Conversation row;
    row.id = {id};
    row.rev = {100};
    row.account = {1};
    row.wa_id = "4915112345678";
    return {status, dump_json(write_conversation(row))};
}

}  // namespace

TEST_CASE("start: a number is asked for, and what is none is told at its field") {
    SettingsCase ui("agent");
    ui.click(Role::kButton, "New conversation");
    CHECK(ui.sees(Role::kDialog, "New conversation"));
    CHECK(ui.platform.focused == ui.see_field("Telephone number").key);
    CHECK_FALSE(ui.sees(Role::kGroup, "From which of our numbers"));
    ui.type("Telephone number", "0712 345 678");
    CHECK(ui.see_field("Telephone number").description.find("not a number") == std::string::npos);
    ui.click(Role::kButton, "Start");
    CHECK(ui.see_field("Telephone number").description.find("not a number") != std::string::npos);
    CHECK_FALSE(ui.platform.is_waiting("POST", kConversations));
}

TEST_CASE("start: the conversation opens, and asks for a template where the composer would be") {
    SettingsCase ui("agent");
    ui.click(Role::kButton, "New conversation");
    ui.type("Telephone number", "+49 1511 2345678");
    ui.press_enter("Telephone number");
    CHECK(ui.sent(kConversations) == Json{{"number", "+49 1511 2345678"}});
    CHECK(ui.see(Role::kButton, "Start").is_disabled);
    ui.answer("POST", kConversations, row_of(12, 201));
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.fragment == "#/inbox/12");
    CHECK(ui.sees(Role::kHeading, "+49 151 123 456 78"));
    CHECK_FALSE(ui.sees(Role::kTextArea));
}

TEST_CASE("start: on the page of a record it is linked to it under the name that the page gave") {
    SettingsCase ui("agent", 1440, 900, "en", [](Snapshot& snapshot) {
        snapshot.page = reach_of({"project", "118"});
    });
    Json grant = parse_json(session().body).value();
    const Json roof{
        {"type", "project"}, {"id", "118"}, {"title", "Roof"}, {"url", "https://crm.example/118"}};
    grant["only"] = roof;
    ui.platform.answer("POST", "/api/v1/auth/refresh", {200, dump_json(grant)});
    ui.reload();
    ui.click(Role::kButton, "New conversation");
    ui.type("Telephone number", "+49 1511 2345678");
    ui.press_enter("Telephone number");
    CHECK(ui.sent(kConversations) == Json{{"number", "+49 1511 2345678"}, {"entity", roof}});
}

TEST_CASE("start: from which of several numbers, and the server's refusal in its place") {
    SettingsCase ui("agent");
    ui.event({101}, AccountNamed{{1}, {"Savanna Solar", "+254 700 555 010"}});
    ui.event({102}, AccountNamed{{2}, {"Savanna Wind", "+254 700 555 020"}});
    ui.press_control("k");
    ui.click(Role::kOption, "New conversation");
    ui.click(Role::kButton, "Savanna Wind");
    ui.type("Telephone number", "+4915112345678");
    ui.click(Role::kButton, "Start");
    CHECK(ui.sent(kConversations)["account"] == "2");
    ui.answer("POST", kConversations, problem(409, "No number is connected."));
    CHECK(ui.sees(Role::kDialog, "New conversation"));
    CHECK(ui.sees(Role::kText, "The server refused this: No number is connected."));
}

TEST_CASE("start: offered to who may write, also on a phone, but not on the page of one person") {
    SettingsCase viewer("viewer");
    CHECK_FALSE(viewer.sees(Role::kButton, "New conversation"));
    SettingsCase ui("agent", 360, 740);
    const ui::Node& button = ui.see(Role::kButton, "New conversation");
    CHECK(button.rect.height >= 44);
    CHECK(button.rect.x + button.rect.width < 250);
    SettingsCase of_record("agent", 1440, 900, "en", [](Snapshot& snapshot) {
        snapshot.page = reach_of({"project", "118"});
    });
    CHECK(of_record.sees(Role::kButton, "New conversation"));
    SettingsCase of_person("agent", 1440, 900, "en", [](Snapshot& snapshot) {
        snapshot.page = reach_of_number("254712345678");
    });
    CHECK_FALSE(of_person.sees(Role::kButton, "New conversation"));
    // A list of one is no choice.
    CHECK(of_person.sees(Role::kHeading, "Amina Yusuf"));
    CHECK_FALSE(of_record.sees(Role::kHeading, "Amina Yusuf"));
}

}  // namespace roost
