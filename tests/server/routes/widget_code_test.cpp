// A panel let in by an agent who is signed in here: the code, what it is good for, and who gets none.
#include <doctest/doctest.h>

#include <string>

#include "server/app/widget_code.h"
#include "tests/support/widget_case.h"

namespace roost {
namespace {

using test::WidgetCase;

constexpr const char* kCodePath = "/api/v1/widget/code";

std::string asking(
    const WidgetCase& use, const std::string& scope = R"("entity":{"type":"project","id":"project_123"})"
) {
    return R"({"site":")" + use.site + "\"" + (scope.empty() ? "" : "," + scope) + "}";
}

std::string code_in(const test::HttpAnswer& answer) {
    REQUIRE(answer.status == 200);
    return string_or(WidgetCase::json(answer), "code", "");
}

TEST_CASE("widget code: opens one session of the record, within a minute") {
    WidgetCase use;
    const auto make = [&] { return code_in(use.server.as_ana("POST", kCodePath, asking(use))); };
    const auto code = make();
    CHECK(code.find(use.secret) == std::string::npos);
    const auto opened = use.open(code);
    REQUIRE(opened.status == 200);
    const auto session = WidgetCase::json(opened);
    CHECK(string_or(member(session, "only"), "id", "") == "project_123");
    CHECK(string_or(member(session, "agent"), "email", "") == "ana@example.org");
    const auto access = string_or(session, "access_token", "");
    const auto rows = use.server.ask("GET", "/api/v1/conversations", WidgetCase::bearer(access)).body;
    CHECK(rows.find("Amina") != std::string::npos);
    CHECK(rows.find("Benjamin Hidden") == std::string::npos);
    CHECK(use.open(code).status == 401);
    const auto late = make();
    use.server.clock.advance(kCodeLife);
    CHECK(use.open(late).status == 401);
    const auto log = use.server.as_ana("GET", "/api/v1/audit?limit=100").body;
    CHECK(log.find("widget.opened") != std::string::npos);
    CHECK(log.find("widget.refused") != std::string::npos);
    CHECK(log.find(code) == std::string::npos);
}

TEST_CASE("widget code: for a person; for everything only where the site shows it") {
    WidgetCase use;
    const auto person = asking(use, R"("contact":"+44 7700 900123")");
    const auto opened = use.open(code_in(use.server.as_ana("POST", kCodePath, person)));
    CHECK(string_or(member(WidgetCase::json(opened), "only"), "contact", "") == "447700900123");
    CHECK(use.server.as_ana("POST", kCodePath, asking(use, "")).status == 403);
    const auto address = "/api/v1/sites/" + use.site;
    REQUIRE(use.server.as_ana("PATCH", address, R"({"whole_inbox":true})").status == 200);
    CHECK(use.server.as_ana("POST", kCodePath, asking(use, "")).status == 200);
    REQUIRE(use.server.as_ana("PATCH", address, R"({"entity_types":["lead"]})").status == 200);
    CHECK(use.server.as_ana("POST", kCodePath, asking(use)).status == 403);
}

TEST_CASE("widget code: none for whoever did not sign in here, nor for what makes no sense") {
    WidgetCase use;
    const auto as = [&](const std::string& token, const std::string& body) {
        return use.server.ask("POST", kCodePath, WidgetCase::bearer(token), body).status;
    };
    CHECK(as("abc.def.ghi", asking(use)) == 401);
    CHECK(as(use.narrow(), asking(use)) == 403);
    // A page that sees everything could let others in for longer than its own site says.
    REQUIRE(use.server.as_ana("PATCH", "/api/v1/sites/" + use.site, R"({"whole_inbox":true})").status == 200);
    CHECK(as(use.session_for(use.token()), asking(use)) == 403);
    const auto expires = to_rfc3339(use.server.clock.now() + kDay);
    const auto key = use.server.as_ana(
        "POST", "/api/v1/api-keys", R"({"name":"k","scope":["read"],"expires_at":")" + expires + R"("})"
    );
    REQUIRE(key.status == 201);
    CHECK(as(string_or(WidgetCase::json(key), "token", ""), asking(use)) == 403);
    const std::vector<std::pair<std::string, int>> wrong = {
        {"nonsense", 400},
        {"{}", 400},
        {R"({"site":"99","entity":{"type":"project","id":"1"}})", 404},
        {asking(use, R"("entity":{"type":"spaceship","id":"1"})"), 403},
        {asking(use, R"("entity":"project 1")"), 400},
        {asking(use, R"("contact":"nobody")"), 400},
        {asking(use, R"("contact":"254712345678","entity":{"type":"project","id":"1"})"), 400},
    };
    for (const auto& [body, status] : wrong) {
        CAPTURE(body);
        CHECK(use.server.as_ana("POST", kCodePath, body).status == status);
    }
}

}  // namespace
}  // namespace roost
