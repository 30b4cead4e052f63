#include "server/routes/routes.h"

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "shared/wire/sse.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::TestServer;

const test::HeaderList kAna = {{"@ana", ""}};

// The row of the only conversation there is.
Json only_conversation(TestServer& server) {
    const auto list = parse_json(server.as_ana("GET", "/api/v1/conversations").body);
    REQUIRE(list);
    const auto& rows = member(*list, "conversations");
    REQUIRE(rows.size() == 1);
    return rows[0];
}

TEST_CASE("routes: the list pages by its last row and filters") {
    TestServer server;
    for (int i = 0; i < 5; ++i) {
        test::InboundText text;
        text.wamid = "wamid.L" + std::to_string(i);
        text.from = "25471234500" + std::to_string(i);
        text.name = "Customer" + std::to_string(i);
        text.at = test::kNoon - i * kMinute;
        REQUIRE(server.webhook(test::text_webhook(text)).status == 200);
    }
    const auto first = parse_json(server.as_ana("GET", "/api/v1/conversations?limit=2").body);
    REQUIRE(first);
    CHECK(member(*first, "conversations").size() == 2);
    CHECK(optional_bool(*first, "has_more") == true);
    const auto last_id = string_or(member(*first, "conversations")[1], "id", "");
    const auto last_row = read_conversation(member(*first, "conversations")[1]);
    REQUIRE(last_row);
    const auto cursor = write_cursor(place_of(*last_row));
    run_scenarios(
        server,
        {
            {.name = "by cursor",
             .url = "/api/v1/conversations?limit=2&before=" + cursor,
             .headers = kAna,
             .status = 200,
             .contains = {"Customer2", "Customer3"},
             .not_contains = {"Customer1", "Customer4"}},
            {.name = "by id",
             .url = "/api/v1/conversations?limit=2&before=" + last_id,
             .headers = kAna,
             .status = 200,
             .contains = {"Customer2", "Customer3"},
             .not_contains = {"Customer1", "Customer4"}},
            {.name = "unread",
             .url = "/api/v1/conversations?unread=true",
             .headers = kAna,
             .status = 200,
             .contains = {"Customer0", "Customer4"}},
            {.name = "another platform",
             .url = "/api/v1/conversations?platform=instagram",
             .headers = kAna,
             .status = 200,
             .not_contains = {"Customer"}},
            {.name = "no such platform",
             .url = "/api/v1/conversations?platform=fax",
             .headers = kAna,
             .status = 400,
             .contains = {"platform"}},
            {.name = "no such cursor",
             .url = "/api/v1/conversations?before=x",
             .headers = kAna,
             .status = 400,
             .contains = {"before"}},
            {.name = "no such limit",
             .url = "/api/v1/conversations?limit=-1",
             .headers = kAna,
             .status = 400,
             .contains = {"limit"}},
            {.name = "no such row", .url = "/api/v1/conversations/999", .headers = kAna, .status = 404},
            {.name = "no id at all", .url = "/api/v1/conversations/abc", .headers = kAna, .status = 404},
        }
    );
}

