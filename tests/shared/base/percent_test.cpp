#include "shared/base/percent.h"

#include <string>

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("percent: what an address or a header could read otherwise is written as bytes") {
    CHECK(percent_encoded("plan-2_final.v1~.pdf") == "plan-2_final.v1~.pdf");
    CHECK(percent_encoded("a b&c=d/e?f#g%h+i") == "a%20b%26c%3Dd%2Fe%3Ff%23g%25h%2Bi");
    CHECK(percent_encoded("\"\r\n;") == "%22%0D%0A%3B");
    CHECK(percent_encoded("é😀") == "%C3%A9%F0%9F%98%80");
    CHECK(percent_encoded(std::string(1, '\0')) == "%00");
    CHECK(percent_encoded("").empty());
}

}  // namespace
}  // namespace roost
