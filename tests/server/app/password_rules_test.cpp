#include "server/app/password_rules.h"

#include <doctest/doctest.h>

#include <string>

namespace roost {
namespace {

const CommonPasswords kList =
    CommonPasswords::from_text("#!comment: a remark\n\nsunshine\r\nPassword\nbaseball\n");
constexpr PasswordOwner kAna{"ana.mwangi@example.org", "Acme Safaris"};

std::string verdict(std::string_view password, const PasswordOwner& owner = kAna) {
    const auto checked = check_new_password(password, owner, kList);
    return checked ? std::string() : checked.error().message;
}

TEST_CASE("password rules: the list is read without its remarks, in any case") {
    CHECK(kList.size() == 3);
    CHECK(kList.has("SUNSHINE"));
    CHECK_FALSE(kList.has("#!comment: a remark"));
    CHECK_FALSE(kList.has(""));
}

TEST_CASE("password rules: what is long enough and not what anybody would try is taken, of any characters") {
    for (const char* good :
         {"correct horse battery",
          "korrekt pferd",
          "нет такого слова",
          "7294610385 1",
          "zebra$Tisch",
          "ааббввггдд"}) {
        CAPTURE(good);
        CHECK(verdict(good).empty());
    }
    CHECK(verdict(std::string("qx") + std::string(60, ' ') + "vr and a few more words").empty());
}

TEST_CASE("password rules: length is counted in characters, from 10 to 128") {
    CHECK(verdict("zebratisc") == "'password' must have at least 10 characters.");
    CHECK(verdict("ыводлфжэь") == "'password' must have at least 10 characters.");
    std::string long_one;
    while (long_one.size() < 128)
        long_one += "zebra tisch lampe ";
    CHECK(verdict(long_one.substr(0, 128)).empty());
    CHECK(verdict(long_one.substr(0, 128) + "x") == "'password' may have at most 128 characters.");
}

TEST_CASE("password rules: what is on the list is refused, also dressed up and also twice") {
    for (const char* common :
         {"sunshine12", "SunShine2024!", "!!baseball!!", "passwordpassword", "1password1", "Password 123"}) {
        CAPTURE(common);
        CHECK(
            verdict(common) == (std::string(common).size() < 10
                                    ? "'password' must have at least 10 characters."
                                    : "'password' is one of the most common. Choose another.")
        );
    }
    CHECK(verdict("sunshine and rain").empty());
}

TEST_CASE("password rules: without a list repetitions, keys in a row and one's own name are refused too") {
    const CommonPasswords none;
    for (const char* weak :
         {"aaaaaaaaaa",
          "abababababab",
          "abcabcabcabc",
          "1212121212",
          "qwertyuiop",
          "QWERTY12345",
          "0987654321",
          "abcdefghij",
          "asdfghjkl1",
          "ana.mwangi@example.org",
          "ana.mwangi1",
          "Ana.Mwangi2026",
          "acme safaris",
          "acacacacacac",
          "acme safaris!"}) {
        CAPTURE(weak);
        CHECK_FALSE(check_new_password(weak, kAna, none));
    }
    CHECK(check_new_password("acme safaris und die giraffe", kAna, none));
    // A name of two letters is in every other word.
    CHECK(check_new_password("zwei bananen", {"an@example.org", ""}, none));
}

TEST_CASE("password rules: no refusal repeats the password") {
    for (const char* weak : {"sunshine12", "aaaaaaaaaa", "qwertyuiop", "ana.mwangi1", "short one"})
        CHECK(verdict(weak).find(weak) == std::string::npos);
}

}  // namespace
}  // namespace roost
