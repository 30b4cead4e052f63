// What Meta says, and the address that it calls: each check good, bad and absent.
#include <doctest/doctest.h>

#include "server/doctor/judge.h"
#include "tests/server/doctor/healthy.h"

namespace roost::doctor {
namespace {

using test::check_all;
using test::finding_of;
using test::healthy;
using test::no_web_answer;
using test::web_answer;
using enum Verdict;

TEST_CASE("doctor: the clock is held against Meta's, a minute either way") {
    const auto check = Check::kClock;
    const auto skewed = [](UnixMillis by) {
        return [by](Observations& o) {
            o.graph_answered_at = *o.graph->answer.date + o.graph->answer.took / 2 + by;
        };
    };
    check_all({
        {check, kGood, "", "", skewed(kMinute)},
        {check, kGood, "", "", skewed(-kMinute)},
        {check, kBad, "1 minute ahead", "timedatectl", skewed(kMinute + 1)},
        {check, kBad, "2 hours behind", "timedatectl", skewed(-2 * kHour)},
        {check, kNotLooked, "did not tell", "", [](auto& o) { o.graph->answer.date.reset(); }},
        {check, kNotLooked, "did not tell", "", [](auto& o) { o.graph.reset(); }},
    });
}

TEST_CASE("doctor: Graph, told apart by how far it came") {
    const auto check = Check::kGraph;
    const auto ended = [](WebStep step) {
        return [step](Observations& o) { o.graph = GraphContact{no_web_answer(step), false}; };
    };
    check_all({
        {check, kBad, "DNS:", "name service", ended(WebStep::kName)},
        {check, kBad, "TCP:", "firewall", ended(WebStep::kConnection)},
        {check, kBad, "TLS:", "ca-certificates", ended(WebStep::kTls)},
        {check, kBad, "HTTP:", "metastatus.com", ended(WebStep::kAnswer)},
        {check, kBad, "answers 503", "Wait", [](auto& o) { o.graph->answer.http = 503; }},
        {check, kBad, "something else", "graph_url", [](auto& o) { o.graph->is_graph = false; }},
        {check, kNotLooked, "demo", "", [](auto& o) { o.settings.is_demo = true; }},
        {check, kNotLooked, "configuration", "", [](auto& o) { o.graph.reset(); }},
    });
}

TEST_CASE("doctor: without Graph, a token or a good one, what is behind it says which") {
    for (const auto check :
         {Check::kToken, Check::kScopes, Check::kNumber, Check::kBusinessAccount, Check::kSubscription}) {
        CAPTURE(check_name(check));
        auto seen = healthy();
        seen.token.reset();
        seen.graph = GraphContact{no_web_answer(WebStep::kConnection), false};
        CHECK(finding_of(seen, check).verdict == kNotLooked);
        CHECK(finding_of(seen, check).summary.find("Graph API") != std::string::npos);
        seen = healthy();
        seen.token.reset();
        seen.config.access_token.clear();
        CHECK(finding_of(seen, check).verdict == kNotLooked);
        CHECK(finding_of(seen, check).summary.find("access_token") != std::string::npos);
        if (check == Check::kToken) continue;
        seen = healthy();
        seen.token = CloudRefusal{401, 190, "It ended."};
        CHECK(finding_of(seen, check).verdict == kNotLooked);
        CHECK(finding_of(seen, check).summary.find("token has to be good") != std::string::npos);
    }
}

TokenFacts& token_in(Observations& seen) {
    if (!seen.token) seen.token.emplace();
    return std::get<TokenFacts>(*seen.token);
}
NumberFacts& number_in(Observations& seen) {
    if (!seen.number) seen.number.emplace();
    return std::get<NumberFacts>(*seen.number);
}

TEST_CASE("doctor: the token and what it may") {
    const auto check = Check::kToken;
    check_all({
        {check, kGood, "never expires", "", [](auto&) {}},
        {check, kGood, "60 days", "", [](auto& o) { token_in(o).expires_at = o.now + 60 * kDay; }},
        {check, kGood, "23 hours", "system user", [](auto& o) { token_in(o).expires_at = o.now + kDay - 1; }},
        {check,
         kBad,
         "expired 2 hours ago",
         "system user",
         [](auto& o) { token_in(o).expires_at = o.now - 2 * kHour; }},
        {check,
         kBad,
         "Meta says: Revoked.",
         "system user",
         [](auto& o) {
             token_in(o).is_valid = false;
             token_in(o).problem = "Revoked.";
         }},
        {check,
         kBad,
         "Session has expired",
         "system user",
         [](auto& o) {
             o.token = CloudRefusal{401, 190, "Session has expired."};
         }},
        {check,
         kBad,
         "(10)",
         "app_secret",
         [](auto& o) {
             o.token = CloudRefusal{403, 10, "No."};
         }},
        {check,
         kBad,
         "Too many calls",
         "Wait",
         [](auto& o) {
             o.token = CloudRefusal{400, 4, "Too many calls"};
         }},
        {check,
         kBad,
         "unreadable",
         "again",
         [](auto& o) { o.token = CloudUnreachable{"It is unreadable."}; }},
    });
    const auto scopes = Check::kScopes;
    check_all({
        {scopes,
         kBad,
         "lacks whatsapp_business_messaging.",
         "system user",
         [](auto& o) { token_in(o).scopes = {"whatsapp_business_management"}; }},
        {scopes,
         kBad,
         "lacks whatsapp_business_messaging, whatsapp_business_management.",
         "anew",
         [](auto& o) { token_in(o).scopes.clear(); }},
        {scopes,
         kNotLooked,
         "did not tell",
         "",
         [](auto& o) {
             o.token = CloudRefusal{403, 10, "No."};
         }},
    });
}

TEST_CASE("doctor: the number") {
    const auto check = Check::kNumber;
    check_all({
        {check,
         kGood,
         "+254 700 555 010, called Savanna Solar, quality GREEN, limit TIER_10K",
         "",
         [](auto&) {}},
        {check, kGood, "", "", [](auto& o) { o.number = NumberFacts{}; }},
        {check, kGood, "RED", "block", [](auto& o) { number_in(o).quality = "RED"; }},
        {check, kGood, "DECLINED", "display name", [](auto& o) { number_in(o).name_status = "DECLINED"; }},
        {check, kGood, "NOT_VERIFIED", "", [](auto& o) { number_in(o).code_status = "NOT_VERIFIED"; }},
        {check,
         kBad,
         "not verified",
         "register",
         [](auto& o) {
             number_in(o).code_status = "NOT_VERIFIED";
             number_in(o).status.clear();
         }},
        {check, kBad, "PENDING", "register", [](auto& o) { number_in(o).status = "PENDING"; }},
        {check, kBad, "BANNED", "Account Quality", [](auto& o) { number_in(o).status = "BANNED"; }},
        {check,
         kBad,
         "does not exist",
         "phone_number_id",
         [](auto& o) {
             o.number = CloudRefusal{400, 100, "Object does not exist"};
         }},
        {check, kNotLooked, "permissions first", "", [](auto& o) { token_in(o).scopes.clear(); }},
        {check, kNotLooked, "phone_number_id", "", [](auto& o) { o.number.reset(); }},
    });
}

TEST_CASE("doctor: the account and who is told of its messages") {
    const auto check = Check::kBusinessAccount;
    check_all({
        {check, kBad, "waba_id is missing", "ROOST_WABA_ID", [](auto& o) { o.account.reset(); }},
        {check,
         kBad,
         "does not belong",
         "7 (+7)",
         [](auto& o) {
             o.account = BusinessAccountFacts{"Other", "APPROVED", {{"7", "+7"}}};
         }},
        {check,
         kBad,
         "does not belong",
         "waba_id",
         [](auto& o) {
             o.account = BusinessAccountFacts{"Other", "", {}};
         }},
        {check,
         kNotLooked,
         "whatsapp_business_management first",
         "",
         [](auto& o) { token_in(o).scopes = {"whatsapp_business_messaging"}; }},
        {check,
         kBad,
         "does not exist",
         "waba_id",
         [](auto& o) {
             o.account = CloudRefusal{400, 100, "Object does not exist"};
         }},
    });
    const auto subscription = Check::kSubscription;
    check_all({
        {subscription, kGood, "Roost", "", [](auto&) {}},
        {subscription,
         kGood,
         "Other",
         "subscribe it too",
         [](auto& o) {
             o.apps = std::vector<SubscribedApp>{{"1", "Other"}};
         }},
        {subscription,
         kBad,
         "none arrive",
         "subscribed_apps",
         [](auto& o) { o.apps = std::vector<SubscribedApp>{}; }},
        {subscription,
         kBad,
         "No.",
         "whatsapp_business_management",
         [](auto& o) {
             o.apps = CloudRefusal{403, 10, "No."};
         }},
        {subscription, kNotLooked, "business account", "", [](auto& o) { o.apps.reset(); }},
    });
}

TEST_CASE("doctor: the address that Meta calls") {
    const auto check = Check::kCallback;
    const auto ended = [](WebStep step) {
        return [step](Observations& o) { o.callback->right = no_web_answer(step); };
    };
    check_all({
        {check, kGood, "https://inbox.example.org/webhooks/whatsapp", "", [](auto&) {}},
        {check, kBad, "DNS:", "public_url", ended(WebStep::kName)},
        {check, kBad, "TCP:", "roost serve", ended(WebStep::kConnection)},
        {check, kBad, "TLS:", "authority", ended(WebStep::kTls)},
        {check, kBad, "HTTP:", "roost serve", ended(WebStep::kAnswer)},
        {check,
         kBad,
         "refuses the verify token",
         "same verify_token",
         [](auto& o) { o.callback->right = web_answer(403, "{}"); }},
        {check,
         kBad,
         "Something else",
         "public_url",
         [](auto& o) { o.callback->right = web_answer(200, "<html>1234</html>"); }},
        {check,
         kBad,
         "any verify token",
         "query",
         [](auto& o) { o.callback->wrong = web_answer(200, "1234"); }},
        {check,
         kBad,
         "https addresses only",
         "certificate",
         [](auto& o) { o.config.public_url = "http://inbox.example.org"; }},
        {check,
         kGood,
         "",
         "",
         [](auto& o) {
             o.config.public_url = "http://localhost:8080";
             o.config.graph_url = "http://127.0.0.1:8090";
         }},
        {check,
         kNotLooked,
         "public_url is missing",
         "ROOST_PUBLIC_URL",
         [](auto& o) {
             o.callback.reset();
             o.config.public_url.clear();
         }},
        {check, kNotLooked, "verify_token", "", [](auto& o) { o.callback.reset(); }},
        {check,
         kNotLooked,
         "demo",
         "",
         [](auto& o) {
             o.callback.reset();
             o.settings.is_demo = true;
         }},
    });
}

}  // namespace
}  // namespace roost::doctor
