// Sites: made with what their pages may, their secret shown once, changed and removed.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kSites = "/api/v1/sites";
constexpr std::string_view kCrm =
    R"({"id":"3","name":"CRM","origins":["https://crm.example"],"entity_types":["lead"],)"
    R"("scope":["read","send","tend"],"whole_inbox":false,"script_url":"https://roost.example/widget.js"})";

std::string list_of(std::string_view sites) {
    return R"({"sites":[)" + std::string(sites) + "]}";
}

struct SitesCase : SettingsCase {
    explicit SitesCase(float width = 1440, std::string language = "en")
        : SettingsCase("admin", width, 900, std::move(language), [](Snapshot& snapshot) {
              snapshot.record_types = {"project", "lead", "school_year"};
          }) {
        open("sites");
    }
    void list(std::string_view sites) { answer("GET", kSites, ok(list_of(sites))); }
};

}  // namespace

TEST_CASE("sites: loading, a failure that is tried again, and none yet") {
    SitesCase ui;
    CHECK(ui.sees(Role::kText, "Loading Sites"));
    ui.answer("GET", kSites, problem(500, "The disk is full."));
    CHECK_FALSE(ui.sees(Role::kText, "Loading Sites"));
    ui.click(Role::kButton, "Try again");
    ui.list("");
    CHECK(ui.sees(Role::kText, "No sites yet"));
    CHECK(ui.sees(Role::kText, "A site is another program"));
}

TEST_CASE("sites: only who may manage them is led there") {
    SettingsCase ui("supervisor");
    ui.open("account");
    CHECK_FALSE(ui.sees(Role::kButton, "Sites"));
    ui.open("sites");
    CHECK(ui.platform.fragment == "#/settings/account");
}

TEST_CASE("sites: what is wrong with an address is told at its field, once its line is finished") {
    SitesCase ui;
    ui.list("");
    ui.click(Role::kButton, "New site");
    CHECK(ui.platform.focused == ui.see_field("Name").key);
    ui.type("Addresses of its pages", "https://crm.exam");
    CHECK(ui.see_field("Addresses of its pages").description.find("not such") == std::string::npos);
    ui.type("Addresses of its pages", "http://crm.example\nhttps://b");
    CHECK(
        ui.see_field("Addresses of its pages").description.find("not such an address: http://crm.example") !=
        std::string::npos
    );
    ui.click(Role::kButton, "Save");
    CHECK(ui.platform.focused == ui.see_field("Name").key);
    ui.type("Name", "CRM");
    ui.click(Role::kButton, "Save");
    CHECK(ui.platform.focused == ui.see_field("Addresses of its pages").key);
    CHECK_FALSE(ui.platform.is_waiting("POST", kSites));
    std::string many;
    for (int i = 0; i < 21; ++i)
        many += "https://a" + std::to_string(i) + ".example\n";
    ui.type("Addresses of its pages", many);
    CHECK(ui.see_field("Addresses of its pages").description.find("At most 20") != std::string::npos);
}

