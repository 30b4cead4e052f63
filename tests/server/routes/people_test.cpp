// Agents, invitations, the first start, sessions, keys, limits and the audit log, as a browser meets them.
#include <doctest/doctest.h>

#include <string>

#include "server/app/invitations.h"
#include "shared/base/json.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::HeaderList;
using test::HttpAnswer;
using test::HttpClient;
using test::TestServer;

const HeaderList kAna = {{"@ana", ""}};

HeaderList bearer(const std::string& token) {
    return {{"Authorization", "Bearer " + token}};
}

Json json_of(const HttpAnswer& answer) {
    const auto parsed = parse_json(answer.body);
    REQUIRE(parsed);
    return *parsed;
}

std::string last_segment(const std::string& link) {
    return link.substr(link.rfind('/') + 1);
}

TEST_CASE("people: agents are listed, changed and kept from locking everybody out") {
    TestServer server;
    run_scenarios(
        server,
        {
            {.name = "list",
             .url = "/api/v1/agents",
             .headers = kAna,
             .contains = {"\"email\":\"ana@example.org\"", "\"is_active\":true", "\"role\":\"admin\""},
             .not_contains = {"argon2", "password"}},
            {.name = "the last administrator",
             .method = "PATCH",
             .url = "/api/v1/agents/1",
             .headers = kAna,
             .body = R"({"role":"agent"})",
             .status = 409,
             .contains = {"\"code\":\"conflict\"", "last administrator"}},
            {.name = "switched off",
             .method = "PATCH",
             .url = "/api/v1/agents/1",
             .headers = kAna,
             .body = R"({"is_active":false})",
             .status = 409},
            {.name = "removed",
             .method = "DELETE",
             .url = "/api/v1/agents/1",
             .headers = kAna,
             .status = 409},
            {.name = "renamed",
             .method = "PATCH",
             .url = "/api/v1/agents/1",
             .headers = kAna,
             .body = R"({"name":"Ana Mwangi","id":"7","password_hash":"x"})",
             .contains = {"Ana Mwangi", "\"id\":\"1\""},
             .events = {"colleague_changed"}},
            {.name = "a role nobody knows",
             .method = "PATCH",
             .url = "/api/v1/agents/1",
             .headers = kAna,
             .body = R"({"role":"owner"})",
             .status = 400,
             .contains = {"role"}},
            {.name = "another type",
             .method = "PATCH",
             .url = "/api/v1/agents/1",
             .headers = kAna,
             .body = R"({"is_active":"no"})",
             .status = 400,
             .contains = {"is_active"}},
            {.name = "nobody",
             .method = "PATCH",
             .url = "/api/v1/agents/99",
             .headers = kAna,
             .body = R"({"name":"X"})",
             .status = 404},
        }
    );
}

TEST_CASE("people: an invitation leads from a link to an agent who is signed in") {
    TestServer server;
    const auto invited = server.as_ana(
        "POST", "/api/v1/agents", R"({"email":"ben@example.org","name":"Ben","role":"viewer"})"
    );
    REQUIRE(invited.status == 201);
    const auto token = last_segment(string_or(json_of(invited), "link", ""));
    const auto path = "/api/v1/invitations/" + token;
    run_scenarios(
        server,
        {
            {.name = "open ones",
             .url = "/api/v1/invitations",
             .headers = kAna,
             .contains = {"ben@example.org"},
             .not_contains = {token}},
            {.name = "what it says", .url = path, .contains = {"ben@example.org", "\"role\":\"viewer\""}},
            {.name = "a bad password",
             .method = "POST",
             .url = path,
             .body = R"({"password":"short"})",
             .status = 400,
             .contains = {"password"}},
            {.name = "no role of one's own",
             .method = "POST",
             .url = path,
             .body =
                 R"({"name":"Ben O","role":"admin","email":"x@example.org","password":"zebra tisch lampe"})",
             .contains = {"access_token", "\"role\":\"viewer\"", "\"email\":\"ben@example.org\"", "HttpOnly"},
             .events = {"colleague_changed"}},
            {.name = "used", .url = path, .status = 404},
            {.name = "used again",
             .method = "POST",
             .url = path,
             .body = R"({"password":"zebra tisch lampe"})",
             .status = 404},
            {.name = "none is open",
             .url = "/api/v1/invitations",
             .headers = kAna,
             .contains = {R"({"invitations":[]})"}},
        }
    );
}

