#include "server/app/embed_token.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/builders.h"
#include "tests/support/embed_case.h"

namespace roost {
namespace {

using test::EmbedToken;
using test::kNoon;

const std::array<std::string, 2> kKeys{"the secret", "the one before"};

EmbedToken token() {
    return {"3", "ana@example.org", kNoon, "jti-1"};
}

Result<EmbedClaims> read(const std::string& text, UnixMillis now = kNoon) {
    return read_embed_token(kKeys, text, now);
}

TEST_CASE("embed token: says which site, who, and what of the inbox, once") {
    auto made = token().for_record("project", "project_123");
    made.claims["entity"]["title"] = "Borehole";
    for (const auto& key : kKeys) {
        const auto claims = read(made.signed_with(key));
        REQUIRE(claims);
        CHECK(claims->site == SiteId{3});
        CHECK(claims->subject == "ana@example.org");
        CHECK(claims->jti == "jti-1");
        CHECK(claims->ends_at == kNoon + 300 * kSecond);
        REQUIRE(claims->entity);
        CHECK(claims->entity->record == RecordRef{"project", "project_123"});
        CHECK(claims->entity->title == "Borehole");
        CHECK(claims->contact.empty());
    }
    CHECK(claimed_site(made.unsigned_text() + ".") == SiteId{3});
    const auto contact = read(token().with("contact", "+254 712-345 678").signed_with(kKeys[0]));
    REQUIRE(contact);
    CHECK(contact->contact == "254712345678");
    CHECK(read(token().with("sub", 7).with("iss", 3).signed_with(kKeys[0]))->subject == "7");
}

TEST_CASE("embed token: no token chooses its algorithm, its key or what must be understood of it") {
    for (const char* header :
         {R"({"alg":"none","typ":"JWT"})",
          R"({"alg":"None"})",
          R"({"alg":"hs256"})",
          R"({"alg":"HS512"})",
          R"({"alg":"RS256"})",
          R"({"alg":["HS256"]})",
          R"({"typ":"JWT"})",
          R"({"alg":"HS256","typ":"JWE"})",
          R"({"alg":"HS256","typ":1})",
          R"({"alg":"HS256","crit":["b64"],"b64":false})",
          "[]",
          "",
          "{"}) {
        CAPTURE(header);
        auto made = token();
        made.header = header;
        CHECK_FALSE(read(made.signed_with(kKeys[0])));
        CHECK_FALSE(read(made.unsigned_text() + "."));
    }
    auto plain = token();
    plain.header = R"({"alg":"HS256"})";
    CHECK(read(plain.signed_with(kKeys[0])));
}

TEST_CASE("embed token: another key, no key, a changed letter or a missing part is refused") {
    const auto good = token().signed_with(kKeys[0]);
    REQUIRE(read(good));
    CHECK_FALSE(read(token().signed_with("another secret")));
    CHECK_FALSE(read(token().signed_with("")));
    CHECK_FALSE(read_embed_token({}, good, kNoon));
    const std::array<std::string, 1> empty{""};
    CHECK_FALSE(read_embed_token(empty, token().signed_with(""), kNoon));
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto changed = good;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CAPTURE(i);
        CHECK_FALSE(read(changed));
    }
    for (const auto& text :
         {std::string(),
          std::string("."),
          std::string(".."),
          good + ".x",
          "x." + good,
          good + "=",
          good.substr(0, good.rfind('.')),
          std::string(9'000, 'a') + good}) {
        CHECK_FALSE(read(text));
        CHECK_FALSE(claimed_site(std::string(8'001, 'a') + text));
    }
}

TEST_CASE("embed token: it ends, soon, and was issued before it is used") {
    const auto at = [](std::int64_t iat, std::int64_t exp) {
        const auto now = kNoon / kSecond;
        return read(token().with("iat", now + iat).with("exp", now + exp).signed_with(kKeys[0])).has_value();
    };
    CHECK(at(0, 600));
    CHECK(at(60, 660));
    CHECK(at(-540, 60));
    CHECK(at(0, 1));
    CHECK_FALSE(at(0, 0));
    CHECK_FALSE(at(-300, -1));
    CHECK_FALSE(at(0, 601));
    CHECK_FALSE(at(-10, 600));
    CHECK_FALSE(at(61, 300));
    CHECK_FALSE(at(60, 661));
    CHECK_FALSE(at(0, std::int64_t{10} * 365 * 24 * 3600));
}

TEST_CASE("embed token: what is missing or of the wrong kind is refused") {
    for (const char* name : {"iss", "sub", "iat", "exp", "jti"}) {
        CAPTURE(name);
        auto made = token();
        made.claims.erase(name);
        CHECK_FALSE(read(made.signed_with(kKeys[0])));
        for (const auto& wrong : {Json(), Json(""), Json::array(), Json::object(), Json(true), Json(-1)}) {
            CAPTURE(dump_json(wrong));
            const bool is_subject = std::string_view(name) == "sub" && wrong == Json(-1);
            if (!is_subject) CHECK_FALSE(read(token().with(name, wrong).signed_with(kKeys[0])));
        }
    }
    const std::vector<std::pair<std::string, Json>> wrong = {
        {"exp", "soon"},
        {"exp", 1e300},
        {"iss", "three"},
        {"iss", "0"},
        {"jti", 7},
        {"contact", "nobody"},
        {"contact", "1"},
        {"contact", true},
        {"entity", "x"},
        {"entity", Json::array()},
        {"entity", Json::object()}};
    for (const auto& [name, value] : wrong) {
        CAPTURE(name);
        CAPTURE(dump_json(value));
        CHECK_FALSE(read(token().with(name, value).signed_with(kKeys[0])));
    }
    CHECK_FALSE(read(token().for_record("project", "1").with("contact", "254712345678").signed_with(kKeys[0]))
    );
    CHECK_FALSE(read(token().with("jti", std::string(201, 'j')).signed_with(kKeys[0])));
}

}  // namespace
}  // namespace roost
