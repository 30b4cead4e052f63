// Administrators see how each number is, what is wrong with it and what helps, and look after it.
#include <doctest/doctest.h>

#include "client-wasm/words/languages/catalogue.h"
#include "tests/support/numbers_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;
using Kind = NumberProblemKind;

const std::string kPath = "/api/v1/accounts";

// The whole sentence that was said last, and whether at once.
std::pair<std::string, bool> last_said(const UiHarness& ui) {
    REQUIRE_FALSE(ui.platform.announced.empty());
    return ui.platform.announced.back();
}

// Nothing reaches over the edge, and what is pressed is large enough.
void check_width(const UiHarness& ui, float width, float least_height) {
    for (const ui::Node& node : ui.platform.tree) {
        CHECK_MESSAGE(node.rect.x >= 0, node.label);
        CHECK_MESSAGE(node.rect.x + node.rect.width <= width, node.label);
        const bool is_control = node.role == Role::kButton || node.field;
        if (is_control) CHECK_MESSAGE(node.rect.height >= least_height, node.label);
    }
}

}  // namespace

TEST_CASE("numbers: only who may manage accounts is offered them, and a link leads to the account") {
    SettingsCase agent("agent");
    agent.open("numbers");
    CHECK_FALSE(agent.sees(Role::kButton, "Numbers"));
    CHECK(agent.platform.fragment == "#/settings/account");
    CHECK(agent.platform.count_requests("GET", kPath) == 0);
    SettingsCase admin("admin");
    admin.open("account");
    admin.click(Role::kButton, "Numbers");
    CHECK(admin.platform.fragment == "#/settings/numbers");
    CHECK(admin.sees(Role::kHeading, "Numbers"));
    CHECK(admin.sees(Role::kText, "Loading Numbers"));
}

TEST_CASE("numbers: a healthy one with its four facts") {
    NumbersCase ui({healthy_number()});
    CHECK(ui.sees(Role::kHeading, "Savanna Solar Kenya"));
    CHECK(ui.sees(Role::kText, "+254 700 555 010 · Display name approved · Checked 2 min"));
    CHECK(ui.sees(Role::kText, "Healthy"));
    CHECK(ui.sees(Role::kListItem, "Quality rating: High"));
    CHECK(ui.sees(Role::kListItem, "Messaging limit: 10000 / day"));
    CHECK(ui.sees(Role::kListItem, "Last webhook: 3 min"));
    CHECK(ui.sees(Role::kText, "Newest message: 4 min"));
    CHECK(ui.sees(Role::kListItem, "Access token: Never ends"));
    CHECK_FALSE(ui.sees(Role::kList, "Problem"));
    CHECK_FALSE(ui.sees(Role::kButton, "Subscribe"));
    CHECK(ui.sees(Role::kText, "3 of 3 steps done"));
    ui.pass(kMinute);
    CHECK(ui.sees(Role::kListItem, "Last webhook: 4 min"));
}

TEST_CASE("numbers: what Meta does not tell is not invented") {
    OwnNumber number = healthy_number();
    number.health = {};
    NumbersCase ui({number});
    CHECK(ui.sees(Role::kHeading, "101"));
    CHECK(ui.sees(Role::kText, "Not checked yet"));
    CHECK(ui.sees(Role::kListItem, "Quality rating: None yet"));
    CHECK(ui.sees(Role::kListItem, "Messaging limit: Not told"));
    CHECK(ui.sees(Role::kListItem, "Access token: Not told"));
    CHECK(ui.sees(Role::kListItem, "Open: Number and token checked"));
}

TEST_CASE("numbers: a token that ends is told by days, and by its date") {
    OwnNumber number = with_problems({{Kind::kTokenEnds, to_rfc3339(kNow + 12 * kDay)}});
    number.health.token_expires_at = kNow + 12 * kDay + kMinute;
    NumbersCase ui({number});
    CHECK(ui.sees(Role::kListItem, "Access token: Ends in 12 days"));
    CHECK(ui.sees(Role::kText, "On 3 Oct"));
    CHECK(ui.sees(Role::kListItem, "Warning: The access token ends soon: 3 Oct"));
    CHECK(ui.sees(Role::kText, "Needs attention"));
    number.health.token_expires_at = kNow - kDay;
    ui.own.numbers = {number};
    ui.event({105}, NoticesChanged{});
    ui.tell();
    CHECK(ui.sees(Role::kListItem, "Access token: Has ended"));
}

