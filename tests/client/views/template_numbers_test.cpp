// Where several of our numbers have templates of their own: which are shown, and whose a new one is.
#include <doctest/doctest.h>

#include "tests/support/template_samples.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr const char* kTemplates = "/api/v1/templates";

platform::Response list_of(const std::vector<MessageTemplate>& templates) {
    return ok(template_list(templates));
}

TEST_CASE("templates: a number of another business account has others") {
    UiHarness ui;
    auto other = conversation_with("Ana Souza", 8, kNow - 31 * kHour);
    other.account = AccountId{2};
    ui.start_signed_in(snapshot_of({conversation_with("Tom Becker", 7, kNow - 30 * kHour), other}));
    const auto show = [&ui](std::string_view name, const platform::Response& templates) {
        ui.click(Role::kListRow, name);
        ui.page(page_of({text_from_customer(1, kNow - 30 * kHour, "Hello")}));
        REQUIRE(ui.platform.respond("GET", kTemplates, templates));
        ui.run_frames();
    };
    show("Tom Becker", list_of({plain_template()}));
    CHECK(ui.sees(Role::kListRow, "Reminder"));
    ui.click(Role::kListRow, "Ana Souza");
    CHECK_FALSE(ui.sees(Role::kListRow, "Reminder"));
    CHECK(ui.platform.requests.back().path.ends_with("&account=2"));
    ui.click(Role::kListRow, "Tom Becker");
    REQUIRE(ui.platform.respond("GET", kTemplates, list_of({free_text_template()})));  // of Ana's: too late
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kListRow, "Message for you"));
    REQUIRE(ui.platform.respond("GET", kTemplates, list_of({plain_template()})));
    ui.run_frames();
    CHECK(ui.sees(Role::kListRow, "Reminder"));
}

TEST_CASE("template desk: of several numbers one is chosen, and what is made belongs to it") {
    UiHarness ui;
    Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow)});
    take_role(snapshot.me, "supervisor");
    ui.start_signed_in(snapshot);
    const auto listed = [&ui](const std::vector<MessageTemplate>& templates) {
        REQUIRE(ui.platform.respond("GET", kTemplates, list_of(templates)));
        ui.run_frames();
    };
    ui.event({101}, AccountNamed{AccountId{1}, {"Savanna Solar", "+254 700 555 010"}});
    ui.event({102}, AccountNamed{AccountId{2}, {"Sol do Brasil", "+55 11 5555 0100"}});
    ui.click(Role::kButton, "Templates");
    listed({plain_template("11", "reminder")});
    CHECK(ui.platform.requests.back().path == "/api/v1/templates?limit=500&account=1");
    CHECK(ui.see(Role::kButton, "Savanna Solar").is_pressed == true);
    ui.click(Role::kButton, "Sol do Brasil");
    CHECK(ui.platform.requests.back().path == "/api/v1/templates?limit=500&account=2");
    CHECK_FALSE(ui.sees(Role::kListRow, "Reminder"));
    listed({plain_template("31", "lembrete")});
    CHECK(ui.sees(Role::kListRow, "Lembrete"));
    ui.click(Role::kButton, "New template");
    ui.type("Name", "visit");
    ui.type("Message", "Our team comes tomorrow.");
    ui.click(Role::kButton, "Submit for review");
    REQUIRE(ui.platform.requests.back().method == "POST");
    const Json sent = parse_json(ui.platform.requests.back().body).value_or(Json());
    CHECK(sent["account"] == "2");
    CHECK(sent["name"] == "visit");
}

}  // namespace
}  // namespace roost
