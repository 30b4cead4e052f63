// The settings as a place: how one comes there and back, and one's own account.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr std::string_view kDevices =
    R"({"sessions":[)"
    R"({"id":"1","device":"Firefox on Linux","address":"127.0.0.1","started_at":"2026-09-20T12:00:00Z",)"
    R"("last_used_at":"2026-09-21T12:00:00Z","is_current":true},)"
    R"({"id":"2","device":"Chrome on Android","address":"10.0.0.7","started_at":"2026-09-19T12:00:00Z",)"
    R"("last_used_at":"2026-09-19T13:00:00Z","is_current":false}]})";
const std::string kSessions = "/api/v1/sessions";

}  // namespace

TEST_CASE("settings: the rail leads there, Escape leads back, and the conversation is still open") {
    SettingsCase ui("agent");
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.focus(Role::kButton, "Settings");
    ui.click(Role::kButton, "Settings");
    CHECK(ui.platform.fragment == "#/settings/account");
    CHECK(ui.platform.title == "Settings · Roost");
    CHECK(ui.see(Role::kButton, "Settings").is_current);
    CHECK_FALSE(ui.see(Role::kButton, "Inbox").is_current);
    CHECK(ui.platform.focused == ui.see(Role::kButton, "My account").key);
    CHECK_FALSE(ui.sees(Role::kListRow));
    ui.press("j");
    ui.press("Escape");
    CHECK(ui.platform.fragment == "#/inbox/7");
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Settings").key);
}

TEST_CASE("settings: a link leads to a section, and another link to the inbox again") {
    SettingsCase ui("admin");
    ui.platform.push(platform::UrlChanged{"#/settings/people"});
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Agents and roles"));
    CHECK(ui.see(Role::kButton, "Agents and roles").is_current);
    ui.platform.push(platform::UrlChanged{"#/inbox"});
    ui.run_frames();
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
}

TEST_CASE("settings: only what the role may is listed, and a link elsewhere leads to the account") {
    SettingsCase ui("agent");
    ui.open("account");
    CHECK_FALSE(ui.sees(Role::kButton, "Agents and roles"));
    CHECK_FALSE(ui.sees(Role::kButton, "API keys"));
    CHECK_FALSE(ui.sees(Role::kButton, "Audit log"));
    ui.open("log");
    CHECK(ui.platform.fragment == "#/settings/account");
    CHECK(ui.platform.count_requests("GET", "/api/v1/audit") == 0);
    SettingsCase admin("admin");
    admin.open("log");
    CHECK(admin.sees(Role::kHeading, "Audit log"));
}

TEST_CASE("settings: on a phone the sections come one after the other, and every control is large enough") {
    SettingsCase ui("admin", 360, 740);
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Settings");
    CHECK(ui.platform.fragment == "#/settings");
    CHECK(ui.see(Role::kMain).label == "Settings");
    ui.click(Role::kButton, "My account");
    ui.answer("GET", kSessions, ok(std::string(kDevices)));
    CHECK_FALSE(ui.sees(Role::kNavigation, "Sections"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Back to the sections").key);
    for (const ui::Node& node : ui.platform.tree) {
        const bool is_control = node.role == Role::kButton || node.field;
        if (is_control) CHECK_MESSAGE(node.rect.height >= 44, node.label);
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 360, node.label);
    }
    ui.press("Escape");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "My account").key);
    ui.press("Escape");
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    CHECK(ui.platform.fragment == "#/inbox");
}

TEST_CASE("settings: between phone and desk the list stands alone where both have no room") {
    SettingsCase ui("agent", 640, 800);
    ui.open("");
    CHECK(ui.sees(Role::kNavigation, "Sections"));
    CHECK(ui.see(Role::kMain).label == "Settings");
    ui.platform.resize(1000, 800);
    ui.run_frames();
    CHECK(ui.sees(Role::kNavigation, "Sections"));
    CHECK(ui.sees(Role::kMain, "My account"));
}

TEST_CASE("settings: what happens meanwhile goes on beneath, unread") {
    SettingsCase ui("agent");
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Habari!")}));
    ui.open("account");
    const int before = ui.platform.count_requests("POST", "/api/v1/conversations/7/read");
    Conversation row = conversation_with("Amina Yusuf", 7, kNow, 1);
    row.rev = {105};
    ui.event({105}, ConversationChanged{row, {}});
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == before);
    ui.press("Escape");
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf"));
}

