// Keys of other programs, and the log of who did what.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kKeys = "/api/v1/api-keys";
const std::string kAudit = "/api/v1/audit";

std::string entry(int id, std::string_view action, std::string_view more) {
    return R"({"id":")" + std::to_string(id) + R"(","at":"2026-09-21T12:00:00Z","action":")" +
           std::string(action) + "\"" + std::string(more) + "}";
}

std::string page_from(int first, int count, std::string_view next) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += (i == 0 ? "" : ",") + entry(first - i, "agent.changed", R"(,"agent":"3","name":"Sofia")");
    return R"({"entries":[)" + all + "]" + std::string(next) + "}";
}

}  // namespace

TEST_CASE("keys: none yet, one is made with what it may, shown once, and revoked") {
    SettingsCase ui("admin");
    ui.open("keys");
    ui.answer("GET", kKeys, ok(R"({"api_keys":[]})"));
    CHECK(ui.sees(Role::kText, "No API keys yet"));
    CHECK(ui.sees(Role::kText, "A key lets another program"));
    ui.click(Role::kButton, "New key");
    CHECK(ui.count(Role::kCheckBox) == 11);
    CHECK(ui.sees(Role::kCheckBox, "Manage sites"));
    ui.type("Name", "Billing");
    ui.click(Role::kButton, "Save");
    CHECK(ui.see(Role::kGroup, "What it may do").description == "Choose at least one");
    ui.click(Role::kCheckBox, "Read conversations");
    CHECK(ui.see(Role::kCheckBox, "Read conversations").is_selected);
    ui.click(Role::kCheckBox, "Write to customers");
    ui.click(Role::kCheckBox, "Write to customers");
    CHECK_FALSE(ui.see(Role::kCheckBox, "Write to customers").is_selected);
    for (const std::string_view wrong : {"0", "367", "ten", ""}) {
        ui.type("Days until it ends", wrong);
        ui.click(Role::kButton, "Save");
        CHECK(ui.see_field("Days until it ends").description == "From 1 to 366");
    }
    ui.type("Days until it ends", "30");
    ui.click(Role::kButton, "Save");
    CHECK(ui.sent(kKeys)["name"] == "Billing");
    CHECK(ui.sent(kKeys)["scope"] == Json::array({"read"}));
    CHECK(ui.sent(kKeys)["expires_at"].get<std::string>().starts_with("2026-10-21T"));
    ui.answer("POST", kKeys, {201, R"({"api_key":{"name":"Billing"},"token":"rst_abc"})"});
    CHECK(ui.sees(Role::kText, "rst_abc"));
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == "rst_abc");
    ui.answer(
        "GET",
        kKeys,
        ok(R"({"api_keys":[{"id":"2","name":"Billing","scope":["read"],"expires_at":"2026-10-21T12:00:00Z"}]})"
        )
    );
    ui.click(Role::kButton, "I have copied it");
    CHECK_FALSE(ui.sees(Role::kText, "rst_abc"));
    CHECK(ui.sees(Role::kText, "Read conversations and files · Never used · Ends "));
    ui.click(Role::kButton, "Revoke: Billing");
    CHECK(ui.sees(Role::kDialog, "Revoke “Billing”?"));
    ui.press_exactly("Revoke");
    ui.answer("DELETE", kKeys + "/2", {204, ""});
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sees(Role::kText, "No API keys yet"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "API keys").key);
}

TEST_CASE("log: a table of who did what, to what and from where, and older entries as one scrolls") {
    SettingsCase ui("admin");
    ui.open("log");
    CHECK(ui.sees(Role::kText, "Loading Audit log"));
    ui.answer("GET", kAudit + "?limit=50", ok(page_from(200, 50, R"(,"next":"151")")));
    CHECK(ui.count(Role::kColumnHeader) == 5);
    CHECK(ui.sees(Role::kTableRow, "Changed an agent"));
    CHECK(ui.sees(Role::kCell, "Sofia"));
    CHECK_FALSE(ui.platform.is_waiting("GET", kAudit));
    ui.scroll(Role::kRowGroup, 1500);
    ui.answer("GET", kAudit + "?limit=50&before=151", ok(page_from(150, 20, "")));
    CHECK(ui.see(Role::kRowGroup).scroller->content_height == 70 * 44);
    CHECK_FALSE(ui.platform.is_waiting("GET", kAudit));
}

TEST_CASE("log: what nobody did is told of the house, what a key did of its owner, what is new by its name") {
    SettingsCase ui("admin");
    ui.open("log");
    const std::string all = entry(4, "number.connected", R"(,"agent":"3","name":"Sofia","subject":"106")") +
                            "," + entry(6, "record.linked", R"(,"agent":"3","name":"Sofia")") + "," +
                            entry(5, "widget.opened", R"(,"agent":"3","name":"Sofia")") + "," +
                            entry(3, "moon.landed", R"(,"subject":"Ben","detail":"agent → viewer")") + "," +
                            entry(2, "api_key.made", R"(,"agent":"3","name":"Sofia","api_key":"8")") + "," +
                            entry(1, "session.refused", R"(,"address":"10.0.0.7")");
    ui.answer("GET", kAudit, ok(R"({"entries":[)" + all + "]}"));
    CHECK(ui.sees(Role::kCell, "Connected a number"));
    CHECK(ui.sees(Role::kCell, "Linked to a record"));
    CHECK(ui.sees(Role::kCell, "Opened the inbox in a site"));
    CHECK(ui.sees(Role::kCell, "moon.landed"));
    CHECK(ui.sees(Role::kCell, "Ben · agent → viewer"));
    CHECK(ui.sees(Role::kCell, "A key of Sofia"));
    CHECK(ui.sees(Role::kCell, "Failed to sign in"));
    CHECK(ui.sees(Role::kCell, "10.0.0.7"));
    CHECK(ui.sees(Role::kCell, "Roost"));
}

TEST_CASE("log: on a phone the words stand below each other; it is saved as a table") {
    SettingsCase ui("admin", 360, 740);
    ui.open("log");
    ui.answer("GET", kAudit, ok(page_from(9, 3, "")));
    CHECK(ui.count(Role::kTableRow) == 3);
    CHECK(ui.count(Role::kCell) == 15);
    ui.click(Role::kButton, "Export");
    CHECK(ui.see(Role::kButton, "Export").is_disabled);
    ui.answer("GET", kAudit + "/export", ok("id,at\n9,x\n"));
    REQUIRE(ui.platform.saved.size() == 1);
    CHECK(
        ui.platform.saved.front() == std::pair<std::string, std::string>("roost-audit.csv", "id,at\n9,x\n")
    );
    CHECK_FALSE(ui.see(Role::kButton, "Export").is_disabled);
}

}  // namespace roost
