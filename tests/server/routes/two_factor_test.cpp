// The second factor, as a browser meets it.
#include <doctest/doctest.h>

#include <string>

#include "server/app/totp.h"
#include "shared/base/json.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::HeaderList;
using test::HttpAnswer;
using test::TestServer;

const HeaderList kAna = {{"@ana", ""}};
constexpr const char* kOwn = "/api/v1/auth/two-factor";

Json json_of(const HttpAnswer& answer) {
    const auto parsed = parse_json(answer.body);
    REQUIRE(parsed);
    return *parsed;
}

std::string code_body(const std::string& code) {
    return R"({"code":")" + code + R"("})";
}

std::string login_body(const std::string& code) {
    return R"({"email":"ana@example.org","password":"correct horse battery","code":")" + code + R"("})";
}

struct Ana {
    TestServer server;
    std::string secret;
    std::string recovery_code;

    std::string code(int step = 0) const { return totp_code(secret, totp_step(server.clock.now()) + step); }
    void switch_on() {
        const auto begun = server.as_ana("POST", kOwn, R"({"password":"correct horse battery"})");
        REQUIRE(begun.status == 200);
        const auto offer = json_of(begun);
        secret = string_or(offer, "secret", "");
        CHECK(
            string_or(offer, "uri", "").starts_with("otpauth://totp/Roost:ana%40example.org?secret=" + secret)
        );
        CHECK(member(offer, "qr").size() > 20);
        const auto on = server.as_ana("POST", std::string(kOwn) + "/confirm", code_body(code()));
        REQUIRE(on.status == 200);
        const auto codes = json_of(on);
        REQUIRE(member(codes, "recovery_codes").size() == 10);
        recovery_code = member(codes, "recovery_codes").front().get<std::string>();
        server.clock.advance(kMinute);
    }
};

TEST_CASE("two-factor: from off to on and to off again, by the routes") {
    Ana ana;
    const std::string confirm = std::string(kOwn) + "/confirm";
    const std::string fresh = std::string(kOwn) + "/recovery-codes";
    run_scenarios(
        ana.server,
        {
            {.name = "off",
             .url = "/api/v1/auth/me",
             .headers = kAna,
             .contains = {R"("two_factor":{"is_on":false,"recovery_codes_left":0})", "\"name\":\"Ana\""}},
            {.name = "no password",
             .method = "POST",
             .url = kOwn,
             .headers = kAna,
             .body = "{}",
             .status = 400},
            {.name = "a wrong password",
             .method = "POST",
             .url = kOwn,
             .headers = kAna,
             .body = R"({"password":"wrong wrong wrong"})",
             .status = 403,
             .not_contains = {"secret"}},
            {.name = "nothing was begun",
             .method = "POST",
             .url = confirm,
             .headers = kAna,
             .body = code_body("123456"),
             .status = 409},
            {.name = "no codes before",
             .method = "POST",
             .url = fresh,
             .headers = kAna,
             .body = code_body("123456"),
             .status = 409},
        }
    );
    ana.switch_on();
    run_scenarios(
        ana.server,
        {
            {.name = "on",
             .url = "/api/v1/auth/me",
             .headers = kAna,
             .contains = {R"("two_factor":{"is_on":true,"recovery_codes_left":10})"},
             .not_contains = {ana.secret}},
            {.name = "who has it",
             .url = "/api/v1/agents",
             .headers = kAna,
             .contains = {"\"has_two_factor\":true"}},
            {.name = "not twice",
             .method = "POST",
             .url = kOwn,
             .headers = kAna,
             .body = R"({"password":"correct horse battery"})",
             .status = 409,
             .not_contains = {ana.secret}},
            {.name = "a code that is a number",
             .method = "POST",
             .url = fresh,
             .headers = kAna,
             .body = R"({"code":123456})",
             .status = 400,
             .contains = {"code"}},
            {.name = "a wrong code",
             .method = "POST",
             .url = fresh,
             .headers = kAna,
             .body = code_body("12345x"),
             .status = 400},
            {.name = "new codes",
             .method = "POST",
             .url = fresh,
             .headers = kAna,
             .body = code_body(ana.recovery_code),
             .contains = {"recovery_codes"}},
            {.name = "off without a code",
             .method = "DELETE",
             .url = kOwn,
             .headers = kAna,
             .body = R"({"password":"correct horse battery"})",
             .status = 400},
            {.name = "off",
             .method = "DELETE",
             .url = kOwn,
             .headers = kAna,
             .body = R"({"password":"correct horse battery","code":")" + ana.code() + R"("})",
             .status = 204},
            {.name = "it is off",
             .url = "/api/v1/agents",
             .headers = kAna,
             .contains = {"\"has_two_factor\":false"}},
        }
    );
}

