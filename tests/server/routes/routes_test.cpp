#include "server/routes/routes.h"

#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "shared/wire/sse.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::HttpClient;
using test::Scenario;
using test::TestServer;

const test::HeaderList kAna = {{"@ana", ""}};
const test::HeaderList kSigned = {{"@sign", ""}};

// The row of the only conversation there is.
Json only_conversation(TestServer& server) {
    const auto list = parse_json(server.as_ana("GET", "/api/v1/conversations").body);
    REQUIRE(list);
    const auto& rows = member(*list, "conversations");
    REQUIRE(rows.size() == 1);
    return rows[0];
}

TEST_CASE("routes: nothing but webhooks, health, files and sign-in answers without a token") {
    TestServer server;
    std::vector<Scenario> scenarios;
    const std::pair<const char*, const char*> closed[] = {
        {"GET", "/api/v1/auth/me"},
        {"GET", "/api/v1/snapshot"},
        {"GET", "/api/v1/events"},
        {"GET", "/api/v1/conversations"},
        {"GET", "/api/v1/conversations/1"},
        {"POST", "/api/v1/conversations/1/read"},
        {"GET", "/api/v1/conversations/1/messages"},
        {"POST", "/api/v1/conversations/1/messages"},
        {"POST", "/api/v1/messages"},
        {"GET", "/api/v1/messages/1"},
        {"POST", "/api/v1/messages/1/retry"},
        {"GET", "/api/v1/webhooks"},
    };
    for (const auto& [method, url] : closed) {
        scenarios.push_back(
            {.name = "no token",
             .method = method,
             .url = url,
             .status = 401,
             .contains = {"application/problem+json", "WWW-Authenticate: Bearer"}}
        );
        scenarios.push_back(
            {.name = "a made-up token",
             .method = method,
             .url = url,
             .headers = {{"Authorization", "Bearer abc.def.ghi"}},
             .status = 401}
        );
        scenarios.push_back(
            {.name = "an identity that is only claimed",
             .method = method,
             .url = url,
             .headers = {{"X-User-Id", "1"}},
             .status = 401}
        );
    }
    const char* open[] = {
        "/health/live", "/health/ready", "/api/v1/health/live", "/api/v1/health/ready", "/"};
    for (const auto* url : open) {
        scenarios.push_back({.name = "open", .url = url, .status = 200});
    }
    run_scenarios(server, scenarios);
}

TEST_CASE("routes: an unknown path is 404 and another method 405, as problems") {
    TestServer server;
    run_scenarios(
        server,
        {
            {.name = "unknown",
             .url = "/api/v1/nothing",
             .headers = kAna,
             .status = 404,
             .contains = {"application/problem+json", "\"code\":\"not_found\""}},
            {.name = "method",
             .method = "DELETE",
             .url = "/api/v1/snapshot",
             .headers = kAna,
             .status = 405,
             .contains = {"Allow: GET, HEAD"}},
            {.name = "a file that is not there", .url = "/missing.js", .status = 404},
            {.name = "a place in the client", .url = "/c/12", .status = 200, .contains = {"<html>client"}},
        }
    );
}

TEST_CASE("routes: the webhook address is verified by its token only") {
    TestServer server;
    const std::string query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    std::vector<Scenario> scenarios;
    for (const std::string path : {"/webhooks/whatsapp", "/api/whatsapp/webhook"}) {
        scenarios.push_back(
            {.name = "right",
             .url = path + query + "verify-token",
             .status = 200,
             .contains = {"\r\n\r\n1158201444"}}
        );
        scenarios.push_back(
            {.name = "wrong",
             .url = path + query + "other",
             .status = 403,
             .not_contains = {"1158201444", "verify-token"}}
        );
        scenarios.push_back({.name = "empty", .url = path + query, .status = 403});
        scenarios.push_back({.name = "no mode", .url = path + "?hub.verify_token=verify-token", .status = 403}
        );
    }
    run_scenarios(server, scenarios);
}

TEST_CASE("routes: an unsigned or wrongly signed webhook is refused and nothing is stored") {
    TestServer server;
    const auto body = test::text_webhook(test::InboundText{});
    run_scenarios(
        server,
        {
            {.name = "no signature",
             .method = "POST",
             .url = "/webhooks/whatsapp",
             .body = body,
             .status = 401},
            {.name = "another body's signature",
             .method = "POST",
             .url = "/webhooks/whatsapp",
             .headers = {{"X-Hub-Signature-256", "sha256=" + std::string(64, '0')}},
             .body = body,
             .status = 401},
            {.name = "an older kind of signature",
             .method = "POST",
             .url = "/webhooks/whatsapp",
             .headers = {{"X-Hub-Signature", "sha1=0"}},
             .body = body,
             .status = 401},
            {.name = "nothing was stored",
             .url = "/api/v1/conversations",
             .headers = kAna,
             .status = 200,
             .not_contains = {"Habari"}},
            {.name = "signed",
             .method = "POST",
             .url = "/webhooks/whatsapp",
             .headers = kSigned,
             .body = body,
             .status = 200,
             .events = {"message_added"}},
            {.name = "repeated",
             .method = "POST",
             .url = "/api/whatsapp/webhook",
             .headers = kSigned,
             .body = body,
             .status = 200},
            {.name = "stored",
             .url = "/api/v1/conversations",
             .headers = kAna,
             .status = 200,
             .contains = {"Habari", "Amina Yusuf"}},
        }
    );
}

