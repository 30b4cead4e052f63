#include <doctest/doctest.h>

#include "server/app/template_writes.h"
#include "server/store/store.h"
#include "shared/base/json.h"
#include "tests/support/http_scenario.h"
#include "tests/support/template_samples.h"

namespace roost {
namespace {

using test::TestServer;

const test::HeaderList kAna = {{"@ana", ""}};

void fill(TestServer& server) {
    auto paused = test::plain_template("20", "old_offer");
    paused.status = "PAUSED";
    paused.category = "MARKETING";
    REQUIRE(server.store().write([&](Transaction& transaction) -> Status {
        return replace_templates(
                   transaction,
                   server.config.waba_id,
                   {test::plain_template("11", "reminder", "sw"),
                    test::plain_template("10"),
                    test::rich_template(),
                    paused}
        )
            .map([](bool) {});
    }));
}

std::string names(const test::HttpAnswer& answer) {
    const auto json = parse_json(answer.body);
    REQUIRE(json);
    std::string text;
    for (const auto& one : member(*json, "templates"))
        text += string_or(one, "name", "") + "/" + string_or(one, "language", "") + " ";
    return text;
}

TEST_CASE("routes: templates are listed whole, searched and filtered") {
    TestServer server;
    fill(server);
    const auto list = [&server](const std::string& query) {
        return names(server.as_ana("GET", "/api/v1/templates" + query));
    };
    CHECK(list("") == "old_offer/en_US project_update/en_US reminder/en_US reminder/sw ");
    CHECK(list("?status=approved") == "project_update/en_US reminder/en_US reminder/sw ");
    CHECK(list("?category=marketing") == "old_offer/en_US ");
    CHECK(list("?language=en-US&status=APPROVED") == "project_update/en_US reminder/en_US ");
    CHECK(list("?search=PROJECT%20up") == "project_update/en_US ");
    CHECK(list("?search=we%20meet&language=sw") == "reminder/sw ");
    CHECK(list("?search=nothing") == "");
    run_scenarios(
        server,
        {{.name = "whole",
          .url = "/api/v1/templates?search=project",
          .headers = kAna,
          .contains =
              {R"("parameter_format":"POSITIONAL")", R"("text":"Call me back")", R"("is_syncing":true)"}},
         {.name = "no limit of nothing", .url = "/api/v1/templates?limit=0", .headers = kAna, .status = 400},
         {.name = "nobody", .url = "/api/v1/templates", .status = 401}}
    );
}

TEST_CASE("routes: templates that a number may send are those of its own business account") {
    TestServer server;
    fill(server);
    server.numbers.set({{"778899", "other-waba", "token", "secret"}});
    std::string own;
    std::string other;
    REQUIRE(server.store().write([&](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(
            replace_templates(transaction, "other-waba", {test::free_text_template()}).map([](bool) {})
        );
        ASSIGN_OR_RETURN(
            const auto first, transaction.account_for(Platform::kWhatsApp, server.config.phone_number_id)
        );
        ASSIGN_OR_RETURN(const auto second, transaction.account_for(Platform::kWhatsApp, "778899"));
        own = to_string(first);
        other = to_string(second);
        return {};
    }));
    const auto list = [&server](const std::string& account) {
        return names(server.as_ana("GET", "/api/v1/templates?account=" + account));
    };
    CHECK(list(own) == "old_offer/en_US project_update/en_US reminder/en_US reminder/sw ");
    CHECK(list(other) == "message_for_you/en_US ");
    run_scenarios(
        server,
        {{.name = "no number", .url = "/api/v1/templates?account=x", .headers = kAna, .status = 400},
         {.name = "not there", .url = "/api/v1/templates?account=99", .headers = kAna, .status = 404}}
    );
}

TEST_CASE("routes: templates come in pages that meet") {
    TestServer server;
    fill(server);
    std::string all;
    std::string after;
    int pages = 0;
    do {
        const auto answer = server.as_ana("GET", "/api/v1/templates?limit=1&after=" + after);
        all += names(answer);
        after = string_or(*parse_json(answer.body), "next", "");
        ++pages;
    } while (!after.empty());
    CHECK(pages == 4);
    CHECK(all == "old_offer/en_US project_update/en_US reminder/en_US reminder/sw ");
}

TEST_CASE("routes: an agent asks for the templates anew") {
    TestServer server;
    run_scenarios(
        server,
        {{.name = "asked",
          .method = "POST",
          .url = "/api/v1/templates/sync",
          .headers = kAna,
          .status = 202,
          .events = {"templates_changed"}},
         {.name = "nobody", .method = "POST", .url = "/api/v1/templates/sync", .status = 401}}
    );
    const auto sync = server.store().find_template_sync(server.config.waba_id);
    REQUIRE(sync);
    REQUIRE(*sync);
    CHECK((*sync)->due_at == 0);
}

constexpr std::string_view kVisit = R"({"name":"visit","language":"en_US","category":"UTILITY",
    "components":[{"type":"BODY","text":"Hello {{1}}, our team comes tomorrow.",
    "example":{"body_text":[["Amina"]]}}]})";

