// Administrators see who is there, change what each may, and invite others.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr std::string_view kAgents =
    R"({"agents":[{"id":"3","name":"Sofia Otieno","email":"sofia@example.com","role":"admin","is_active":true},)"
    R"({"id":"4","name":"Ben","email":"ben@example.com","role":"agent","is_active":true},)"
    R"({"id":"5","name":"Clara","email":"clara@example.com","role":"viewer","is_active":false}]})";
constexpr std::string_view kInvitations =
    R"({"invitations":[{"id":"9","email":"omar@example.com","name":"Omar","role":"agent","invited_by":"3",)"
    R"("created_at":"2026-09-20T12:00:00Z","expires_at":"2026-09-27T12:00:00Z"}]})";
const std::string kPath = "/api/v1/agents";
const std::string kInvitationsPath = "/api/v1/invitations";

struct People : SettingsCase {
    explicit People(float width = 1440) : SettingsCase("admin", width, 900) {
        open("people");
        answer("GET", kPath, ok(std::string(kAgents)));
        answer("GET", kInvitationsPath, ok(R"({"invitations":[]})"));
    }
};

}  // namespace

TEST_CASE("people: each with name, address, role, and whether they may come in") {
    People ui;
    CHECK(ui.sees(Role::kListItem, "Sofia Otieno, You"));
    CHECK(ui.sees(Role::kListItem, "Clara, Deactivated"));
    CHECK(ui.sees(Role::kText, "Agent · ben@example.com"));
    CHECK_FALSE(ui.sees(Role::kHeading, "Open invitations"));
}

TEST_CASE("people: a role and a name are changed; Escape changes nothing and leads back") {
    People ui;
    ui.focus(Role::kButton, "Edit: Ben");
    ui.click(Role::kButton, "Edit: Ben");
    CHECK(ui.platform.focused == ui.see_field("Name").key);
    CHECK(ui.value("Name") == "Ben");
    CHECK(ui.see(Role::kButton, "Supervisor").is_pressed == false);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Edit: Ben").key);
    ui.click(Role::kButton, "Edit: Ben");
    ui.click(Role::kButton, "Viewer");
    ui.type("Name", "Ben Okoro");
    ui.click(Role::kButton, "Save");
    CHECK(ui.see(Role::kButton, "Save").is_disabled);
    CHECK(ui.sent(kPath + "/4") == Json{{"name", "Ben Okoro"}, {"role", "viewer"}});
    ui.answer("PATCH", kPath + "/4", ok("{}"));
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.is_waiting("GET", kPath));
}

TEST_CASE("people: deactivating is asked about; the last administrator's refusal is told in the dialog") {
    People ui;
    ui.click(Role::kButton, "Edit: Sofia");
    ui.click(Role::kButton, "Deactivate");
    CHECK(ui.sees(Role::kDialog, "Deactivate Sofia Otieno?"));
    CHECK(ui.sees(Role::kText, "They are signed out everywhere"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Cancel").key);
    CHECK(ui.platform.count_requests("PATCH", kPath) == 0);
    ui.click(Role::kButton, "Deactivate");
    CHECK(ui.sent(kPath + "/3") == Json{{"is_active", false}});
    ui.answer("PATCH", kPath + "/3", problem(409, "This is the last administrator."));
    bool is_told = false;
    for (const ui::Node& node : ui.platform.tree)
        is_told = is_told || node.label.find("This is the last administrator.") != std::string::npos;
    CHECK(is_told);
    ui.click(Role::kButton, "Cancel");
    CHECK_FALSE(ui.sees(Role::kDialog));
    ui.click(Role::kButton, "Edit: Clara");
    ui.click(Role::kButton, "Reactivate");
    CHECK(ui.sent(kPath + "/5") == Json{{"is_active", true}});
}

TEST_CASE("people: a link for somebody new is shown once, to be copied") {
    People ui;
    ui.click(Role::kButton, "Invite");
    ui.click(Role::kButton, "Make a link");
    CHECK(ui.see_field("Name").description == "Fill this in");
    ui.type("Name", "Omar");
    ui.type("E-mail", "omar@example.com");
    ui.click(Role::kButton, "Supervisor");
    ui.click(Role::kButton, "Make a link");
    const Json sent = ui.sent(kPath);
    CHECK(sent == Json{{"name", "Omar"}, {"email", "omar@example.com"}, {"role", "supervisor"}});
    ui.answer("POST", kPath, problem(409, "There is already somebody with this address."));
    CHECK(ui.value("Name") == "Omar");
    ui.click(Role::kButton, "Make a link");
    const std::string row = R"({"id":"9","name":"Omar","expires_at":"2026-09-27T12:00:00Z"})";
    ui.answer("POST", kPath, {201, R"({"link":"https://roost.example/join#x","invitation":)" + row + "}"});
    CHECK(ui.sees(Role::kText, "https://roost.example/join#x"));
    CHECK(ui.sees(Role::kText, "Send this link to Omar."));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Copy").key);
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == "https://roost.example/join#x");
    ui.answer("GET", kInvitationsPath, ok(std::string(kInvitations)));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kText, "https://roost.example"));
    ui.click(Role::kButton, "Withdraw: Omar");
    ui.answer("DELETE", kInvitationsPath + "/9", {204, ""});
    CHECK_FALSE(ui.sees(Role::kListItem, "Omar"));
}

TEST_CASE("people: a link that comes after the dialog was closed is shown all the same") {
    People ui;
    ui.click(Role::kButton, "Invite");
    ui.type("Name", "Omar");
    ui.type("E-mail", "omar@example.com");
    ui.press_enter("E-mail");
    ui.press("Escape");
    ui.answer(
        "POST", kPath, {201, R"({"link":"https://roost.example/join#x","invitation":{"name":"Omar"}})"}
    );
    CHECK(ui.sees(Role::kText, "https://roost.example/join#x"));
}

TEST_CASE("people: who is alone reads what to do, and a phone shows it all without the edge") {
    SettingsCase ui("admin", 360, 740);
    ui.open("people");
    CHECK(ui.sees(Role::kText, "Loading Agents and roles"));
    ui.answer(
        "GET", kPath, ok(R"({"agents":[{"id":"3","name":"Sofia","email":"s@example.com","role":"admin"}]})")
    );
    CHECK(ui.sees(Role::kText, "You are alone here so far."));
    ui.click(Role::kButton, "Invite");
    CHECK(ui.see(Role::kDialog, "Invite").rect.width == 360);
    for (const ui::Node& node : ui.platform.tree) {
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 360, node.label);
        if (node.role == Role::kButton) CHECK_MESSAGE(node.rect.height >= 44, node.label);
    }
}

TEST_CASE("people: whose own role is changed sees at once only what is left") {
    People ui;
    ui.click(Role::kButton, "Edit: Sofia");
    ui.click(Role::kButton, "Supervisor");
    ui.click(Role::kButton, "Save");
    ui.answer("PATCH", kPath + "/3", ok("{}"));
    ui.answer(
        "GET",
        "/api/v1/auth/me",
        ok(R"({"id":"3","name":"Sofia","role":"agent","permissions":["read","send","own_account"]})")
    );
    CHECK(ui.platform.fragment == "#/settings/account");
    CHECK_FALSE(ui.sees(Role::kButton, "Agents and roles"));
}

}  // namespace roost
