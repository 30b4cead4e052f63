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

}  // namespace
}  // namespace roost
