#include "server/app/number_checks.h"

#include <doctest/doctest.h>

#include <functional>

#include "tests/support/fake_clock.h"
#include "tests/support/number_seen.h"

namespace roost {

namespace {

using Kind = NumberProblemKind;

constexpr UnixMillis kNow = 1'700'000'000'000;

NumberSeen healthy() {
    test::FakeClock clock{kNow};
    auto seen = test::seen_as(test::healthy_number(), {"1", "10", "token", "secret", false, 0}, clock);
    seen.callback = CallbackSeen{"https://inbox.example/webhooks/whatsapp", "abc", {}, {}};
    seen.callback->right.http = 200;
    seen.callback->right.body = "abc";
    seen.needs_https = true;
    return seen;
}

CloudRefusal refusal(int code, int http = 400) {
    CloudRefusal refused;
    refused.http = http;
    refused.code = code;
    refused.details = "Meta's words";
    return refused;
}

TokenFacts& token_of(NumberSeen& seen) {
    return std::get<TokenFacts>(seen.token);
}
NumberFacts& facts_of(NumberSeen& seen) {
    return std::get<NumberFacts>(*seen.number);
}

std::string told(const NumberHealth& health) {
    std::string all;
    for (const auto& problem : health.problems) {
        all += (all.empty() ? "" : " ") + std::string(number_problem_name(problem.kind));
        if (!problem.detail.empty()) all += "(" + problem.detail + ")";
    }
    return all;
}

}  // namespace

TEST_CASE("number checks: with a number that is well there is nothing to tell, and its facts are there") {
    const auto health = judge_number(healthy());
    CHECK(told(health).empty());
    CHECK(health.checked_at == kNow);
    CHECK(health.display_number == "+254 700 555 010");
    CHECK(health.quality == "GREEN");
    CHECK(health.messaging_limit == "TIER_10K");
    CHECK(health.account_name == "Savanna");
    CHECK(health.is_subscribed);
    CHECK_FALSE(prevents_connecting(health));
}

TEST_CASE("number checks: each thing that is wrong is told, once") {
    struct Row {
        std::string expected;
        std::function<void(NumberSeen&)> change;
    };
    const std::vector<Row> rows{
        {"meta_unreachable(timed out)", [](auto& s) { s.token = CloudUnreachable{"timed out"}; }},
        {"meta_refused(Meta's words)", [](auto& s) { s.token = refusal(4); }},
        {"token_refused(Meta's words)", [](auto& s) { s.token = refusal(190, 401); }},
        {"token_refused(Meta's words)",
         [](auto& s) {
             s.token = refusal(190, 401);
             s.number = refusal(190, 401);
         }},
        {"token_refused(gone)",
         [](auto& s) {
             token_of(s).is_valid = false;
             token_of(s).problem = "gone";
         }},
        {"token_expired(2023-11-14T22:13:20.000Z)", [](auto& s) { token_of(s).expires_at = kNow; }},
        {"token_temporary(2023-11-14T23:13:20.000Z)", [](auto& s) { token_of(s).expires_at = kNow + kHour; }},
        {"token_ends(2023-11-24T22:13:20.000Z)", [](auto& s) { token_of(s).expires_at = kNow + 10 * kDay; }},
        {"", [](auto& s) { token_of(s).expires_at = kNow + 60 * kDay; }},
        {"scope_missing(whatsapp_business_messaging) scope_missing(whatsapp_business_management)",
         [](auto& s) { token_of(s).scopes = {"email"}; }},
        {"number_unknown(Meta's words)", [](auto& s) { s.number = refusal(100); }},
        {"meta_unreachable(reset)", [](auto& s) { s.number = CloudUnreachable{"reset"}; }},
        {"number_not_working(BANNED)", [](auto& s) { facts_of(s).status = "BANNED"; }},
        {"number_unverified", [](auto& s) { facts_of(s).status = "PENDING"; }},
        {"", [](auto& s) { facts_of(s).code_status = "NOT_VERIFIED"; }},
        {"quality_low", [](auto& s) { facts_of(s).quality = "RED"; }},
        {"name_declined", [](auto& s) { facts_of(s).name_status = "DECLINED"; }},
        {"account_unknown(Meta's words)", [](auto& s) { s.account = refusal(100); }},
        {"number_elsewhere(2, 3)",
         [](auto& s) {
             s.account = BusinessAccountFacts{"Other", "", {{"2", ""}, {"3", ""}}};
         }},
        {"secret_missing", [](auto& s) { s.has_app_secret = false; }},
        {"secret_wrong(Meta's words)", [](auto& s) { s.secret = refusal(100); }},
        {"not_subscribed", [](auto& s) { s.apps = std::vector<SubscribedApp>{}; }},
        {"not_subscribed",
         [](auto& s) {
             s.apps = std::vector<SubscribedApp>{{"7", "Another"}};
         }},
        {"address_plain(http://inbox.example/webhooks/whatsapp)",
         [](auto& s) { s.callback->url = "http://inbox.example/webhooks/whatsapp"; }},
        {"address_unreachable(no route)",
         [](auto& s) {
             s.callback->right.failed_at = WebStep::kConnection;
             s.callback->right.reason = "no route";
         }},
        {"address_refused(https://inbox.example/webhooks/whatsapp)",
         [](auto& s) { s.callback->right.body = "<html>"; }},
    };
    for (const auto& row : rows) {
        auto seen = healthy();
        row.change(seen);
        CHECK(told(judge_number(seen)) == row.expected);
    }
}

TEST_CASE("number checks: what is played on this machine may be called without a certificate") {
    auto seen = healthy();
    seen.callback->url = "http://localhost:8080/webhooks/whatsapp";
    seen.needs_https = false;
    CHECK(told(judge_number(seen)).empty());
}

TEST_CASE("number checks: a token is good for more questions until it ends") {
    auto seen = healthy();
    CHECK(is_token_good(seen.token, kNow));
    token_of(seen).expires_at = kNow + 1;
    CHECK(is_token_good(seen.token, kNow));
    CHECK_FALSE(is_token_good(seen.token, kNow + 1));
    CHECK_FALSE(is_token_good(CloudUnreachable{}, kNow));
}

TEST_CASE("number checks: a Meta that does not answer takes nothing away of what it told") {
    const auto before = judge_number(healthy());
    auto silent = healthy();
    silent.now = kNow + kMinute;
    silent.token = CloudUnreachable{"timed out"};
    silent.number.reset();
    silent.account.reset();
    silent.apps.reset();
    const auto after = with_what_was_known(judge_number(silent), before);
    CHECK(after.quality == "GREEN");
    CHECK(after.is_subscribed);
    CHECK(after.checked_at == kNow + kMinute);
    CHECK(told(after) == "meta_unreachable(timed out)");
    CHECK(with_what_was_known(judge_number(healthy()), {}) == judge_number(healthy()));
}

}  // namespace roost
