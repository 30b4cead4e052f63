#include "server/http/router.h"

#include <doctest/doctest.h>

#include "server/http/auth.h"
#include "server/http/reply.h"

namespace roost {
namespace {

Handler says(std::string text) {
    return [text](const Request& request) {
        return text_reply(200, text + std::string(request.path_value("id")));
    };
}

Reply ask(const Router& router, std::string_view method, std::string_view path) {
    Request request;
    request.method = method;
    request.path = path;
    return router.answer(request);
}

Router sample() {
    Router router;
    router.add("GET", "/api/v1/messages/{id}", open_to_all(says("message ")));
    router.add("GET", "/api/v1/messages/latest", open_to_all(says("latest")));
    router.add("POST", "/api/v1/messages/{id}/retry", open_to_all(says("retry ")));
    router.add("POST", "/api/v1/messages", open_to_all(says("send")), 10);
    return router;
}

TEST_CASE("router: a fixed segment wins over a named one") {
    const auto router = sample();
    CHECK(ask(router, "GET", "/api/v1/messages/7").body == "message 7");
    CHECK(ask(router, "GET", "/api/v1/messages/latest").body == "latest");
    CHECK(ask(router, "POST", "/api/v1/messages/7/retry").body == "retry 7");
}

TEST_CASE("router: HEAD is answered as GET") {
    CHECK(ask(sample(), "HEAD", "/api/v1/messages/7").status == 200);
}

TEST_CASE("router: an unknown path is 404, a known one with another method 405 with Allow") {
    const auto router = sample();
    CHECK(ask(router, "GET", "/api/v1/nothing").status == 404);
    CHECK(ask(router, "GET", "/api/v1/messages//retry").status == 404);
    CHECK(ask(router, "GET", "/api/v1/messages/7/retry/more").status == 404);
    const auto reply = ask(router, "DELETE", "/api/v1/messages/7");
    CHECK(reply.status == 405);
    REQUIRE_FALSE(reply.headers.empty());
    CHECK(reply.headers.back() == std::pair<std::string, std::string>("Allow", "GET, HEAD"));
}

TEST_CASE("router: the fallback answers reads of unknown paths only") {
    auto router = sample();
    router.set_fallback(says("file"));
    CHECK(ask(router, "GET", "/index.html").body == "file");
    CHECK(ask(router, "POST", "/index.html").status == 404);
    CHECK(ask(router, "GET", "/api/v1/messages").status == 405);
}

TEST_CASE("router: every route has its body limit") {
    const auto router = sample();
    CHECK(router.body_limit("POST", "/api/v1/messages") == 10);
    CHECK(router.body_limit("POST", "/api/v1/messages/7/retry") == kDefaultBodyLimit);
    CHECK(router.body_limit("POST", "/nowhere") == kDefaultBodyLimit);
}

}  // namespace
}  // namespace roost
