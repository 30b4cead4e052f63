// Numbers are connected, looked at and let go by administrators; what goes in never comes out.
#include <doctest/doctest.h>

#include "server/http/signature.h"
#include "shared/wire/own_numbers.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost::test {
namespace {

constexpr const char* kAccounts = "/api/v1/accounts";
constexpr const char* kWish =
    R"({"phone_number_id":"555","waba":"20","access_token":"EAAG-canary","app_secret":"canary-secret"})";

OwnNumber connected(TestServer& server) {
    const auto answer = server.as_ana("POST", kAccounts, kWish);
    REQUIRE(answer.status == 201);
    const auto number = read_own_number(*parse_json(answer.body));
    REQUIRE(number);
    return *number;
}

}  // namespace

TEST_CASE("accounts: a number is connected, listed, looked at, renewed and let go") {
    TestServer server;
    server.config.secret_key = std::string(64, 'a');
    const auto id = to_string(connected(server).id);
    const auto at = std::string(kAccounts) + "/" + id;
    const HeaderList ana{{"@ana", ""}};
    run_scenarios(
        server,
        {
            {.name = "list",
             .url = kAccounts,
             .headers = ana,
             .contains =
                 {R"("phone_number_id":"555")",
                  R"("callback_url":"http://localhost/webhooks/whatsapp")",
                  R"("verify_token":"verify-token")"},
             .not_contains = {"canary", "access-token"}},
            {.name = "again",
             .method = "POST",
             .url = kAccounts,
             .headers = ana,
             .body = kWish,
             .status = 409},
            {.name = "check", .method = "POST", .url = at + "/check", .headers = ana, .contains = {"GREEN"}},
            {.name = "subscribe", .method = "POST", .url = at + "/subscribe", .headers = ana},
            {.name = "sync",
             .method = "POST",
             .url = at + "/sync",
             .headers = ana,
             .status = 202,
             .events = {"templates_changed"}},
            {.name = "changes", .url = at + "/changes", .headers = ana, .contains = {R"("changes":[)"}},
            {.name = "renew",
             .method = "PATCH",
             .url = at,
             .headers = ana,
             .body = R"({"access_token":"EAAG-canary-2"})",
             .not_contains = {"canary"},
             .events = {"templates_changed"}},
            {.name = "nothing to renew",
             .method = "PATCH",
             .url = at,
             .headers = ana,
             .body = "{}",
             .status = 400},
            {.name = "no JSON", .method = "PATCH", .url = at, .headers = ana, .body = "{", .status = 400},
            {.name = "let go", .method = "DELETE", .url = at, .headers = ana, .status = 204},
            {.name = "let go again", .method = "DELETE", .url = at, .headers = ana, .status = 409},
            {.name = "no such number", .method = "DELETE", .url = at + "7", .headers = ana, .status = 404},
            {.name = "no such changes", .url = at + "7/changes", .headers = ana, .status = 404},
        }
    );
}

TEST_CASE("accounts: the profile of a number is read and changed, and a fault named with its field") {
    TestServer server;
    server.config.secret_key = std::string(64, 'a');
    const auto at = std::string(kAccounts) + "/" + to_string(connected(server).id) + "/profile";
    const HeaderList ana{{"@ana", ""}};
    const Scenario change{.name = "change", .method = "PATCH", .url = at, .headers = ana};
    auto done = change;
    done.body = R"({"about":"Solar energy","websites":["https://savanna.example"]})";
    done.contains = {R"("about":"Solar energy")", R"("websites":["https://savanna.example"])"};
    auto fault = change;
    fault.name = "fault";
    fault.body = R"({"email":"nobody"})";
    fault.status = 422;
    fault.contains = {R"("fields":[{"field":"email","code":"not_email")"};
    auto other_kind = change;
    other_kind.name = "of another kind";
    other_kind.body = R"({"about":7})";
    other_kind.status = 400;
    auto no_json = change;
    no_json.name = "no JSON";
    no_json.body = "{";
    no_json.status = 400;
    run_scenarios(
        server,
        {done,
         {.name = "read", .url = at, .headers = ana, .contains = {R"("about":"Solar energy")"}},
         fault,
         other_kind,
         no_json,
         {.name = "no such number",
          .url = std::string(kAccounts) + "/999/profile",
          .headers = ana,
          .status = 404}}
    );
}

TEST_CASE("accounts: a refusal names every problem, and none of what was given") {
    TestServer server;
    server.config.secret_key = std::string(64, 'a');
    server.seen.token = CloudRefusal{401, 190, "Invalid token", 0};
    const auto answer = server.as_ana("POST", kAccounts, kWish);
    CHECK(answer.status == 422);
    CHECK(
        answer.body.find(R"("problems":[{"kind":"token_refused","detail":"Invalid token"}])") !=
        std::string::npos
    );
    CHECK(answer.body.find("canary") == std::string::npos);
}

TEST_CASE("accounts: webhooks that another connected app signed are believed") {
    TestServer server;
    server.config.secret_key = std::string(64, 'a');
    const std::string body = R"({"object":"whatsapp_business_account","entry":[]})";
    const auto signed_by = [&](std::string_view secret) {
        return server
            .ask(
                "POST", "/webhooks/whatsapp", {{"X-Hub-Signature-256", webhook_signature(secret, body)}}, body
            )
            .status;
    };
    CHECK(signed_by("canary-secret") == 401);
    connected(server);
    CHECK(signed_by("canary-secret") == 200);
    CHECK(signed_by("app-secret") == 200);
}

TEST_CASE("accounts: the secret of one number's app signs nothing for the number of another") {
    TestServer server;
    server.config.secret_key = std::string(64, 'a');
    connected(server);
    const auto answer = [&](std::string_view number, std::string_view secret, const std::string& wamid) {
        InboundText text;
        text.wamid = wamid;
        text.number_id = number;
        const auto body = text_webhook(text);
        return server
            .ask(
                "POST", "/webhooks/whatsapp", {{"X-Hub-Signature-256", webhook_signature(secret, body)}}, body
            )
            .status;
    };
    CHECK(answer("555", "canary-secret", "wamid.1") == 200);
    CHECK(answer("555", "app-secret", "wamid.2") == 401);
    CHECK(answer(kNumberId, "canary-secret", "wamid.3") == 401);
    CHECK(answer(kNumberId, "app-secret", "wamid.4") == 200);
    // Of a number that nobody connected any of them may speak: it is shown, and asks to be connected.
    CHECK(answer("777", "canary-secret", "wamid.5") == 200);
}

}  // namespace roost::test
