// Conversations that are begun with a number, before anybody has written.
#include <doctest/doctest.h>

#include "tests/support/widget_case.h"

namespace roost {
namespace {

using test::WidgetCase;

constexpr const char* kPath = "/api/v1/conversations";

struct StartCase : WidgetCase {
    test::HttpAnswer start(const std::string& body) const { return server.as_ana("POST", kPath, body); }
};

TEST_CASE("start: a number that is new gets a conversation, and the same again gets the same") {
    StartCase use;
    const auto made = use.start(R"({"number":"+49 (1511) 234-5678"})");
    REQUIRE(made.status == 201);
    const auto row = read_conversation(WidgetCase::json(made)).value();
    CHECK(row.wa_id == "4915112345678");
    CHECK(row.last_inbound_at == 0);
    CHECK(row.links.empty());
    const auto again = use.start(R"({"number":"004915112345678"})");
    CHECK(again.status == 200);
    CHECK(read_conversation(WidgetCase::json(again))->id == row.id);
    const auto asked =
        WidgetCase::json(use.server.as_ana("GET", std::string(kPath) + "/" + to_string(row.id)));
    CHECK(asked["window"]["state"] == "never_opened");
    CHECK_FALSE(asked["window"].contains("until"));
    // Nothing but a template goes out before they have written.
    const auto text = use.server.as_ana(
        "POST", std::string(kPath) + "/" + to_string(row.id) + "/messages", R"({"text":"Hallo"})"
    );
    CHECK(text.status == 422);
    const auto log = use.server.as_ana("GET", "/api/v1/audit").body;
    CHECK(log.find("conversation.started") != std::string::npos);
    CHECK(log.find("4915112345678") == std::string::npos);
}

TEST_CASE("start: with a record it is linked in the same step") {
    StartCase use;
    const auto made =
        use.start(R"({"number":"+4915112345678","entity":{"type":"lead","id":"L-7","title":"Wind park"}})");
    REQUIRE(made.status == 201);
    const auto row = read_conversation(WidgetCase::json(made)).value();
    REQUIRE(row.links.size() == 1);
    CHECK(row.links.front().title == "Wind park");
    const auto of_lead = use.server.as_ana("GET", "/api/v1/entities/lead/L-7/conversations").body;
    CHECK(of_lead.find("4915112345678") != std::string::npos);
}

TEST_CASE("start: what cannot be is refused, and nothing is made of it") {
    StartCase use;
    const test::HeaderList ana = {{"@ana", ""}};
    const auto wrong = [&](const char* name, const char* body, const char* field) {
        return test::Scenario{
            .name = name,
            .method = "POST",
            .url = kPath,
            .headers = ana,
            .body = body,
            .status = 400,
            .contains = {field}};
    };
    run_scenarios(
        use.server,
        {wrong("nothing", "{}", "number"),
         wrong("no country", R"({"number":"0712 345 678"})", "number"),
         wrong("a name", R"({"number":"Amina"})", "number"),
         wrong("no list", R"([])", ""),
         wrong("an unknown account", R"({"number":"+4915112345678","account":"99"})", "account"),
         wrong("half a record", R"({"number":"+4915112345678","entity":{"type":"lead"}})", "id"),
         wrong("an unknown type", R"({"number":"+4915112345678","entity":{"type":"moon","id":"1"}})", "type")}
    );
    const auto rows = use.server.store().list_conversations({});
    REQUIRE(rows);
    CHECK(rows->conversations.size() == 2);
}

TEST_CASE("start: a page of one record starts conversations of that record, and reaches no other by a number"
) {
    StartCase use;
    const auto page = WidgetCase::bearer(use.narrow());
    const auto made = use.server.ask("POST", kPath, page, R"({"number":"+4915112345678"})");
    REQUIRE(made.status == 201);
    const auto row = read_conversation(WidgetCase::json(made)).value();
    REQUIRE(row.links.size() == 1);
    CHECK(row.links.front().record == test::kOwnRecord);
    const auto url = std::string(kPath) + "/" + to_string(row.id);
    CHECK(use.server.ask("GET", url, page).status == 200);
    CHECK(use.server.ask("POST", kPath, page, R"({"number":"+4915112345678"})").status == 200);
    CHECK(use.server.ask("POST", kPath, page, R"({"number":"+254712345678"})").status == 200);
    // Named as the page names it.
    const std::string roof =
        R"("entity":{"type":"project","id":"project_123","title":"Roof","url":"https://crm.example/1"})";
    const auto named = use.server.ask("POST", kPath, page, R"({"number":"+4915112345679",)" + roof + "}");
    REQUIRE(named.status == 201);
    const auto links = read_conversation(WidgetCase::json(named)).value().links;
    REQUIRE(links.size() == 1);
    CHECK(links.front().title == "Roof");
    CHECK(links.front().url == "https://crm.example/1");
    CHECK(use.server.ask("POST", kPath, page, R"({"number":"+447700900123"})").status == 403);
    CHECK(use.server.ask("GET", std::string(kPath) + "/" + to_string(use.other), page).status == 404);
}

TEST_CASE("start: a page of one person starts theirs alone") {
    StartCase use;
    const auto page = WidgetCase::bearer(use.session_for(use.token().with("contact", "+49 1511 2345678")));
    CHECK(use.server.ask("POST", kPath, page, R"({"number":"+447700900123"})").status == 403);
    CHECK(use.server.ask("POST", kPath, page, R"({"number":"+4915112345678"})").status == 201);
}

}  // namespace
}  // namespace roost