TEST_CASE("two-factor: signing in says what is missing, and opens no session before") {
    Ana ana;
    ana.switch_on();
    run_scenarios(
        ana.server,
        {
            {.name = "password alone",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = login_body(""),
             .status = 401,
             .contains = {"\"code\":\"second_factor_needed\"", "application/problem+json"},
             .not_contains = {"access_token", "Set-Cookie"}},
            {.name = "a wrong code",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = login_body("000 000"),
             .status = 401,
             .contains = {"\"code\":\"second_factor_wrong\""},
             .not_contains = {"access_token", "Set-Cookie"}},
            {.name = "a wrong password with a code",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = R"({"email":"ana@example.org","password":"wrong wrong wrong","code":")" + ana.code() +
                     R"("})",
             .status = 401,
             .contains = {"\"code\":\"unauthorized\""},
             .not_contains = {"second_factor"}},
            {.name = "the code",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = login_body(ana.code()),
             .contains = {"access_token", "HttpOnly"}},
            {.name = "the code again",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = login_body(ana.code()),
             .status = 401,
             .contains = {"second_factor_wrong"}},
            {.name = "a recovery code",
             .method = "POST",
             .url = "/api/v1/auth/login",
             .body = login_body(ana.recovery_code),
             .contains = {"access_token"}},
            {.name = "which is gone",
             .url = "/api/v1/auth/me",
             .headers = kAna,
             .contains = {"\"recovery_codes_left\":9"}},
            {.name = "what the log says of it",
             .url = "/api/v1/audit",
             .headers = kAna,
             .contains = {"two_factor.on", "two_factor.refused", "recovery_code.used"},
             .not_contains = {ana.secret, ana.recovery_code}},
        }
    );
}

TEST_CASE("two-factor: an administrator helps who lost it, and no key is told of it") {
    Ana ana;
    ana.switch_on();
    ana.server.token_of(AgentRole::kAgent);
    const auto expires = to_rfc3339(ana.server.clock.now() + kDay);
    const auto key = json_of(ana.server.as_ana(
        "POST", "/api/v1/api-keys", R"({"name":"Report","scope":["read"],"expires_at":")" + expires + R"("})"
    ));
    const HeaderList program = {{"Authorization", "Bearer " + string_or(key, "token", "")}};
    run_scenarios(
        ana.server,
        {
            {.name = "oneself",
             .method = "DELETE",
             .url = "/api/v1/agents/1/two-factor",
             .headers = kAna,
             .status = 409,
             .contains = {"in your account"}},
            {.name = "who has none",
             .method = "DELETE",
             .url = "/api/v1/agents/2/two-factor",
             .headers = kAna,
             .status = 409},
            {.name = "nobody",
             .method = "DELETE",
             .url = "/api/v1/agents/99/two-factor",
             .headers = kAna,
             .status = 404},
            {.name = "a key is told nothing",
             .url = "/api/v1/auth/me",
             .headers = program,
             .not_contains = {"two_factor"}},
            {.name = "a key sets nothing up",
             .method = "POST",
             .url = kOwn,
             .headers = program,
             .body = R"({"password":"correct horse battery"})",
             .status = 403},
        }
    );
}

}  // namespace
}  // namespace roost
