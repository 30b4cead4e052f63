#include "server/app/totp.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "server/app/qr_code.h"
#include "server/app/recovery_codes.h"

namespace roost {
namespace {

constexpr UnixMillis kNow = 1'795'262'400'000;                       // the beginning of a step
constexpr const char* kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";  // "12345678901234567890", as in RFC 6238

TEST_CASE("totp: the codes of RFC 6238, of which ours are the last six digits") {
    struct Vector {
        std::int64_t seconds;
        const char* code;
    };
    for (const auto& [seconds, code] :
         {Vector{59, "287082"},
          Vector{1'111'111'109, "081804"},
          Vector{1'111'111'111, "050471"},
          Vector{1'234'567'890, "005924"},
          Vector{2'000'000'000, "279037"},
          Vector{20'000'000'000, "353130"}}) {
        CAPTURE(seconds);
        CHECK(totp_code(kSecret, totp_step(seconds * kSecond)) == code);
    }
    CHECK(totp_code("not base32!", 1).empty());
    CHECK(totp_code("", 1).empty());
    CHECK(totp_code(kSecret, -1).empty());
}

TEST_CASE("totp: a clock may be half a minute off, each way, and no more") {
    const auto step = totp_step(kNow);
    for (int off = -3; off <= 3; ++off) {
        CAPTURE(off);
        const auto found = matching_step(kSecret, totp_code(kSecret, step + off), kNow, 0);
        CHECK(found.has_value() == (off >= -1 && off <= 1));
        if (found) CHECK(*found == step + off);
    }
    CHECK_FALSE(matching_step(kSecret, "", kNow, 0));
    CHECK_FALSE(matching_step(kSecret, "12345", kNow, 0));
    CHECK_FALSE(matching_step(kSecret, totp_code(kSecret, step) + "0", kNow, 0));
    // An empty secret has no right code, least of all an empty one.
    CHECK_FALSE(matching_step("", "", kNow, 0));
}

TEST_CASE("totp: no code is good after it, or a later one, was used") {
    const auto step = totp_step(kNow);
    CHECK_FALSE(matching_step(kSecret, totp_code(kSecret, step), kNow, step));
    CHECK_FALSE(matching_step(kSecret, totp_code(kSecret, step - 1), kNow, step));
    CHECK(matching_step(kSecret, totp_code(kSecret, step + 1), kNow, step) == step + 1);
    CHECK_FALSE(matching_step(kSecret, totp_code(kSecret, step), kNow, step + 1));
}

TEST_CASE("totp: a clock that is put back locks nobody out") {
    const auto step = totp_step(kNow);
    const auto found = matching_step(kSecret, totp_code(kSecret, step), kNow, step + 100);
    CHECK(found == step);
    CHECK_FALSE(matching_step(kSecret, totp_code(kSecret, step), kNow, *found));
}

TEST_CASE("totp: a secret is 160 bits in base32, never the same twice, and an address for a picture") {
    const auto secret = make_totp_secret();
    CHECK(secret.size() == 32);
    CHECK(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
    CHECK(secret != make_totp_secret());
    CHECK(totp_code(secret, 1).size() == 6);
    CHECK(
        totp_uri("Maji & Co", "ana+x@example.org", "ABC") ==
        "otpauth://totp/Maji%20%26%20Co:ana%2Bx%40example.org?secret=ABC&issuer=Maji%20%26%20Co"
    );
}

TEST_CASE("recovery codes: ten, all different, kept as another value for each agent") {
    const auto codes = make_recovery_codes();
    REQUIRE(codes.size() == 10);
    CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 10);
    for (const auto& code : codes) {
        CAPTURE(code);
        CHECK(code.size() == 14);
        CHECK(code.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz-") == std::string::npos);
        CHECK(plain_digits(code).empty());
    }
    const auto hash = hash_of_recovery_code(AgentId{1}, "0m1q-9xcv-2ha1");
    CHECK(hash.size() == 64);
    CHECK(hash == hash_of_recovery_code(AgentId{1}, " OMIQ 9XCV 2HAL "));
    CHECK(hash == hash_of_recovery_code(AgentId{1}, "0m1q9xcv2ha1"));
    CHECK(hash != hash_of_recovery_code(AgentId{2}, "0m1q-9xcv-2ha1"));
    CHECK(hash != hash_of_recovery_code(AgentId{1}, "0m1q-9xcv-2ha2"));
}

TEST_CASE("codes: six digits are read as people write them") {
    CHECK(plain_digits("123456") == "123456");
    CHECK(plain_digits(" 123 456 ") == "123456");
    CHECK(plain_digits("١٢٣٤٥٦") == "123456");
    CHECK(plain_digits("۱۲۳ ۴۵۶") == "123456");
    CHECK(plain_digits("१२३४५६") == "123456");
    for (const char* other : {"", "12345", "1234567", "12345a", "-12345", "0m1q-9xcv-2ha1"}) {
        CAPTURE(other);
        CHECK(plain_digits(other).empty());
    }
    CHECK(plain_digits(std::string(100'000, '1')).empty());
}

TEST_CASE("qr: the squares have the three marks that cameras look for") {
    const auto rows = qr_rows(totp_uri("Roost", "ana@example.org", kSecret));
    REQUIRE(rows.size() >= 21);
    CHECK(rows.size() % 4 == 1);
    for (const auto& row : rows)
        CHECK(row.size() == rows.size());
    const auto end = rows.size() - 7;
    for (const auto& [x, y] : {std::pair{std::size_t{0}, std::size_t{0}}, {end, 0}, {0, end}}) {
        CHECK(rows[y].substr(x, 7) == "1111111");
        CHECK(rows[y + 1].substr(x, 7) == "1000001");
        CHECK(rows[y + 3].substr(x, 7) == "1011101");
        CHECK(rows[y + 6].substr(x, 7) == "1111111");
    }
    CHECK(rows != qr_rows(totp_uri("Roost", "ben@example.org", kSecret)));
    CHECK(qr_rows(std::string(5000, 'x')).empty());
    // Four light squares stand on every side.
    CHECK(
        qr_svg({"101", "010", "111"}) ==
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 11 11" shape-rendering="crispEdges">)"
        R"(<path fill="#fff" d="M0 0h11v11H0z"/><path d="M4 4h1v1h-1zM6 4h1v1h-1zM5 5h1v1h-1zM4 6h3v1h-3z"/></svg>)"
    );
}

}  // namespace
}  // namespace roost
