// Who looks after conversations, teams, and who is here.
#include <doctest/doctest.h>

#include "client-wasm/views/conversation_list.h"
#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kRow = "/api/v1/conversations/7";
constexpr AgentId kMe{3};
constexpr AgentId kBen{11};
constexpr AgentId kChandra{12};
constexpr AgentId kVera{13};
constexpr TeamId kSales{3};

void with_people(Snapshot& snapshot) {
    const auto add = [&](AgentId id, std::string name, Availability availability, bool may_answer) {
        snapshot.colleagues[id] = {id, std::move(name), availability, may_answer};
    };
    add(snapshot.me.id, snapshot.me.name, Availability::kOnline, snapshot.me.role != "viewer");
    add(kBen, "Ben Otieno", Availability::kOffline, true);
    add(kChandra, "Chandra Rao", Availability::kAway, true);
    add(kVera, "Vera Lind", Availability::kOnline, false);
    snapshot.teams[kSales] = {kSales, "Sales", {snapshot.me.id, kBen}};
}

Conversation amina(AgentId assignee, TeamId team = {}, std::int64_t rev = 105) {
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.rev = {rev};
    row.assignee = assignee;
    row.team = team;
    return row;
}

struct TeamCase : SettingsCase {
    explicit TeamCase(std::string_view role = "agent", float width = 1440, std::string language = "en")
        : SettingsCase(role, width, 900, std::move(language), with_people) {}

    void open_thread() {
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow, "Habari!")}));
    }
    void be_assigned(AgentId to, TeamId team = {}, std::int64_t rev = 105) {
        event({rev}, ConversationChanged{amina(to, team, rev), {}});
    }
    // What is written for the one request.
    Json asked() { return sent(kRow); }
};

}  // namespace

TEST_CASE("assign: who is here first, viewers not at all; chosen at once, and kept by the event") {
    TeamCase ui;
    ui.open_thread();
    ui.click(Role::kButton, "Assign");
    CHECK(ui.sees(Role::kDialog, "Assign"));
    CHECK(ui.platform.focused == ui.see_field("Find a colleague").key);
    CHECK(ui.sees(Role::kButton, "Me"));
    CHECK_FALSE(ui.sees(Role::kButton, "Vera Lind"));
    CHECK(
        ui.see(Role::kButton, "Chandra Rao · Away").rect.x <
        ui.see(Role::kButton, "Ben Otieno · Offline").rect.x
    );
    CHECK(ui.see(Role::kButton, "Nobody").is_pressed == true);
    ui.click(Role::kButton, "Ben Otieno · Offline");
    CHECK_FALSE(ui.sees(Role::kDialog, "Assign"));
    CHECK(ui.sees(Role::kButton, "Assigned to Ben Otieno"));
    CHECK(ui.asked() == Json{{"assignee", "11"}});
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf, Assigned to Ben Otieno"));
    ui.be_assigned(kBen);
    ui.answer("PATCH", kRow, {200, "{}"});
    CHECK(ui.sees(Role::kButton, "Assigned to Ben Otieno"));
}

TEST_CASE("assign: found by name, with the keyboard alone") {
    TeamCase ui;
    ui.open_thread();
    ui.press("a");
    ui.type("Find a colleague", "chan");
    CHECK_FALSE(ui.sees(Role::kButton, "Ben Otieno"));
    ui.press_enter("Find a colleague");
    CHECK(ui.asked() == Json{{"assignee", "12"}});
}

TEST_CASE("assign: to nobody and to a team; what is the same asks nothing") {
    TeamCase ui;
    ui.open_thread();
    ui.be_assigned(kBen, kSales);
    ui.click(Role::kButton, "Assigned to Ben Otieno");
    ui.click(Role::kButton, "Sales");
    CHECK_FALSE(ui.platform.is_waiting("PATCH", kRow));
    ui.click(Role::kButton, "Assigned to Ben Otieno");
    ui.click(Role::kButton, "No team");
    CHECK(ui.asked() == Json{{"team", nullptr}});
    ui.answer("PATCH", kRow, {200, "{}"});
    ui.click(Role::kButton, "Assigned to Ben Otieno");
    ui.click(Role::kButton, "Nobody");
    CHECK(ui.asked() == Json{{"assignee", nullptr}});
    CHECK(ui.sees(Role::kButton, "Assign"));
}

TEST_CASE("assign: a refusal puts it back and is told") {
    TeamCase ui;
    ui.open_thread();
    ui.click(Role::kButton, "Assign");
    ui.click(Role::kButton, "Me");
    ui.answer("PATCH", kRow, problem(400, "'assignee' is no agent."));
    CHECK(ui.sees(Role::kButton, "Assign"));
    CHECK(ui.platform.announced.back().first.find("'assignee' is no agent.") != std::string::npos);
}

TEST_CASE("assign: somebody who left has no name any more, and viewers are not offered it") {
    TeamCase ui;
    ui.open_thread();
    ui.be_assigned(AgentId{99});
    CHECK(ui.sees(Role::kButton, "Assigned to Somebody who left"));
    TeamCase viewer("viewer");
    viewer.open_thread();
    CHECK_FALSE(viewer.sees(Role::kButton, "Assign"));
    viewer.press("a");
    CHECK_FALSE(viewer.sees(Role::kDialog, "Assign"));
}

