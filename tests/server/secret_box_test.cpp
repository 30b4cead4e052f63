#include "server/secret_box.h"

#include <doctest/doctest.h>

#include <string>

namespace roost {

namespace {

SecretBox box_of(char digit) {
    auto box = SecretBox::with_key(std::string(64, digit));
    REQUIRE(box);
    return *box;
}

}  // namespace

TEST_CASE("secret box: what was sealed is opened again, and looks like nothing in between") {
    const auto box = box_of('a');
    for (const auto& secret : {std::string("EAAG-token"), std::string(), std::string("\0a\0", 3)}) {
        const auto sealed = box.seal("token 1", secret);
        CHECK(sealed.find(secret.empty() ? "token" : secret) == std::string::npos);
        CHECK(box.open("token 1", sealed) == secret);
    }
    CHECK(box.seal("token 1", "same") != box.seal("token 1", "same"));
}

TEST_CASE("secret box: another key, another place and changed bytes open nothing") {
    const auto box = box_of('a');
    const auto sealed = box.seal("token 1", "EAAG");
    CHECK(box_of('b').open("token 1", sealed).error().code == ErrorCode::kInternal);
    CHECK_FALSE(box.open("token 2", sealed));
    CHECK_FALSE(box.open("token", sealed));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = changed[i] == '0' ? '1' : '0';
        CAPTURE(i);
        CHECK_FALSE(box.open("token 1", changed));
    }
    CHECK_FALSE(box.open("token 1", ""));
    CHECK_FALSE(box.open("token 1", "zz"));
    CHECK_FALSE(box.open("token 1", sealed.substr(0, sealed.size() - 2)));
}

TEST_CASE("secret box: a key of another form is refused") {
    CHECK_FALSE(SecretBox::with_key(""));
    CHECK_FALSE(SecretBox::with_key(std::string(63, 'a')));
    CHECK_FALSE(SecretBox::with_key(std::string(66, 'a')));
    CHECK_FALSE(SecretBox::with_key(std::string(64, 'g')));
    CHECK(SecretBox::with_key(std::string(64, 'F')));
}

}  // namespace roost