TEST_CASE("sites: one is made with what its pages may; secret and line are shown once and copied") {
    SitesCase ui;
    ui.list("");
    ui.click(Role::kButton, "New site");
    ui.type("Name", " CRM ");
    ui.type("Addresses of its pages", "https://crm.example\n\nhttps://crm.example:8443\n");
    CHECK(ui.sees(Role::kButton, "school year"));
    ui.click(Role::kButton, "Lead");
    CHECK(ui.see(Role::kButton, "Lead").is_pressed == true);
    ui.click(Role::kCheckBox, "Show the whole inbox");
    ui.click(Role::kCheckBox, "Write to customers");
    ui.click(Role::kButton, "Save");
    CHECK(ui.see(Role::kButton, "Save").is_disabled);
    const Json sent = ui.sent(kSites);
    CHECK(sent["name"] == "CRM");
    CHECK(sent["origins"] == Json::array({"https://crm.example", "https://crm.example:8443"}));
    CHECK(sent["entity_types"] == Json::array({"lead"}));
    CHECK(sent["scope"] == Json::array({"read", "tend"}));
    CHECK(sent["whole_inbox"] == true);
    ui.answer("POST", kSites, {201, R"({"site":)" + std::string(kCrm) + R"(,"secret":"s3cret"})"});
    CHECK(ui.sees(Role::kDialog, "Secret of CRM"));
    CHECK(ui.sees(Role::kText, "s3cret"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Copy the secret").key);
    ui.click(Role::kButton, "Copy the secret");
    CHECK(ui.platform.copied == "s3cret");
    ui.click(Role::kButton, "Copy the line");
    CHECK(ui.platform.copied.find(R"(data-site="3" data-entity-type="lead")") != std::string::npos);
    ui.list(kCrm);
    ui.click(Role::kButton, "I have copied it");
    CHECK_FALSE(ui.sees(Role::kText, "s3cret"));
    CHECK(ui.sees(Role::kListItem, "CRM"));
    CHECK(ui.sees(Role::kText, "https://crm.example · Never used"));
}

TEST_CASE("sites: a new secret says how long the old one is good; the line is there again at any time") {
    SitesCase ui;
    ui.list(kCrm);
    ui.click(Role::kButton, "HTML line: CRM");
    CHECK(ui.sees(Role::kDialog, "HTML for CRM"));
    CHECK_FALSE(ui.sees(Role::kButton, "Copy the secret"));
    ui.click(Role::kButton, "Done");
    ui.click(Role::kButton, "Change: CRM");
    ui.click(Role::kButton, "New secret");
    CHECK(ui.sees(Role::kDialog, "A new secret for CRM?"));
    CHECK(ui.sees(Role::kText, "The secret of today stays good for 24 hours"));
    ui.press_exactly("New secret");
    std::string renewed(kCrm);
    renewed.insert(renewed.size() - 1, R"(,"old_secret_until":"2026-09-22T12:00:00Z")");
    ui.answer("POST", kSites + "/3/secret", ok(R"({"site":)" + renewed + R"(,"secret":"fresh"})"));
    CHECK(ui.sees(Role::kText, "fresh"));
    CHECK(ui.sees(Role::kText, "Its server signs embed tokens with this secret. It is shown only now. The"));
    ui.list(renewed);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kText, "fresh"));
    CHECK(ui.see(Role::kListItem, "CRM").rect.width > 0);
    CHECK(ui.sees(Role::kText, "https://crm.example · Never used · The secret before it stays good until"));
}

TEST_CASE("sites: changed in place, refused with the server's words, and removed after a question") {
    SitesCase ui;
    ui.list(kCrm);
    ui.click(Role::kButton, "Change: CRM");
    CHECK(ui.value("Name") == "CRM");
    CHECK(ui.value("Addresses of its pages") == "https://crm.example");
    ui.type("Name", "Our CRM");
    ui.click(Role::kButton, "Save");
    CHECK(ui.sent(kSites + "/3")["name"] == "Our CRM");
    ui.answer("PATCH", kSites + "/3", problem(400, "'name' is taken."));
    CHECK(ui.sees(Role::kText, "The server refused this: 'name' is taken."));
    ui.click(Role::kButton, "Remove site");
    CHECK(ui.sees(Role::kDialog, "Remove CRM?"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Cancel").key);
    ui.press_exactly("Remove site");
    ui.answer("DELETE", kSites + "/3", {204, ""});
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sees(Role::kText, "No sites yet"));
}

TEST_CASE("sites: on a phone, in Arabic, all controls are large enough and nothing goes over the edge") {
    SitesCase ui(360, "ar");
    ui.list(kCrm);
    ui.click(Role::kButton, "تغيير: CRM");
    for (const ui::Node& node : ui.platform.tree) {
        const bool is_control = node.role == Role::kButton || node.role == Role::kCheckBox || node.field;
        if (is_control) CHECK_MESSAGE(node.rect.height >= 44, node.label);
        CHECK_MESSAGE(node.rect.x >= 0, node.label);
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 360, node.label);
    }
}

}  // namespace roost
