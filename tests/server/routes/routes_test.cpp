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
        "/health/live", "/health/ready", "/api/v1/health/live", "/api/v1/health/ready", "/api/v1/brand", "/"};
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
             .contains = {"\"outcome\":\"malformed\"", "\"size\":10"},
             .not_contains = {"\"body\""}},
            {.name = "one of them, as it came",
             .url = "/api/v1/webhooks/1",
             .headers = kAna,
             .status = 200,
             .contains = {R"("body":"{\"object\":")"}},
            {.name = "once more",
             .method = "POST",
             .url = "/api/v1/webhooks/1/replay",
             .headers = kAna,
             .status = 200,
             .contains = {"\"outcome\":\"malformed\"", "\"applied\":0"}},
            {.name = "one that is not there", .url = "/api/v1/webhooks/99", .headers = kAna, .status = 404},
            {.name = "no number",
             .method = "POST",
             .url = "/api/v1/webhooks/first/replay",
             .headers = kAna,
             .status = 404},
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

TEST_CASE("routes: who begins or comes back is told what time it is here") {
    TestServer server;
    for (const std::string path : {"/api/v1/snapshot", "/api/v1/auth/me"}) {
        const auto answer = parse_json(server.as_ana("GET", path).body);
        REQUIRE(answer);
        const auto now = required_time(*answer, "now");
        REQUIRE(now);
        CHECK(*now <= server.clock.now());
        CHECK(*now > server.clock.now() - kMinute);
    }
}

TEST_CASE("routes: an access token ends with its time") {
    TestServer server;
    CHECK(server.as_ana("GET", "/api/v1/snapshot").status == 200);
    server.clock.advance(31 * kMinute);
    CHECK(server.as_ana("GET", "/api/v1/snapshot").status == 401);
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