TEST_CASE("numbers: serious problems come first, each with what helps") {
    NumbersCase ui({with_problems(
        {{Kind::kQualityLow, ""},
         {Kind::kScopeMissing, "whatsapp_business_messaging"},
         {Kind::kNotSubscribed, ""}}
    )});
    CHECK(ui.sees(Role::kText, "Not working"));
    const auto& tree = ui.platform.tree;
    std::vector<std::string> told;
    for (const ui::Node& node : tree)
        if (node.label.starts_with("Serious: ") || node.label.starts_with("Warning: "))
            told.push_back(node.label);
    REQUIRE(told.size() == 3);
    CHECK(told[0] == "Serious: The access token lacks a permission: whatsapp_business_messaging");
    CHECK(told[1] == "Warning: Customers block or report messages of this number.");
    CHECK(ui.sees(Role::kText, "Make a new token with this permission"));
    ui.click(Role::kButton, "Subscribe to webhooks");
    CHECK(ui.see(Role::kButton, "Subscribe to webhooks").is_disabled);
    ui.own.numbers = {healthy_number()};
    ui.answer("POST", kPath + "/1/subscribe", ok(json_of(healthy_number())));
    CHECK_FALSE(ui.sees(Role::kButton, "Subscribe to webhooks"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Check now").key);
    CHECK(ui.sees(Role::kText, "Healthy"));
}

TEST_CASE("numbers: every problem has a sentence and what helps, in every language, with and without detail"
) {
    for (const Words* words : all_words()) {
        const auto say = [](UnixMillis) { return std::string("soon"); };
        for (std::size_t i = 0; i < kNumberProblemKinds; ++i) {
            const auto kind = static_cast<Kind>(i);
            const std::string bare = problem_said(words->numbers, {kind, ""}, say);
            CHECK_FALSE(bare.empty());
            CHECK_MESSAGE(bare.find('{') == std::string::npos, bare);
            CHECK_MESSAGE(bare.back() != ':', bare);
            const std::string full = problem_said(words->numbers, {kind, "2026-10-03T12:00:00Z"}, say);
            CHECK_MESSAGE(full.find('{') == std::string::npos, full);
        }
    }
}

TEST_CASE("numbers: one is checked now, which is said, and the focus stays") {
    NumbersCase ui({healthy_number(1), healthy_number(2, "+254 700 555 020")});
    CHECK(ui.count(Role::kButton, "Check now") == 2);
    ui.focus(Role::kButton, "Check now: +254 700 555 020");
    ui.click(Role::kButton, "Check now: +254 700 555 020");
    CHECK(ui.see(Role::kButton, "Checking…: +254 700 555 020").is_disabled);
    const ui::NodeKey checked = ui.see(Role::kButton, "Checking…").key;
    CHECK(ui.platform.focused == checked);
    OwnNumber worse = with_problems({{Kind::kQualityLow, ""}}, 2);
    ui.own.numbers.back() = worse;
    ui.answer("POST", kPath + "/2/check", ok(json_of(worse)));
    CHECK(
        last_said(ui) ==
        std::pair<std::string, bool>(
            "Checked: Needs attention. Customers block or report messages of this number.", false
        )
    );
    CHECK(ui.see(Role::kButton, "Check now").key != ui.platform.focused);
    CHECK(ui.platform.focused == checked);
}

TEST_CASE("numbers: a check that fails says why beside the buttons") {
    NumbersCase ui({healthy_number()});
    ui.click(Role::kButton, "Check now");
    ui.answer("POST", kPath + "/1/check", unreachable());
    CHECK(last_said(ui).second);
    CHECK(ui.sees(Role::kText, last_said(ui).first));
    ui.click(Role::kButton, "Synchronise");
    ui.answer("POST", kPath + "/1/sync", {202, ""});
    CHECK(ui.sees(Role::kText, "Templates and messages of this number are being compared"));
}

TEST_CASE("numbers: the history is loaded when it is opened, in words") {
    NumbersCase ui({healthy_number()});
    CHECK(ui.see(Role::kButton, "History").is_expanded == false);
    ui.click(Role::kButton, "History");
    CHECK(ui.see(Role::kButton, "History").is_expanded == true);
    CHECK(ui.sees(Role::kText, "Loading History"));
    const std::vector<NumberChange> changes{
        {kNow - kMinute, NumberAspect::kQuality, "GREEN", "RED"},
        {kNow - kDay, NumberAspect::kMessagingLimit, "TIER_1K", "TIER_10K"},
        {kNow - 2 * kDay, NumberAspect::kSubscription, "", "yes"},
        {kNow - 3 * kDay, NumberAspect::kProblem, "token_ends", ""},
        {kNow - 4 * kDay, NumberAspect::kProblem, "", "not_subscribed"}};
    ui.answer("GET", kPath + "/1/changes", ok(write_number_changes(changes)));
    CHECK(ui.sees(Role::kListItem, "Quality: High → Low"));
    CHECK(ui.sees(Role::kListItem, "Messaging limit: 1000 / day → 10000 / day"));
    CHECK(ui.sees(Role::kListItem, "Webhooks: Not subscribed → Subscribed"));
    CHECK(ui.sees(Role::kListItem, "Solved: The access token ends soon"));
    CHECK(ui.sees(Role::kListItem, "New: The account’s webhooks do not come to this app"));
    ui.click(Role::kButton, "History");
    CHECK_FALSE(ui.sees(Role::kListItem, "Quality: High"));
    ui.click(Role::kButton, "History");
    ui.answer("GET", kPath + "/1/changes", ok(write_number_changes({})));
    CHECK(ui.sees(Role::kText, "Nothing has changed yet."));
}

TEST_CASE("numbers: health that changed elsewhere is read again, only while it is looked at") {
    NumbersCase ui({healthy_number()});
    ui.own.numbers = {with_problems({{Kind::kNumberNotWorking, "BANNED"}})};
    ui.event({105}, NoticesChanged{});
    ui.tell();
    CHECK(ui.sees(Role::kText, "Not working"));
    CHECK(ui.sees(Role::kListItem, "Serious: Meta does not let this number work: BANNED"));
    ui.open("account");
    const int asked = ui.platform.count_requests("GET", kPath);
    ui.event({106}, NoticesChanged{});
    CHECK(ui.platform.count_requests("GET", kPath) == asked);
}

TEST_CASE("numbers: one of the server's settings can be checked, and is changed there") {
    OwnNumber number = healthy_number();
    number.is_from_settings = true;
    NumbersCase ui({number});
    CHECK(ui.sees(Role::kText, "This number stands in the server’s settings"));
    CHECK(ui.sees(Role::kButton, "Check now"));
    CHECK_FALSE(ui.sees(Role::kButton, "Renew the token"));
    CHECK_FALSE(ui.sees(Role::kButton, "Disconnect"));
}

TEST_CASE("numbers: one is disconnected after a question, and connected again with a token") {
    NumbersCase ui({healthy_number()});
    ui.click(Role::kButton, "Disconnect");
    CHECK(ui.sees(Role::kDialog, "Disconnect +254 700 555 010?"));
    CHECK(ui.sees(Role::kText, "Its conversations stay"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Cancel").key);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.count_requests("DELETE", kPath) == 0);
    ui.click(Role::kButton, "Disconnect: +254");
    ui.press_exactly("Disconnect");
    ui.own.numbers.front().is_connected = false;
    ui.answer("DELETE", kPath + "/1", {204, ""});
    ui.own.numbers.front().waba.clear();
    ui.tell();
    CHECK(last_said(ui).first == "+254 700 555 010 is disconnected.");
    CHECK(ui.sees(Role::kText, "Disconnected"));
    CHECK(ui.sees(Role::kText, "This number’s conversations stay."));
    CHECK_FALSE(ui.sees(Role::kButton, "Check now"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Connect again").key);
    ui.click(Role::kButton, "Connect again");
    CHECK(ui.value("Phone-number ID") == "101");
    CHECK(ui.platform.focused == ui.see_field("WhatsApp Business account ID").key);
    ui.type("WhatsApp Business account ID", "990");
    ui.type("Permanent access token", "EAAnew");
    ui.type("App secret", "s3cret");
    ui.press_enter("App secret");
    CHECK(ui.sent(kPath)["phone_number_id"] == "101");
    ui.own.numbers = {healthy_number()};
    ui.answer("POST", kPath, {201, json_of(healthy_number())});
    CHECK(ui.sees(Role::kText, "Healthy"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Check now").key);
}

TEST_CASE("numbers: a token is renewed; what Meta refuses stands at its field, and what was typed stays") {
    NumbersCase ui({healthy_number()});
    ui.focus(Role::kButton, "Renew the token");
    ui.click(Role::kButton, "Renew the token");
    CHECK(ui.platform.focused == ui.see_field("New access token").key);
    CHECK(ui.see_field("New access token").role == Role::kPasswordField);
    ui.press_exactly("Renew the token");
    CHECK(ui.see_field("New access token").description == "Fill this in");
    ui.type("New access token", " EAAold ");
    ui.type("App secret", "s3cret");
    ui.press_exactly("Renew the token");
    CHECK(ui.sent(kPath + "/1") == Json{{"access_token", "EAAold"}, {"app_secret", "s3cret"}});
    ui.answer(
        "PATCH", kPath + "/1", refused_with({{Kind::kTokenRefused, "Malformed"}, {Kind::kSecretWrong, ""}})
    );
    CHECK(
        ui.see_field("New access token").description.starts_with("Meta refuses the access token: Malformed.")
    );
    CHECK(ui.see_field("App secret").description.starts_with("The app secret is not that of the token’s app.")
    );
    CHECK(ui.value("New access token") == " EAAold ");
    ui.press("Escape");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Renew the token").key);
    ui.click(Role::kButton, "Renew the token");
    CHECK(ui.value("New access token").empty());
    CHECK(ui.see_field("New access token").description.find("Malformed") == std::string::npos);
    ui.type("New access token", "EAAnew");
    ui.press_exactly("Renew the token");
    ui.answer("PATCH", kPath + "/1", ok(json_of(healthy_number())));
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(last_said(ui).first == "The token is renewed.");
}

TEST_CASE("numbers: a list that does not come says so, and is asked for again") {
    SettingsCase ui("admin");
    ui.open("numbers");
    ui.answer("GET", kPath, unreachable());
    CHECK_FALSE(ui.sees(Role::kButton, "Connect"));
    ui.click(Role::kButton, "Try again");
    OwnNumbers own;
    own.numbers = {healthy_number()};
    ui.answer("GET", kPath, ok(write_own_numbers(own)));
    CHECK(ui.sees(Role::kText, "Healthy"));
    CHECK_FALSE(ui.sees(Role::kButton, "Try again"));
}

TEST_CASE("numbers: on a phone nothing is cut, and every control is large enough") {
    OwnNumber number = with_problems(
        {{Kind::kNumberElsewhere, "109, 110, 111, 112, 113, 114"},
         {Kind::kAddressRefused, "https://a.example/x"}}
    );
    for (const std::string_view language : {"en", "hi", "sw", "es", "pt", "ar"}) {
        NumbersCase ui({number}, 360, 740, std::string(language));
        check_width(ui, 360, 44);
        CHECK(ui.count(Role::kListItem) >= 9);
    }
}

TEST_CASE("numbers: from right to left the facts begin at the right, and what changed points left") {
    NumbersCase ui({healthy_number()}, 1440, 900, "ar");
    const ui::Node& quality = ui.see(Role::kListItem, "تقييم الجودة: عالية");
    const ui::Node& token = ui.see(Role::kListItem, "رمز الوصول: لا ينتهي");
    CHECK(quality.rect.x > token.rect.x);
    CHECK(quality.rect.y == token.rect.y);
    CHECK(ui.sees(Role::kText, "\u2066+254 700 555 010\u2069 · "));
    ui.click(Role::kButton, "السجل");
    const std::vector<NumberChange> changes{{kNow, NumberAspect::kQuality, "GREEN", "RED"}};
    ui.answer("GET", kPath + "/1/changes", ok(write_number_changes(changes)));
    CHECK(ui.see(Role::kListItem, "الجودة: ").label.find("←") != std::string::npos);
    check_width(ui, 1440, 32);
}

}  // namespace roost
