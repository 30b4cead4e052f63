#include "server/http/message.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("request: query values are decoded and found by their decoded name") {
    Request request;
    request.query = "hub.mode=subscribe&a%20b=1%2B1+2&empty=&last";
    CHECK(request.query_value("hub.mode") == "subscribe");
    CHECK(request.query_value("a b") == "1+1 2");
    CHECK(request.query_value("empty") == "");
    CHECK(request.query_value("last") == "");
    CHECK_FALSE(request.query_value("mode").has_value());
}

TEST_CASE("request: a cookie is found among others and not by the end of its name") {
    Request request;
    request.headers = {{"cookie", "other_roost_refresh=no; roost_refresh=abc=1 ; theme=dark"}};
    CHECK(request.cookie("roost_refresh") == "abc=1");
    CHECK(request.cookie("theme") == "dark");
    CHECK_FALSE(request.cookie("refresh").has_value());
}

TEST_CASE("request: header names are compared without case") {
    Request request;
    request.headers = {{"X-Hub-Signature-256", "sha256=1"}};
    CHECK(request.header("x-hub-signature-256") == "sha256=1");
    CHECK_FALSE(request.header("x-hub-signature").has_value());
}

TEST_CASE("percent decoding: malformed escapes stay as they are") {
    CHECK(percent_decoded("%4", PlusSign::kLiteral) == "%4");
    CHECK(percent_decoded("%zz%41+", PlusSign::kLiteral) == "%zzA+");
    CHECK(percent_decoded("a+b", PlusSign::kSpace) == "a b");
}

}  // namespace
}  // namespace roost