TEST_CASE("assign: on a phone it stands in the menu, and nothing reaches over the edge") {
    TeamCase ui("agent", 390);
    ui.open_thread();
    CHECK_FALSE(ui.sees(Role::kButton, "Assign"));
    ui.click(Role::kButton, "More actions");
    ui.click(Role::kMenuItem, "Assign");
    CHECK(ui.sees(Role::kButton, "Me"));
    for (const ui::Node& node : ui.platform.tree)
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 390, node.label);
}

TEST_CASE("gone: what was given to somebody else leaves the screen with a sentence") {
    TeamCase ui;
    ui.open_thread();
    ui.event({105}, ConversationGone{{7}, Platform::kWhatsApp, false});
    CHECK_FALSE(ui.sees(Role::kListRow, "Amina Yusuf"));
    CHECK_FALSE(ui.sees(Role::kButton, "Assign"));
    CHECK(ui.platform.announced.back().first == "Amina Yusuf now belongs to somebody else.");
    CHECK(ui.platform.url() == "#/inbox");
}

TEST_CASE("given: it is said when somebody else gives me a conversation, once") {
    TeamCase ui;
    ui.be_assigned(kMe);
    CHECK(ui.platform.announced.back().first == "You now look after Amina Yusuf.");
    const auto count = ui.platform.announced.size();
    ui.be_assigned(kMe, kSales, 106);
    CHECK(ui.platform.announced.size() == count);
}

TEST_CASE("filter: mine, nobody's and my team's, asked of the server and true of what comes") {
    TeamCase ui;
    ui.click(Role::kButton, "Filter conversations");
    CHECK(ui.sees(Role::kMenuItem, "All conversations"));
    CHECK(ui.sees(Role::kMenuItem, "Sales"));
    ui.click(Role::kMenuItem, "Mine");
    CHECK(ui.sees(Role::kText, "Only: Mine"));
    CHECK_FALSE(ui.sees(Role::kListRow, "Amina Yusuf"));
    ui.be_assigned(kMe);
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    ui.be_assigned(kBen, {}, 106);
    CHECK_FALSE(ui.sees(Role::kListRow, "Amina Yusuf"));
    ui.click(Role::kButton, "Filter conversations");
    ui.click(Role::kMenuItem, "Nobody’s");
    ui.be_assigned({}, kSales, 107);
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    ui.click(Role::kButton, "Show all conversations again");
    CHECK_FALSE(ui.sees(Role::kText, "Only:"));
}

TEST_CASE("status: mine is chosen in my menu, and shown at once") {
    TeamCase ui;
    ui.click(Role::kButton, "Account of");
    CHECK(ui.see(Role::kButton, "Online").is_pressed == true);
    ui.click(Role::kButton, "Away");
    CHECK(ui.sent("/api/v1/availability") == Json{{"availability", "away"}});
    CHECK(ui.see(Role::kButton, "Away").is_pressed == true);
}

TEST_CASE("teams: made, changed and deleted in the settings, with what agents see") {
    TeamCase ui("admin");
    ui.open("people");
    ui.answer("GET", "/api/v1/teams", {200, R"({"agents_see":"all","teams":[]})"});
    CHECK(ui.sees(Role::kButton, "Edit: Sales"));
    CHECK(ui.see(Role::kButton, "Everything").is_pressed == true);
    ui.click(Role::kButton, "Only what is assigned to them");
    CHECK(ui.sent("/api/v1/teams/visibility") == Json{{"agents_see", "own"}});
    ui.answer("PUT", "/api/v1/teams/visibility", {204, ""});
    ui.answer("GET", "/api/v1/teams", {200, R"({"agents_see":"own","teams":[]})"});
    CHECK(ui.see(Role::kButton, "Only what is assigned to them").is_pressed == true);
    ui.click(Role::kButton, "New team");
    ui.click(Role::kButton, "Save");
    CHECK(ui.see_field("Name").description.find("Fill this in") != std::string::npos);
    ui.type("Name", "Care");
    ui.click(Role::kCheckBox, "Chandra Rao");
    ui.click(Role::kButton, "Save");
    CHECK(ui.sent("/api/v1/teams") == Json{{"name", "Care"}, {"members", {"12"}}});
    ui.answer("POST", "/api/v1/teams", problem(409, "There is a team with this name already."));
    CHECK(ui.sees(Role::kText, "The server refused this: There is a team with this name already."));
    ui.type("Name", "Care 2");
    ui.click(Role::kButton, "Save");
    ui.answer("POST", "/api/v1/teams", {201, "{}"});
    CHECK_FALSE(ui.sees(Role::kDialog, "New team"));
    ui.event({110}, TeamChanged{{{4}, "Care 2", {kChandra}}, false});
    ui.click(Role::kButton, "Edit: Care 2");
    ui.click(Role::kButton, "Delete team");
    CHECK(ui.sees(Role::kDialog, "Delete the team Care 2?"));
    ui.click(Role::kButton, "Delete team");
    ui.answer("DELETE", "/api/v1/teams/4", {204, ""});
    ui.event({111}, TeamChanged{{{4}, "Care 2", {}}, true});
    CHECK_FALSE(ui.sees(Role::kButton, "Edit: Care 2"));
}

TEST_CASE("teams: right to left, all of it stays on the screen") {
    TeamCase ui("admin", 390, "ar");
    ui.open_thread();
    ui.open("people");
    ui.answer("GET", "/api/v1/teams", {200, R"({"agents_see":"team","teams":[]})"});
    for (const ui::Node& node : ui.platform.tree)
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 391, node.label);
}

}  // namespace roost
