#include "server/simulator/identity.h"

#include <doctest/doctest.h>

#include <set>

namespace roost::simulator {
namespace {

TEST_CASE("simulator: numbers become the ids WhatsApp knows them by") {
    CHECK(wa_id_of("+254 (712) 345-678") == "254712345678");
    CHECK(wa_id_of("+52 55 1234 5678") == "5215512345678");
    CHECK(wa_id_of("5215512345678") == "5215512345678");
    CHECK(wa_id_of("541123456789") == "5491123456789");
    CHECK(wa_id_of("+55 11 98765-4321") == "5511987654321");
    CHECK(wa_id_of("+55 41 98765-4321") == "554187654321");
    CHECK(wa_id_of("12345").empty());
    CHECK(wa_id_of("call me").empty());
}

TEST_CASE("simulator: ids repeat with the seed and never within it") {
    IdMaker first(7);
    IdMaker second(7);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string wamid = first.outbound_wamid("254712345678");
        CHECK(wamid == second.outbound_wamid("254712345678"));
        CHECK(seen.insert(wamid).second);
    }
    CHECK(first.inbound_wamid("16505076520").starts_with("wamid.HBgLMTY1MDUwNzY1MjAVAgASGBQ"));
}

TEST_CASE("simulator: base64 goes there and back") {
    for (const std::string text : {"", "a", "ab", "abc", "abcd", "\xff\xfe\xfd\xfc"}) {
        CHECK(from_base64(base64(text)) == text);
    }
    CHECK(base64("Man") == "TWFu");
    CHECK(base64("Ma") == "TWE=");
    CHECK(from_base64("not base64!").empty());
}

}  // namespace
}  // namespace roost::simulator
