// Blocking and unblocking over HTTP: what agents are answered, and what pages hear.
#include <doctest/doctest.h>

#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost::test {

TEST_CASE("block: over the API, with what Meta says, and only where there is somebody to block") {
    TestServer server;
    REQUIRE(server.webhook(text_webhook(InboundText{})).status == 200);
    const auto rows = server.store().list_conversations({}).value().conversations;
    REQUIRE(rows.size() == 1);
    const auto at = "/api/v1/conversations/" + to_string(rows.front().id);
    const HeaderList ana{{"@ana", ""}};
    const Scenario block{.name = "block", .method = "POST", .url = at + "/block", .headers = ana};
    auto refused = block;
    refused.name = "refused";
    refused.status = 409;
    refused.contains = {R"("code":"conflict")", R"("reason":"silent_too_long")", "131047"};
    server.cloud.answer_next_block(CloudRefusal{400, 131047, "Too late", 0});
    run_scenarios(server, {refused});
    auto away = block;
    away.name = "Meta does not answer";
    away.status = 503;
    away.contains = {R"("reason":"try_again")"};
    server.cloud.answer_next_block(CloudUnreachable{"no route"});
    run_scenarios(server, {away});
    auto done = block;
    done.contains = {R"("is_blocked":true)"};
    done.events = {"conversation_changed"};
    auto again = block;
    again.name = "again";
    again.contains = {R"("is_blocked":true)"};
    const std::string text = R"({"client_ref":"r1","type":"text","text":{"body":"Hello"}})";
    run_scenarios(
        server,
        {done,
         again,
         {.name = "sending",
          .method = "POST",
          .url = at + "/messages",
          .headers = ana,
          .body = text,
          .status = 409,
          .contains = {R"("code":"blocked")"}},
         {.name = "the row", .url = at, .headers = ana, .contains = {R"("is_blocked":true)"}},
         {.name = "unblock",
          .method = "DELETE",
          .url = at + "/block",
          .headers = ana,
          .not_contains = {"is_blocked"},
          .events = {"conversation_changed"}},
         {.name = "nobody",
          .method = "POST",
          .url = "/api/v1/conversations/999/block",
          .headers = ana,
          .status = 404},
         {.name = "no id",
          .method = "DELETE",
          .url = "/api/v1/conversations/x/block",
          .headers = ana,
          .status = 404}}
    );
}

}  // namespace roost::test