TEST_CASE("routes: a thread pages both ways and around a message, and is read up to one") {
    TestServer server;
    std::vector<test::InboundText> texts;
    for (int i = 0; i < 9; ++i) {
        test::InboundText text;
        text.wamid = "wamid.T" + std::to_string(i);
        text.text = "text" + std::to_string(i) + ".";
        text.at = test::kNoon + i * kSecond;
        texts.push_back(text);
    }
    REQUIRE(server.webhook(test::text_webhook(texts)).status == 200);
    const auto row = only_conversation(server);
    const auto thread = "/api/v1/conversations/" + string_or(row, "id", "") + "/messages";
    const auto all = parse_json(server.as_ana("GET", thread).body);
    REQUIRE(all);
    REQUIRE(member(*all, "messages").size() == 9);
    const auto id = [&](std::size_t i) { return string_or(member(*all, "messages")[i], "id", ""); };
    run_scenarios(
        server,
        {
            {.name = "newest",
             .url = thread + "?limit=2",
             .headers = kAna,
             .status = 200,
             .contains = {"text7.", "text8.", "\"has_older\":true"},
             .not_contains = {"text6."}},
            {.name = "before",
             .url = thread + "?limit=2&before=" + id(4),
             .headers = kAna,
             .status = 200,
             .contains = {"text2.", "text3."},
             .not_contains = {"text1.", "text4."}},
            {.name = "after",
             .url = thread + "?limit=2&after=" + id(4),
             .headers = kAna,
             .status = 200,
             .contains = {"text5.", "text6.", "\"has_newer\":true"},
             .not_contains = {"text4.", "text7."}},
            {.name = "around",
             .url = thread + "?limit=4&around=" + id(4),
             .headers = kAna,
             .status = 200,
             .contains = {"text3.", "text4.", "text5."},
             .not_contains = {"text0.", "text8."}},
            {.name = "two at once", .url = thread + "?before=1&after=2", .headers = kAna, .status = 400},
            {.name = "no id",
             .url = thread + "?before=x",
             .headers = kAna,
             .status = 400,
             .contains = {"before"}},
            {.name = "one message",
             .url = "/api/v1/messages/" + id(4),
             .headers = kAna,
             .status = 200,
             .contains = {"{\"message\":{", "text4."}},
            {.name = "no such message", .url = "/api/v1/messages/999999", .headers = kAna, .status = 404},
            {.name = "read",
             .method = "POST",
             .url = "/api/v1/conversations/" + string_or(row, "id", "") + "/read",
             .headers = kAna,
             .body = "{\"up_to\":\"" + id(4) + "\"}",
             .status = 200,
             .contains = {"\"unread\":4"},
             .events = {"conversation_changed"}},
            {.name = "read again",
             .method = "POST",
             .url = "/api/v1/conversations/" + string_or(row, "id", "") + "/read",
             .headers = kAna,
             .body = "{\"up_to\":\"" + id(4) + "\"}",
             .status = 200,
             .contains = {"\"unread\":4"}},
            {.name = "read what",
             .method = "POST",
             .url = "/api/v1/conversations/" + string_or(row, "id", "") + "/read",
             .headers = kAna,
             .body = "{}",
             .status = 400,
             .contains = {"up_to"}},
        }
    );
}

TEST_CASE("routes: sending is accepted once for one reference, wherever it stands") {
    TestServer server;
    test::InboundText text;
    text.at = server.clock.now() - kMinute;
    REQUIRE(server.webhook(test::text_webhook(text)).status == 200);
    const auto row = only_conversation(server);
    const auto url = "/api/v1/conversations/" + string_or(row, "id", "") + "/messages";
    auto with_key = kAna;
    with_key.emplace_back("Idempotency-Key", "key-2");
    const std::string in_body = R"({"client_ref":"key-1","type":"text","text":{"body":"one"}})";
    const std::string without = R"({"text":"two"})";
    run_scenarios(
        server,
        {
            {.name = "in the body",
             .method = "POST",
             .url = url,
             .headers = kAna,
             .body = in_body,
             .status = 202,
             .contains = {"\"client_ref\":\"key-1\"", "\"status\":\"queued\""},
             .events = {"message_added"}},
            {.name = "again",
             .method = "POST",
             .url = url,
             .headers = kAna,
             .body = in_body,
             .status = 202,
             .contains = {"\"client_ref\":\"key-1\""}},
            {.name = "in the header",
             .method = "POST",
             .url = url,
             .headers = with_key,
             .body = without,
             .status = 202,
             .contains = {"\"client_ref\":\"key-2\""},
             .events = {"message_added"}},
            {.name = "again",
             .method = "POST",
             .url = url,
             .headers = with_key,
             .body = without,
             .status = 202,
             .contains = {"\"client_ref\":\"key-2\""}},
            {.name = "nothing to send",
             .method = "POST",
             .url = url,
             .headers = kAna,
             .body = R"({"text":""})",
             .status = 400},
            {.name = "to nobody",
             .method = "POST",
             .url = "/api/v1/conversations/999/messages",
             .headers = kAna,
             .body = without,
             .status = 404},
        }
    );
    server.clock.advance(23 * kHour + 50 * kMinute);
    const auto again = server.ask(
        "POST", "/api/v1/auth/login", {}, R"({"email":"ana@example.org","password":"correct horse battery"})"
    );
    const auto session = parse_json(again.body);
    REQUIRE(session);
    const auto bearer = "Bearer " + string_or(*session, "access_token", "");
    const auto named_by_nobody = server.ask("POST", url, {{"Authorization", bearer}}, without);
    CHECK(named_by_nobody.status == 202);
    CHECK(named_by_nobody.body.find("\"client_ref\":\"s.") != std::string::npos);
}