TEST_CASE("settings: the account tells who one is, and which role that is") {
    SettingsCase ui("supervisor");
    ui.open("account");
    const ui::Node& me = ui.see(Role::kListItem, "Sofia Otieno, Supervisor");
    CHECK(ui.sees(Role::kText, "sofia@example.com"));
    CHECK(me.rect.width > 400);
    CHECK(ui.sees(Role::kText, "An administrator can change"));
}

TEST_CASE("settings: the password is changed, and what is wrong stands at its field") {
    SettingsCase ui("agent");
    ui.open("account");
    CHECK(ui.see_field("New password").role == Role::kPasswordField);
    CHECK(ui.see_field("New password").field->autocomplete == "new-password");
    ui.click(Role::kButton, "Change password");
    CHECK(ui.see_field("Current password").description == "Fill this in");
    CHECK(ui.platform.focused == ui.see_field("Current password").key);
    ui.type("Current password", "what it was");
    ui.type("New password", "short");
    ui.click(Role::kButton, "Change password");
    CHECK(ui.see(Role::kButton, "Change password").is_disabled);
    const std::string path = "/api/v1/auth/password";
    CHECK(ui.sent(path)["old_password"] == "what it was");
    CHECK(ui.sent(path)["password"] == "short");
    ui.answer("POST", path, problem(400, "'password' must have at least 10 characters."));
    CHECK(ui.see_field("New password").description.find("at least 10") != std::string::npos);
    CHECK(ui.see_field("Current password").description.empty());
    ui.press_enter("New password");
    ui.answer("POST", path, problem(403, "The old password is wrong."));
    CHECK(ui.see_field("Current password").description.find("is wrong") != std::string::npos);
    ui.press_enter("New password");
    ui.answer("POST", path, {204, ""});
    CHECK(ui.sees(Role::kText, "The password is changed."));
    CHECK(ui.value("New password").empty());
    CHECK(ui.platform.announced.back().first.starts_with("The password is changed."));
}

TEST_CASE("settings: devices in plain words; one is signed out, or all others") {
    SettingsCase ui("agent");
    ui.open("account");
    CHECK(ui.sees(Role::kText, "Loading Signed-in devices"));
    ui.answer("GET", kSessions, ok(std::string(kDevices)));
    CHECK(ui.sees(Role::kListItem, "Firefox on Linux, This device"));
    CHECK(ui.sees(Role::kText, "10.0.0.7 · Signed in "));
    CHECK_FALSE(ui.sees(Role::kButton, "Sign out: Firefox"));
    ui.click(Role::kButton, "Sign out: Chrome on Android");
    CHECK(ui.see(Role::kButton, "Sign out: Chrome on Android").is_disabled);
    ui.answer("DELETE", kSessions + "/2", problem(500, "The disk is full."));
    CHECK(ui.sees(Role::kText, "The server answered with an error"));
    ui.click(Role::kButton, "Sign out: Chrome on Android");
    ui.answer("DELETE", kSessions + "/2", {204, ""});
    CHECK_FALSE(ui.sees(Role::kListItem, "Chrome on Android"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "My account").key);
    ui.answer("GET", kSessions, ok(std::string(kDevices)));
    ui.click(Role::kButton, "Sign out all others");
    ui.answer("DELETE", kSessions, {204, ""});
    CHECK_FALSE(ui.sees(Role::kListItem, "Chrome on Android"));
}

TEST_CASE("settings: a list that did not come says so and can be tried again") {
    SettingsCase ui("agent");
    ui.open("account");
    ui.answer("GET", kSessions, unreachable());
    CHECK(ui.sees(Role::kText, "The server cannot be reached"));
    ui.click(Role::kButton, "Try again");
    ui.answer("GET", kSessions, ok(std::string(kDevices)));
    CHECK(ui.sees(Role::kListItem, "Firefox on Linux"));
}

TEST_CASE("settings: mirrored, the sections stand at the right") {
    SettingsCase ui("admin", 1440, 900, "ar");
    ui.open("account");
    CHECK(ui.see(Role::kButton, "حسابي").rect.x > 1100);
    CHECK(ui.sees(Role::kHeading, "كلمة المرور"));
}

TEST_CASE("settings: the palette leads there, and from there to a conversation") {
    SettingsCase ui("agent");
    ui.press_control("k");
    ui.type("Find a conversation or an action", "settings");
    ui.press_enter("Find a conversation or an action");
    CHECK(ui.sees(Role::kMain, "My account"));
    ui.press_control("k");
    ui.type("Find a conversation or an action", "amina");
    ui.press_enter("Find a conversation or an action");
    CHECK(ui.platform.fragment == "#/inbox/7");
    CHECK_FALSE(ui.sees(Role::kMain, "My account"));
}

}  // namespace roost
