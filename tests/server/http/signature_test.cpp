#include "server/http/signature.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("signature: the published HMAC-SHA256 test vector comes out") {
    CHECK(
        webhook_signature("Jefe", "what do ya want for nothing?") ==
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
}

TEST_CASE("signature: the raw bytes count, escaped and as UTF-8 alike") {
    const std::vector<std::string> secrets = {"s3cret"};
    const std::string escaped = R"({"name":"J\u00e4ger \ud83d\ude00","url":"https:\/\/x"})";
    const std::string plain = "{\"name\":\"Jäger 😀\",\"url\":\"https://x\"}";
    for (const auto& body : {escaped, plain}) {
        CHECK(is_signed_by(secrets, body, webhook_signature("s3cret", body)));
    }
    CHECK_FALSE(is_signed_by(secrets, plain, webhook_signature("s3cret", escaped)));
}

TEST_CASE("signature: missing, cut, upper-case and foreign signatures are refused") {
    const std::vector<std::string> secrets = {"s3cret"};
    const auto good = webhook_signature("s3cret", "{}");
    CHECK(is_signed_by(secrets, "{}", good));
    CHECK_FALSE(is_signed_by(secrets, "{}", ""));
    CHECK_FALSE(is_signed_by(secrets, "{}", good.substr(7)));
    CHECK_FALSE(is_signed_by(secrets, "{}", good.substr(0, good.size() - 1)));
    CHECK_FALSE(is_signed_by(secrets, "{}", webhook_signature("other", "{}")));
    CHECK_FALSE(is_signed_by(secrets, "{} ", good));
    CHECK_FALSE(is_signed_by({}, "{}", good));
    CHECK_FALSE(is_signed_by({}, "{}", webhook_signature("", "{}")));
}

TEST_CASE("signature: several apps may share one address") {
    CHECK(is_signed_by({"first", "second"}, "{}", webhook_signature("second", "{}")));
}

}  // namespace
}  // namespace roost
