#include <doctest/doctest.h>

#include "shared/wire/search.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::TestServer;

const test::HeaderList kAna = {{"@ana", ""}};

test::InboundText written(int number, std::string text, std::string from, std::string name) {
    test::InboundText inbound;
    inbound.wamid = "wamid.R" + std::to_string(number);
    inbound.text = std::move(text);
    inbound.from = std::move(from);
    inbound.name = std::move(name);
    inbound.at = test::kNoon + number * kSecond;
    return inbound;
}

TEST_CASE("routes: search answers agents only, and says what is wrong with a question") {
    TestServer server;
    for (const auto& text :
         {written(1, "The inverter hums", "254711000001", "Juma Inverter Repairs"),
          written(2, "Is the inverter the 12 kW one?", "254711000002", "Amina Yusuf"),
          written(3, "Neno lingine", "254711000002", "Amina Yusuf")}) {
        REQUIRE(server.webhook(test::text_webhook(text)).status == 200);
    }
    const std::string search = "/api/v1/search";
    run_scenarios(
        server,
        {
            {.name = "nobody", .url = search + "?q=inverter", .status = 401, .not_contains = {"hums"}},
            {.name = "both kinds",
             .url = search + "?q=inverter",
             .headers = kAna,
             .contains = {"Juma Inverter Repairs", "hums", "12 kW", "\"hits\":[[4,12]]", "\"rows\":["},
             .not_contains = {"\"next\""}},
            {.name = "a page",
             .url = search + "?q=inverter&limit=1",
             .headers = kAna,
             .contains = {"12 kW", "\"next\":\""},
             .not_contains = {"\"snippet\":\"The inverter hums"}},
            {.name = "in one conversation",
             .url = search + "?q=inverter&conversation=1",
             .headers = kAna,
             .contains = {"hums", "\"total\":1", "\"conversations\":[]"},
             .not_contains = {"12 kW"}},
            {.name = "nothing", .url = search + "?q=xyzzy", .headers = kAna, .contains = {"\"messages\":[]"}},
            {.name = "empty", .url = search + "?q=", .headers = kAna, .contains = {"\"messages\":[]"}},
            {.name = "no question", .url = search, .headers = kAna, .status = 400, .contains = {"'q'"}},
            {.name = "no such conversation",
             .url = search + "?q=inverter&conversation=99",
             .headers = kAna,
             .status = 404},
            {.name = "no id",
             .url = search + "?q=a&conversation=x",
             .headers = kAna,
             .status = 400,
             .contains = {"conversation"}},
            {.name = "no limit", .url = search + "?q=a&limit=x", .headers = kAna, .status = 400},
            {.name = "no cursor",
             .url = search + "?q=a&cursor=x_1",
             .headers = kAna,
             .status = 400,
             .contains = {"cursor"}},
            {.name = "operators",
             .url = search + "?q=%22%20OR%20NEAR(*%27%20MATCH%20%FF",
             .headers = kAna,
             .contains = {"\"messages\":[]"}},
            {.name = "a NUL", .url = search + "?q=a%00b", .headers = kAna, .status = 400},
            {.name = "long",
             .url = search + "?q=" + std::string(3000, 'a'),
             .headers = kAna,
             .contains = {"\"messages\":[]"}},
            {.name = "too long",
             .url = search + "?q=" + std::string(10'000, 'a'),
             .headers = kAna,
             .status = 414},
        }
    );
    const auto first = read_search_page(server.as_ana("GET", search + "?q=inverter&limit=1").body);
    REQUIRE(first);
    const auto next =
        read_search_page(server.as_ana("GET", search + "?q=inverter&limit=1&cursor=" + first->next).body);
    REQUIRE(next);
    REQUIRE(next->messages.size() == 1);
    CHECK(next->messages[0].snippet.text == "The inverter hums");
    CHECK(next->conversations.empty());  // only with the first page
    CHECK(next->next.empty());
}

}  // namespace
}  // namespace roost
