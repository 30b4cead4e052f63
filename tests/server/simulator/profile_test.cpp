#include "server/simulator/profile.h"

#include <doctest/doctest.h>

namespace roost::simulator {
namespace {

Json body_with(const char* name, Json value) {
    return Json{{"messaging_product", "whatsapp"}, {name, std::move(value)}};
}

}  // namespace

TEST_CASE("simulator: the profile becomes what was posted, and tells the fields that were asked for") {
    Profile profile;
    CHECK_FALSE(profile.change(body_with("about", "Wind")));
    CHECK_FALSE(profile.change(body_with("profile_picture_handle", "4::12")));
    const Json all = profile.page("")["data"][0];
    CHECK(all["about"] == "Wind");
    CHECK(all["vertical"] == "PROF_SERVICES");
    const Json some = profile.page("about,profile_picture_url")["data"][0];
    CHECK(some.size() == 3);
    CHECK(some["profile_picture_url"] == "https://pps.whatsapp.net/v/12");
    CHECK_FALSE(profile.change(body_with("websites", Json::array())));
    CHECK_FALSE(profile.page("about,websites")["data"][0].contains("websites"));
}

TEST_CASE("simulator: of a profile nothing is taken that Meta would not take, and all of it stays") {
    Profile profile;
    const Json before = profile.page("");
    const Json wrong[] = {
        Json{{"about", "without the product"}},
        body_with("about", ""),
        body_with("about", std::string(140, 'x')),
        body_with("description", std::string(513, 'x')),
        body_with("address", 7),
        body_with("email", "nobody"),
        body_with("vertical", "SOLAR"),
        body_with("websites", Json::array({"savanna.example"})),
        body_with("websites", Json::array({"https://a", "https://b", "https://c"})),
        body_with("profile_picture_handle", "my picture")};
    for (const Json& body : wrong) {
        const auto refusal = profile.change(body);
        REQUIRE(refusal);
        CHECK(refusal->code == 100);
    }
    CHECK(profile.page("") == before);
}

}  // namespace roost::simulator