TEST_CASE("people: an invitation that was withdrawn is worthless") {
    TestServer server;
    const auto invited =
        server.as_ana("POST", "/api/v1/agents", R"({"email":"ben@example.org","name":"Ben","role":"agent"})");
    const auto body = json_of(invited);
    const auto id = string_or(member(body, "invitation"), "id", "");
    CHECK(server.as_ana("DELETE", "/api/v1/invitations/" + id).status == 204);
    CHECK(server.as_ana("DELETE", "/api/v1/invitations/" + id).status == 404);
    CHECK(
        server.ask("GET", "/api/v1/invitations/" + last_segment(string_or(body, "link", ""))).status == 404
    );
}

TEST_CASE("people: the first start has a link for the first administrator, once") {
    TestServer server(TestServer::People::kNone);
    const auto link = offer_setup(server.deps());
    REQUIRE(link);
    REQUIRE(*link);
    const auto path = "/api/v1/setup/" + last_segment(**link);
    const std::string ana = R"({"email":"ana@example.org","name":"Ana","password":"correct horse battery"})";
    CHECK(server.ask("GET", path).status == 200);
    CHECK(server.ask("GET", path + "x").status == 404);
    CHECK(server.ask("POST", path, {}, R"({"password":"correct horse battery"})").status == 400);
    const auto made = server.ask("POST", path, {}, ana);
    REQUIRE(made.status == 200);
    const auto token = string_or(json_of(made), "access_token", "");
    CHECK(server.ask("GET", "/api/v1/agents", bearer(token)).status == 200);
    CHECK(server.ask("GET", path).status == 404);
    CHECK(server.ask("POST", path, {}, ana).status == 404);
}

