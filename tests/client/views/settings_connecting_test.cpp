// A number is connected: what Meta has to be told can be copied, and what it refuses stands at its field.
#include <doctest/doctest.h>

#include "tests/support/numbers_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;
using Kind = NumberProblemKind;

const std::string kPath = "/api/v1/accounts";

void fill_form(UiHarness& ui) {
    ui.type("Phone-number ID", " 101 ");
    ui.type("WhatsApp Business account ID", "990");
    ui.type("Permanent access token", "EAAtoken");
    ui.type("App secret", "s3cret");
}

}  // namespace

TEST_CASE("connecting: the callback URL and the verify token are copied, the token unseen until it is shown"
) {
    NumbersCase ui({healthy_number()});
    CHECK(ui.sees(Role::kHeading, "Connection"));
    CHECK(ui.sees(Role::kText, "https://inbox.savanna.example/webhooks/whatsapp"));
    ui.click(Role::kButton, "Copy: Callback URL");
    CHECK(ui.platform.copied == "https://inbox.savanna.example/webhooks/whatsapp");
    CHECK(ui.sees(Role::kText, "Hidden"));
    CHECK_FALSE(ui.sees(Role::kText, "rst_v_7Qm2Zk"));
    ui.click(Role::kButton, "Copy: Verify token");
    CHECK(ui.platform.copied == "rst_v_7Qm2Zk");
    ui.click(Role::kButton, "Show: Verify token");
    CHECK(ui.sees(Role::kText, "rst_v_7Qm2Zk"));
    ui.click(Role::kButton, "Hide: Verify token");
    CHECK_FALSE(ui.sees(Role::kText, "rst_v_7Qm2Zk"));
    CHECK(ui.sees(Role::kListItem, "Done: Signed webhook received"));
    CHECK(ui.sees(Role::kText, "The last one came: 3 min"));
}

TEST_CASE("connecting: what is not set has nothing to copy, and what has not come says how it comes") {
    NumbersCase ui({healthy_number()});
    ui.own.callback_url.clear();
    ui.own.verify_token.clear();
    ui.own.last_webhook_at = 0;
    ui.event({105}, NoticesChanged{});
    ui.tell();
    CHECK_FALSE(ui.sees(Role::kButton, "Copy"));
    CHECK(ui.count(Role::kText, "Not set") == 2);
    CHECK(ui.sees(Role::kText, "1 of 3 steps done"));
    CHECK(ui.sees(Role::kListItem, "Open: Signed webhook received"));
    CHECK(ui.sees(Role::kListItem, "Last webhook: None yet"));
}

TEST_CASE("connecting: without a number the form stands there at once, with what it is for") {
    NumbersCase ui({});
    CHECK(ui.sees(Role::kHeading, "Connect a number"));
    CHECK(ui.sees(Role::kText, "With it, customers’ WhatsApp messages"));
    CHECK(ui.sees(Role::kText, "A temporary token from the API Setup ends within a day"));
    CHECK(ui.see_field("Phone-number ID").description.starts_with("WhatsApp, API Setup"));
    CHECK(ui.see_field("App secret").role == Role::kPasswordField);
    CHECK(ui.see(Role::kCheckBox, "Subscribe this app").is_selected);
    CHECK_FALSE(ui.sees(Role::kButton, "Cancel"));
    CHECK(ui.sees(Role::kText, "0 of 3 steps done"));
}

TEST_CASE("connecting: gaps are told before anything is asked, and the first has the focus") {
    NumbersCase ui({});
    ui.type("Phone-number ID", "101");
    ui.click(Role::kButton, "Connect");
    CHECK(ui.see_field("WhatsApp Business account ID").description == "Fill this in");
    CHECK(ui.platform.focused == ui.see_field("WhatsApp Business account ID").key);
    CHECK(ui.platform.count_requests("POST", kPath) == 0);
}