TEST_CASE("routes: once the 24-hour window is closed a text is refused with the reason") {
    TestServer server;
    test::InboundText text;
    text.at = server.clock.now() - 25 * kHour;
    REQUIRE(server.webhook(test::text_webhook(text)).status == 200);
    const auto row = only_conversation(server);
    const auto url = "/api/v1/conversations/" + string_or(row, "id", "") + "/messages";
    run_scenarios(
        server,
        {
            {.name = "closed",
             .method = "POST",
             .url = url,
             .headers = kAna,
             .body = R"({"text":"two"})",
             .status = 422,
             .contains = {"\"code\":\"window_closed\"", "131047"}},
            {.name = "forced by no truth",
             .method = "POST",
             .url = url,
             .headers = kAna,
             .body = R"({"text":"two","force":"yes"})",
             .status = 400,
             .contains = {"force"}},
            {.name = "forced",
             .method = "POST",
             .url = url,
             .headers = kAna,
             .body = R"({"text":"two","force":true})",
             .status = 202,
             .contains = {"\"status\":\"queued\""},
             .events = {"message_added"}},
        }
    );
}

TEST_CASE("routes: a person who cannot be reached is noted, until they write") {
    TestServer server;
    REQUIRE(server.webhook(test::text_webhook(test::InboundText{})).status == 200);
    const auto url =
        "/api/v1/conversations/" + string_or(only_conversation(server), "id", "") + "/unreachable";
    const auto post = [&](std::string name, std::string body) {
        test::Scenario scenario;
        scenario.name = std::move(name);
        scenario.method = "POST";
        scenario.url = url;
        scenario.headers = kAna;
        scenario.body = std::move(body);
        scenario.status = 200;
        return scenario;
    };
    auto marked = post("marked", R"({"unreachable":true})");
    marked.contains = {"\"is_unreachable\":true"};
    marked.events = {"conversation_changed"};
    auto again = post("again", R"({"unreachable":true})");
    again.contains = {"\"is_unreachable\":true"};
    auto back = post("taken back", R"({"unreachable":false})");
    back.not_contains = {"is_unreachable"};
    back.events = {"conversation_changed"};
    auto what = post("what", "{}");
    what.status = 400;
    what.contains = {"unreachable"};
    auto nobody = marked;
    nobody.name = "nobody";
    nobody.url = "/api/v1/conversations/999/unreachable";
    nobody.status = 404;
    nobody.contains.clear();
    nobody.events.clear();
    run_scenarios(server, {marked, again, what, nobody, back, marked});
    test::InboundText text;
    text.wamid = "wamid.BACK";
    REQUIRE(server.webhook(test::text_webhook(text)).status == 200);
    CHECK_FALSE(only_conversation(server).contains("is_unreachable"));
}

TEST_CASE("routes: what is sent is linked to the record it names, and a record's messages are paged by key") {
    TestServer server;
    for (const std::string from : {"254712345678", "254712345679"}) {
        test::InboundText text;
        text.wamid = "wamid." + from;
        text.from = from;
        REQUIRE(server.webhook(test::text_webhook(text)).status == 200);
        for (const std::string words : {"one", "two"}) {
            const auto body = R"({"to":")" + from + R"(","text":")" + words +
                              R"(","link_to_entity":118,"entity_type":"project"})";
            const auto answer = server.as_ana("POST", "/api/v1/messages", body);
            CHECK(answer.status == 202);
            const auto sent = parse_json(answer.body);
            REQUIRE(sent);
            CHECK(string_or(member(member(*sent, "message"), "links")[0], "id", "") == "118");
        }
    }
    std::vector<std::string> seen;
    std::string next;
    do {
        const auto path =
            "/api/v1/entities/project/118/messages?limit=3" + (next.empty() ? "" : "&before=" + next);
        const auto page = parse_json(server.as_ana("GET", path).body);
        REQUIRE(page);
        for (const auto& message : member(*page, "messages"))
            seen.push_back(string_or(message, "id", ""));
        next = string_or(*page, "next", "");
    } while (!next.empty());
    CHECK(seen.size() == 4);
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == 4);
    const auto none = server.as_ana("GET", "/api/v1/entities/project/119/messages");
    CHECK(none.body == R"({"messages":[]})");
    CHECK(server.as_ana("GET", "/api/v1/entities/project/118/messages?before=x").status == 400);
}

}  // namespace
}  // namespace roost
