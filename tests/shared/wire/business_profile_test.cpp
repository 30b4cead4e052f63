#include "shared/wire/business_profile.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

using Field = ProfileField;
using Fault = ProfileFault;

BusinessProfile solar() {
    return {
        "Solar energy",
        "Kenyatta Avenue 12",
        "From one lamp to a whole school.",
        "hello@savanna.example",
        "PROF_SERVICES",
        {"https://savanna.example/"},
        "https://pps.whatsapp.net/v/1"};
}

std::vector<ProfileProblem> problems_of(Field field, std::string text) {
    BusinessProfile wanted = solar();
    set_text(wanted, field, std::move(text));
    return check_profile(solar(), wanted);
}

std::vector<ProfileProblem> one(Field field, Fault fault) {
    return {{field, fault}};
}

}  // namespace

TEST_CASE("business profile: fields and faults have names of their own, and nothing else is one") {
    for (int i = 0; i < kProfileFields; ++i)
        CHECK(parse_profile_field(profile_field_name(static_cast<Field>(i))) == static_cast<Field>(i));
    for (int i = 0; i < kProfileFaults; ++i) {
        const auto fault = static_cast<Fault>(i);
        CHECK(parse_profile_fault(profile_fault_name(fault)) == fault);
        CHECK_FALSE(profile_fault_sentence(fault).empty());
    }
    CHECK_FALSE(parse_profile_field("name"));
    CHECK_FALSE(parse_profile_fault("meta"));
}

TEST_CASE("business profile: each text may be as long as Meta keeps it, and no longer") {
    for (const auto field : {Field::kAbout, Field::kAddress, Field::kDescription}) {
        CHECK(problems_of(field, std::string(longest_of(field), 'x')).empty());
        CHECK(problems_of(field, std::string(longest_of(field) + 1, 'x')) == one(field, Fault::kTooLong));
    }
    // As WhatsApp counts: an emoji is two.
    std::string suns;
    for (int i = 0; i < 70; ++i)
        suns += "🌞";
    CHECK(problems_of(Field::kAbout, suns) == one(Field::kAbout, Fault::kTooLong));
    CHECK(
        problems_of(Field::kWebsite, "https://" + std::string(250, 'x')) ==
        one(Field::kWebsite, Fault::kTooLong)
    );
}

TEST_CASE("business profile: what Meta would refuse is named, field by field") {
    CHECK(problems_of(Field::kAbout, " ") == one(Field::kAbout, Fault::kEmpty));
    for (const auto field : {Field::kAddress, Field::kDescription, Field::kEmail, Field::kWebsite})
        CHECK(problems_of(field, "").empty());
    for (const auto* const text :
         {"savanna", "@savanna.example", "a@b", "a@b.", "a@@b.c", "a b@c.d", "a@b.c,d@e.f"})
        CHECK(problems_of(Field::kEmail, text) == one(Field::kEmail, Fault::kNotEmail));
    CHECK(problems_of(Field::kEmail, "solar@savanna.co.ke").empty());
    for (const auto* const text :
         {"savanna.example", "ftp://savanna.example", "https://", "javascript:alert(1)"})
        CHECK(problems_of(Field::kSecondWebsite, text) == one(Field::kSecondWebsite, Fault::kNotWebsite));
    CHECK(problems_of(Field::kVertical, "SOLAR") == one(Field::kVertical, Fault::kUnknownVertical));
    CHECK(problems_of(Field::kVertical, "RETAIL").empty());
}

TEST_CASE("business profile: what is there already is not judged") {
    BusinessProfile known = solar();
    known.vertical = "NEWER_THAN_ROOST";
    known.description = std::string(600, 'x');
    BusinessProfile wanted = known;
    wanted.about = "Wind energy";
    CHECK(check_profile(known, wanted).empty());
    CHECK(write_profile_changes(known, wanted) == R"({"about":"Wind energy"})");
    CHECK(write_profile_changes(known, known) == "{}");
}

TEST_CASE("business profile: survives being written, and is read in Meta's words too") {
    const auto written = parse_json(write_business_profile(solar()));
    REQUIRE(written);
    CHECK(read_business_profile(*written).value() == solar());
    const auto metas = parse_json(R"({"messaging_product":"whatsapp","about":"Sun","vertical":"UNDEFINED",
        "websites":["https://a.example","https://b.example",7],"profile_picture_url":"https://p.example"})");
    const auto read = read_business_profile(*metas).value();
    CHECK(read.about == "Sun");
    CHECK(read.vertical.empty());
    CHECK(read.websites == std::vector<std::string>{"https://a.example", "https://b.example"});
    CHECK(read.picture_url == "https://p.example");
    CHECK_FALSE(read_business_profile(Json::array()));
}

TEST_CASE("business profile: changes leave all else, and websites are two at most") {
    const auto changed = with_profile_changes(
        solar(), *parse_json(R"({"about":" Wind ","websites":["","https://b.example"]})")
    );
    REQUIRE(changed);
    CHECK(changed->about == "Wind");
    CHECK(changed->address == solar().address);
    CHECK(changed->websites == std::vector<std::string>{"https://b.example"});
    for (const auto* const body :
         {"[]",
          R"({"about":7})",
          R"({"websites":"https://a.example"})",
          R"({"websites":[7]})",
          R"({"websites":["https://a.example","https://b.example","https://c.example"]})"}) {
        const auto refused = with_profile_changes(solar(), *parse_json(body));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::kInvalid);
    }
    CHECK(
        meta_profile_body(solar(), *changed, "4::1") ==
        R"({"messaging_product":"whatsapp","about":"Wind","websites":["https://b.example"],"profile_picture_handle":"4::1"})"
    );
}

TEST_CASE("business profile: a second website without a first is the first, once it is written") {
    BusinessProfile profile;
    set_text(profile, Field::kSecondWebsite, "https://b.example");
    CHECK(text_of(profile, Field::kWebsite).empty());
    CHECK(text_of(profile, Field::kSecondWebsite) == "https://b.example");
    CHECK(write_profile_changes({}, profile) == R"({"websites":["https://b.example"]})");
    set_text(profile, Field::kSecondWebsite, "");
    CHECK(profile.websites.empty());
}

}  // namespace roost