std::string id_of(TestServer& server, std::string_view name) {
    const auto all = server.store().list_templates(server.config.waba_id);
    REQUIRE(all);
    for (const auto& one : *all)
        if (one.name == name) return one.id;
    return "";
}

TEST_CASE("routes: a template is made, changed and deleted") {
    TestServer server;
    const std::string url = "/api/v1/templates";
    run_scenarios(
        server,
        {{.name = "made",
          .method = "POST",
          .url = url,
          .headers = kAna,
          .body = std::string(kVisit),
          .status = 201,
          .contains = {R"("id":"9001")", R"("status":"PENDING")", R"("name":"visit")"},
          .events = {"templates_changed"}},
         {.name = "no JSON", .method = "POST", .url = url, .headers = kAna, .body = "{", .status = 400},
         {.name = "fields",
          .method = "POST",
          .url = url,
          .headers = kAna,
          .body = R"({"name":"A b","language":"en","category":"UTILITY","components":[{"type":"BODY"}]})",
          .status = 422,
          .contains =
              {R"("code":"invalid","fields":[{"field":"name","code":"name")",
               R"({"field":"body","code":"missing","detail":"'body' is missing"})",
               "application/problem+json"}},
         {.name = "in review",
          .method = "PATCH",
          .url = url + "/9001",
          .headers = kAna,
          .body = R"({"components":[{"type":"BODY","text":"Other words."}]})",
          .status = 409},
         {.name = "nothing there",
          .method = "PATCH",
          .url = url + "/1",
          .headers = kAna,
          .body = std::string(kVisit),
          .status = 404},
         {.name = "gone",
          .method = "DELETE",
          .url = url + "/9001",
          .headers = kAna,
          .status = 204,
          .events = {"templates_changed"}},
         {.name = "gone already", .method = "DELETE", .url = url + "/9001", .headers = kAna, .status = 404}}
    );
    CHECK(id_of(server, "visit").empty());
}

TEST_CASE("routes: Meta's own words come with the field that they are about") {
    TestServer server;
    server.cloud.answer_next_change(CloudRefusal{
        400, 100, "Invalid parameter", 0, 2388299, "T", "At the end."});
    server.cloud.answer_next_change(CloudUnreachable{"no name"});
    run_scenarios(
        server,
        {{.name = "refused",
          .method = "POST",
          .url = "/api/v1/templates",
          .headers = kAna,
          .body = std::string(kVisit),
          .status = 422,
          .contains = {R"([{"field":"body","code":"meta","detail":"At the end."}])"}},
         {.name = "away",
          .method = "POST",
          .url = "/api/v1/templates",
          .headers = kAna,
          .body = std::string(kVisit),
          .status = 503,
          .contains = {"Meta does not answer", "Retry-After"}}}
    );
}

TEST_CASE("routes: only those who lead change templates") {
    TestServer server;
    const auto status_for = [&server](AgentRole role, std::string_view method, const std::string& path) {
        const test::HeaderList headers{{"Authorization", "Bearer " + server.token_of(role)}};
        return server.ask(method, "/api/v1/templates" + path, headers, kVisit).status;
    };
    CHECK(status_for(AgentRole::kSupervisor, "POST", "") == 201);
    CHECK(status_for(AgentRole::kAgent, "POST", "") == 403);
    CHECK(status_for(AgentRole::kViewer, "PATCH", "/9001") == 403);
    CHECK(server.ask("DELETE", "/api/v1/templates/9001").status == 401);
    CHECK(id_of(server, "visit") == "9001");
}

}  // namespace
}  // namespace roost