TEST_CASE("routes: a malformed webhook with a good signature is answered 200 and can be looked at") {
    TestServer server;
    run_scenarios(
        server,
        {
            {.name = "malformed",
             .method = "POST",
             .url = "/webhooks/whatsapp",
             .headers = kSigned,
             .body = "{\"object\":",
             .status = 200},
            {.name = "listed",
             .url = "/api/v1/webhooks?outcome=failed",
             .headers = kAna,
             .status = 200,
             .contains = {"\"outcome\":\"malformed\""}},
            {.name = "a body over 3 MB",
             .method = "POST",
             .url = "/webhooks/whatsapp",
             .headers = kSigned,
             .body = std::string(3 * 1024 * 1024 + 1, ' '),
             .status = 413},
        }
    );
}

TEST_CASE("routes: sign in, ask who one is, refresh, sign out") {
    TestServer server;
    const std::string good = R"({"email":"ana@example.org","password":"correct horse battery"})";
    run_scenarios(
        server,
        {
            {.name = "wrong password",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = R"({"email":"ana@example.org","password":"wrong wrong wrong"})",
             .status = 401,
             .not_contains = {"Set-Cookie"}},
            {.name = "a field is missing",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = "{}",
             .status = 400,
             .contains = {"email"}},
            {.name = "no JSON",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = "email=a",
             .status = 400},
            {.name = "good",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = good,
             .status = 200,
             .contains =
                 {"access_token",
                  "\"expires_in\":1800",
                  "\"role\":\"admin\"",
                  "HttpOnly; SameSite=Strict; Path=/api/v1/auth"},
             .not_contains = {"Secure"}},
            {.name = "me",
             .url = "/api/v1/auth/me",
             .headers = kAna,
             .status = 200,
             .contains = {"\"email\":\"ana@example.org\""}},
            {.name = "refresh without a cookie",
             .method = "POST",
             .url = "/api/v1/auth/refresh",
             .status = 401},
        }
    );
    const auto answer = server.ask("POST", "/api/v1/auth/login", {}, good);
    const auto cookie = answer.header("Set-Cookie").substr(0, answer.header("Set-Cookie").find(';'));
    const auto renewed = server.ask("POST", "/api/v1/auth/refresh", {{"Cookie", cookie}});
    CHECK(renewed.status == 200);
    const auto next = renewed.header("Set-Cookie").substr(0, renewed.header("Set-Cookie").find(';'));
    CHECK(next != cookie);
    CHECK(server.ask("POST", "/api/v1/auth/logout", {{"Cookie", next}}).status == 204);
    CHECK(server.ask("POST", "/api/v1/auth/refresh", {{"Cookie", next}}).status == 401);
}

TEST_CASE("routes: an access token ends with its time") {
    TestServer server;
    CHECK(server.as_ana("GET", "/api/v1/snapshot").status == 200);
    server.clock.advance(31 * kMinute);
    CHECK(server.as_ana("GET", "/api/v1/snapshot").status == 401);
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
    const auto cursor = std::to_string(test::kNoon - kMinute) + "_" + last_id;
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
             .status = 409,
             .contains = {"\"code\":\"conflict\""}},
        }
    );
}

TEST_CASE("routes: a live stream carries what a webhook brings, and a reconnect replays it") {
    TestServer server;
    HttpClient live(server.port());
    const test::HeaderList ana = {{"Authorization", "Bearer " + server.token()}};
    live.send(test::request_bytes("GET", "/api/v1/events", ana, ""));
    const auto head = live.read_until("retry: 1000\n\n");
    CHECK(head.find("200 OK") != std::string::npos);
    CHECK(head.find("text/event-stream") != std::string::npos);
    CHECK(head.find("X-Accel-Buffering: no") != std::string::npos);
    CHECK(head.find("Content-Length") == std::string::npos);

    const auto before = server.newest_event();
    REQUIRE(server.webhook(test::text_webhook(test::InboundText{})).status == 200);
    const auto event = live.read_until("\n\n");
    CHECK(event.find("id: " + to_string(server.newest_event())) != std::string::npos);
    CHECK(event.find("Habari") != std::string::npos);

    HttpClient again(server.port());
    again.send(test::request_bytes("GET", "/api/v1/events?since=" + to_string(before), ana, ""));
    again.read_until("retry: 1000\n\n");
    CHECK(again.read_until("\n\n") == event);
}

TEST_CASE("routes: a stream that asks for the future of another database is told to start anew") {
    TestServer server;
    REQUIRE(server.webhook(test::text_webhook(test::InboundText{})).status == 200);
    HttpClient stream(server.port());
    stream.send(test::request_bytes(
        "GET",
        "/api/v1/events",
        {{"Authorization", "Bearer " + server.token()}, {"Last-Event-ID", "999999"}},
        ""
    ));
    stream.read_until("retry: 1000\n\n");
    CHECK(stream.read_until("\n\n").find("event: reset") == 0);
    test::InboundText second;
    second.wamid = "wamid.TEXT2";
    REQUIRE(server.webhook(test::text_webhook(second)).status == 200);
    CHECK(stream.read_until("\n\n").find("message_added") != std::string::npos);
}

TEST_CASE("routes: a stream ends with its token") {
    TestServer server;
    HttpClient stream(server.port());
    stream.send(
        test::request_bytes("GET", "/api/v1/events", {{"Authorization", "Bearer " + server.token()}}, "")
    );
    stream.read_until("retry: 1000\n\n");
    server.clock.advance(31 * kMinute);
    server.hub().look_at_clock();
    CHECK(stream.reads_to_the_end());
}

TEST_CASE("routes: HEAD on the stream is answered and ends") {
    TestServer server;
    HttpClient client(server.port());
    CHECK(
        client.ask("HEAD", "/api/v1/events", {{"Authorization", "Bearer " + server.token()}}).status == 200
    );
    CHECK(server.hub().stream_count() == 0);
}

}  // namespace
}  // namespace roost