TEST_CASE("people: who is switched off loses the open stream and every request at once") {
    TestServer server;
    const auto token = server.token_of(AgentRole::kAgent);
    HttpClient stream(server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events", bearer(token), ""));
    stream.read_until("retry: 1000\n\n");
    CHECK(server.ask("GET", "/api/v1/snapshot", bearer(token)).status == 200);
    CHECK(server.as_ana("PATCH", "/api/v1/agents/2", R"({"is_active":false})").status == 200);
    CHECK(server.ask("GET", "/api/v1/snapshot", bearer(token)).status == 401);
    CHECK(stream.reads_to_the_end());
}

TEST_CASE("people: one's own sessions are listed and ended, with their streams") {
    TestServer server;
    const std::string login = R"({"email":"ana@example.org","password":"correct horse battery"})";
    const HeaderList firefox = {{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0"}};
    const auto other =
        string_or(json_of(server.ask("POST", "/api/v1/auth/login", firefox, login)), "access_token", "");
    HttpClient stream(server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events", bearer(other), ""));
    stream.read_until("retry: 1000\n\n");
    const auto listed = server.as_ana("GET", "/api/v1/sessions");
    CHECK(listed.body.find("Firefox on Linux") != std::string::npos);
    CHECK(listed.body.find("127.0.0.1") != std::string::npos);
    CHECK(server.as_ana("DELETE", "/api/v1/sessions/99").status == 404);
    CHECK(server.as_ana("DELETE", "/api/v1/sessions").status == 204);
    CHECK(stream.reads_to_the_end());
    CHECK(server.ask("GET", "/api/v1/auth/me", bearer(other)).status == 401);
    CHECK(server.as_ana("GET", "/api/v1/auth/me").status == 200);
    const auto sessions = json_of(server.as_ana("GET", "/api/v1/sessions"));
    REQUIRE(member(sessions, "sessions").size() == 1);
    CHECK(optional_bool(member(sessions, "sessions").front(), "is_current") == true);
}

TEST_CASE("people: too many wrong passwords are told to wait, in the same words for nobody") {
    TestServer server;
    for (const std::string email : {"ana@example.org", "nobody@example.org"}) {
        const auto login = R"({"email":")" + email + R"(","password":"wrong wrong wrong"})";
        for (int i = 0; i < 10; ++i)
            CHECK(server.ask("POST", "/api/v1/auth/login", {}, login).status == 401);
        const auto waiting = server.ask("POST", "/api/v1/auth/login", {}, login);
        CHECK(waiting.status == 429);
        CHECK(waiting.header("Retry-After") == "1");
        CHECK(waiting.body.find("too_many_requests") != std::string::npos);
    }
}

TEST_CASE("people: an API key is shown once, held to its scope, and never stands for a person") {
    TestServer server;
    const auto expires = to_rfc3339(server.clock.now() + kDay);
    const auto made = server.as_ana(
        "POST", "/api/v1/api-keys", R"({"name":"Report","scope":["read"],"expires_at":")" + expires + R"("})"
    );
    REQUIRE(made.status == 201);
    const auto key = string_or(json_of(made), "token", "");
    CHECK(key.starts_with("roost_"));
    CHECK(server.as_ana("GET", "/api/v1/api-keys").body.find(key) == std::string::npos);
    CHECK(server.ask("GET", "/api/v1/conversations", bearer(key)).status == 200);
    // Told what it may: no more than it was made for.
    for (const std::string path : {"/api/v1/auth/me", "/api/v1/snapshot"}) {
        CHECK(
            server.ask("GET", path, bearer(key)).body.find(R"("permissions":["read"])") != std::string::npos
        );
        CHECK(server.as_ana("GET", path).body.find(R"("permissions":["read","send",)") != std::string::npos);
    }
    CHECK(server.ask("GET", "/api/v1/agents", bearer(key)).status == 403);
    CHECK(server.ask("POST", "/api/v1/messages", bearer(key), "{}").status == 403);
    CHECK(server.ask("GET", "/api/v1/sessions", bearer(key)).status == 403);
    CHECK(server.ask("POST", "/api/v1/auth/password", bearer(key), "{}").status == 403);
    const auto id = string_or(member(json_of(made), "api_key"), "id", "");
    CHECK(server.as_ana("DELETE", "/api/v1/api-keys/" + id).status == 204);
    CHECK(server.ask("GET", "/api/v1/conversations", bearer(key)).status == 401);
    for (const std::string& wrong :
         {R"({"name":"X","scope":["fly"],"expires_at":")" + expires + R"("})",
          R"({"name":"X","scope":"read","expires_at":")" + expires + R"("})",
          std::string(R"({"name":"X","scope":["read"]})")}) {
        CAPTURE(wrong);
        CHECK(server.as_ana("POST", "/api/v1/api-keys", wrong).status == 400);
    }
}

TEST_CASE("limits: every answer says what is left, and one too many says when to come again") {
    TestServer server;
    server.config.requests_per_minute = 3;
    for (int i = 0; i < 3; ++i) {
        const auto answer = server.as_ana("GET", "/api/v1/agents");
        CHECK(answer.status == 200);
        CHECK(answer.header("X-RateLimit-Limit") == "3");
        CHECK(answer.header("X-RateLimit-Remaining") == std::to_string(2 - i));
    }
    const auto refused = server.as_ana("GET", "/api/v1/agents");
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "20");
    CHECK(refused.header("X-RateLimit-Reset") == "60");
    // Reading pages is counted apart and more generously; others have their own.
    CHECK(server.as_ana("GET", "/api/v1/snapshot").header("X-RateLimit-Limit") == "60");
    CHECK(server.ask("GET", "/api/v1/agents", bearer(server.token_of(AgentRole::kAgent))).status == 403);
    server.clock.advance(20 * kSecond);
    CHECK(server.as_ana("GET", "/api/v1/agents").status == 200);
}

TEST_CASE("limits: webhooks have a ceiling of their own") {
    TestServer server(TestServer::People::kNone);
    server.config.webhooks_per_minute = 2;
    // Whoever cannot sign uses nothing of it up.
    for (int i = 0; i < 5; ++i)
        CHECK(server.ask("POST", "/webhooks/whatsapp", {}, "{}").status == 401);
    CHECK(server.webhook("{}").status == 200);
    CHECK(server.webhook("{}").status == 200);
    const auto refused = server.webhook("{}");
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "30");
}

TEST_CASE("audit: who did what stands there, page by page and as a table, without secrets") {
    TestServer server;
    server.as_ana("POST", "/api/v1/agents", R"({"email":"=1+1@example.org","name":"Ben","role":"agent"})");
    server.ask(
        "POST", "/api/v1/auth/login", {}, R"({"email":"ana@example.org","password":"wrong wrong wrong"})"
    );
    const auto newest = json_of(server.as_ana("GET", "/api/v1/audit?limit=1"));
    const auto& entry = member(newest, "entries").front();
    CHECK(string_or(entry, "action", "") == "session.refused");
    CHECK(string_or(entry, "subject", "") == "ana@example.org");
    CHECK(string_or(entry, "address", "") == "127.0.0.1");
    const auto next = string_or(newest, "next", "");
    const auto older = server.as_ana("GET", "/api/v1/audit?limit=1&before=" + next);
    CHECK(older.body.find("agent.invited") != std::string::npos);
    CHECK(older.body.find("\"name\":\"Ana\"") != std::string::npos);
    const auto table = server.as_ana("GET", "/api/v1/audit/export");
    CHECK(table.header("Content-Type").find("text/csv") == 0);
    CHECK(table.header("Content-Disposition").find("attachment") == 0);
    CHECK(table.body.find("\"'=1+1@example.org\"") != std::string::npos);
    for (const char* secret : {"wrong wrong", "correct horse", "argon2"})
        CHECK(table.body.find(secret) == std::string::npos);
    CHECK(server.as_ana("GET", "/api/v1/audit?before=x").status == 400);
}

}  // namespace
}  // namespace roost
