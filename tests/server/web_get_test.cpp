#include "server/web_get.h"

#include <doctest/doctest.h>

#include "server/commands/demo.h"
#include "tests/support/scripted_server.h"

namespace roost {
namespace {

using test::http_answer;
using test::ScriptedServer;

TEST_CASE("web get: an answer comes with its status, its body and the other side's clock") {
    ScriptedServer server({http_answer("403 Forbidden", "no", "date: Sat, 21 Nov 2026 12:00:00 GMT\r\n")});
    const auto answer = web_get({server.url() + "/a?b=" + url_escaped("ü &"), "the-token"});
    CHECK_FALSE(answer.failed_at);
    CHECK(answer.http == 403);
    CHECK(answer.body == "no");
    CHECK(answer.date == 1'795'262'400'000);
    const auto request = server.requests().at(0);
    CHECK(request.starts_with("GET /a?b=%C3%BC%20%26 HTTP/1.1\r\n"));
    CHECK(request.find("Authorization: Bearer the-token\r\n") != std::string::npos);
}

TEST_CASE("web get: without a token or a date there is none, and a redirect is an answer") {
    ScriptedServer server({http_answer("302 Found", "", "Location: http://127.0.0.1:1/\r\n")});
    const auto answer = web_get({server.url()});
    CHECK(answer.http == 302);
    CHECK_FALSE(answer.date);
    CHECK(server.requests().at(0).find("Authorization") == std::string::npos);
}

TEST_CASE("web get: how far it came is told apart") {
    const auto step = [](const std::string& url, UnixMillis limit = 10 * kSecond) {
        WebGet get{url};
        get.time_limit = limit;
        const auto answer = web_get(get);
        REQUIRE(answer.failed_at);
        CHECK_FALSE(answer.reason.empty());
        CHECK(answer.reason.find("127.0.0.1") == std::string::npos);
        return *answer.failed_at;
    };
    CHECK(step("http://" + std::string(70, 'a') + ".example") == WebStep::kName);
    CHECK(step("https://") == WebStep::kName);
    const auto closed = free_loopback_port();
    REQUIRE(closed);
    CHECK(step("http://127.0.0.1:" + std::to_string(*closed)) == WebStep::kConnection);
    SUBCASE("what speaks no TLS") {
        ScriptedServer plain({});
        CHECK(step("https://" + plain.url().substr(7), kSecond) == WebStep::kTls);
    }
    SUBCASE("a connection that closes without an answer") {
        ScriptedServer mute({""});
        CHECK(step(mute.url()) == WebStep::kAnswer);
    }
    SUBCASE("an answer that does not come in time") {
        ScriptedServer slow({std::nullopt});
        CHECK(step(slow.url(), kSecond) == WebStep::kAnswer);
    }
    SUBCASE("more than anybody wants to read") {
        ScriptedServer endless({http_answer("200 OK", std::string(std::size_t{2} << 20U, 'x'))});
        CHECK(step(endless.url()) == WebStep::kAnswer);
    }
}

}  // namespace
}  // namespace roost