TEST_CASE("connecting: a number is asked about, connected, and has the focus") {
    NumbersCase ui({});
    fill_form(ui);
    ui.click(Role::kCheckBox, "Subscribe this app");
    ui.focus(Role::kButton, "Connect");
    ui.click(Role::kButton, "Connect");
    const Json wanted{
        {"phone_number_id", "101"},
        {"waba", "990"},
        {"access_token", "EAAtoken"},
        {"app_secret", "s3cret"},
        {"subscribe", false}};
    CHECK(ui.sent(kPath) == wanted);
    CHECK(ui.see(Role::kButton, "Connect").is_disabled);
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Connect").key);
    CHECK(ui.sees(Role::kText, "Meta is asked about number, account and token."));
    CHECK(ui.platform.announced.back().first.starts_with("Meta is asked"));
    CHECK(ui.platform.requests.back().timeout > 60 * kSecond);
    ui.own.numbers = {healthy_number()};
    ui.answer("POST", kPath, {201, json_of(healthy_number())});
    ui.tell();
    CHECK(ui.platform.announced.back().first == "+254 700 555 010 is connected.");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Check now").key);
    ui.click(Role::kButton, "Connect a number");
    CHECK(ui.value("Permanent access token").empty());
}

TEST_CASE("connecting: what prevents it stands at the field it belongs to, and what was typed stays") {
    NumbersCase ui({});
    fill_form(ui);
    ui.press_enter("App secret");
    ui.focus(Role::kButton, "Connect");
    ui.answer(
        "POST",
        kPath,
        refused_with(
            {{Kind::kTokenRefused, "Malformed access token"},
             {Kind::kScopeMissing, "whatsapp_business_messaging"},
             {Kind::kNumberUnknown, ""},
             {Kind::kNumberElsewhere, "109, 110"},
             {Kind::kSecretWrong, ""},
             {Kind::kMetaRefused, "(#10)"}}
        )
    );
    const std::string& token = ui.see_field("Permanent access token").description;
    CHECK(token.find("Meta refuses the access token: Malformed access token. Make a") != std::string::npos);
    CHECK(token.find("lacks a permission: whatsapp_business_messaging.") != std::string::npos);
    CHECK(ui.see_field("Phone-number ID").description.starts_with("Meta knows no number under this id"));
    CHECK(ui.see_field("WhatsApp Business account ID").description.starts_with("The number is not among"));
    CHECK(ui.see_field("App secret").description.starts_with("The app secret is not that"));
    CHECK(ui.sees(Role::kText, "Meta refused a question about this number: (#10)."));
    CHECK(ui.value("Permanent access token") == "EAAtoken");
    CHECK(ui.platform.announced.back().second);
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Connect").key);
    CHECK_FALSE(ui.see(Role::kButton, "Connect").is_disabled);
}

TEST_CASE("connecting: a number that is connected already is told of as a whole") {
    NumbersCase ui({});
    fill_form(ui);
    ui.click(Role::kButton, "Connect");
    ui.answer("POST", kPath, problem(409, "This number is connected already."));
    bool is_told = false;
    for (const ui::Node& node : ui.platform.tree)
        is_told = is_told || node.label.find("This number is connected already.") != std::string::npos;
    CHECK(is_told);
    CHECK(ui.value("App secret") == "s3cret");
}

TEST_CASE("connecting: another number's form is opened and put away by keyboard, and secrets are not kept") {
    NumbersCase ui({healthy_number()});
    CHECK_FALSE(ui.sees(Role::kCheckBox));
    ui.click(Role::kButton, "Connect a number");
    CHECK(ui.platform.focused == ui.see_field("Phone-number ID").key);
    fill_form(ui);
    ui.click(Role::kButton, "Cancel");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Connect a number").key);
    ui.click(Role::kButton, "Connect a number");
    CHECK(ui.value("Phone-number ID") == " 101 ");
    CHECK(ui.value("App secret").empty());
    ui.type("App secret", "s3cret");
    ui.press("Escape");
    CHECK(ui.platform.fragment == "#/inbox");
    ui.open("numbers");
    ui.tell();
    CHECK(ui.value("App secret").empty());
}

TEST_CASE("connecting: on a phone the form needs no more than its width, in every language") {
    for (const std::string_view language : {"en", "hi", "sw", "es", "pt", "ar"}) {
        NumbersCase ui({}, 360, 740, std::string(language));
        for (const ui::Node& node : ui.platform.tree) {
            CHECK_MESSAGE(node.rect.x >= 0, node.label);
            CHECK_MESSAGE(node.rect.x + node.rect.width <= 360, node.label);
            const bool is_control = node.role == Role::kButton || node.role == Role::kCheckBox || node.field;
            if (is_control) CHECK_MESSAGE(node.rect.height >= 44, node.label);
        }
    }
}

}  // namespace roost
