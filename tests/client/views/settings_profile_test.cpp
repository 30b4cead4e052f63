// The profile that customers see of a number, in its dialog.
#include <doctest/doctest.h>

#include "shared/wire/business_profile.h"
#include "tests/support/numbers_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr std::string_view kProfile = "/api/v1/accounts/1/profile";

BusinessProfile solar() {
    return {
        "Solar energy",
        "Kenyatta Avenue 12",
        "From one lamp to a whole school.",
        "hello@savanna.example",
        "PROF_SERVICES",
        {"https://savanna.example/"},
        {}};
}

platform::Response told(const BusinessProfile& profile) {
    return ok(write_business_profile(profile));
}

platform::Response fault(const Json& field) {
    return {422, dump_json({{"title", "Not allowed by WhatsApp"}, {"fields", Json::array({field})}})};
}

struct ProfileCase : NumbersCase {
    explicit ProfileCase(float width = 1440, std::string language = "en")
        : NumbersCase({healthy_number()}, width, 900, std::move(language)) {}
    void ask() {
        focus(Role::kButton, "Business profile");
        click(Role::kButton, "Business profile");
    }
    void ask_and_see() {
        ask();
        answer("GET", kProfile, told(solar()));
    }
    void save() { press_exactly("Save"); }
};

}  // namespace

TEST_CASE("profile: it is read when its dialog opens, and stands in its fields") {
    ProfileCase ui;
    ui.ask();
    CHECK(ui.sees(Role::kDialog, "Business profile of +254 700 555 010"));
    CHECK(ui.sees(Role::kText, "Loading Business profile"));
    CHECK_FALSE(ui.sees(Role::kButton, "Save"));
    ui.answer("GET", kProfile, told(solar()));
    CHECK(ui.see_field("About").field->set_value == "Solar energy");
    CHECK(ui.see_field("Website").field->set_value == "https://savanna.example/");
    CHECK(ui.see_field("Second website").field->set_value.empty());
    CHECK(ui.see(Role::kButton, "Professional services").is_pressed == true);
    CHECK(ui.platform.focused == ui.see_field("About").key);
}

TEST_CASE("profile: what cannot be read says why, and is asked for again") {
    ProfileCase ui;
    ui.ask();
    ui.answer("GET", kProfile, unreachable());
    CHECK(ui.sees(Role::kText, "The server cannot be reached."));
    ui.click(Role::kButton, "Try again");
    ui.answer("GET", kProfile, told(solar()));
    CHECK(ui.see_field("About").field->set_value == "Solar energy");
}

TEST_CASE("profile: what is different is sent, and the dialog closes when it was taken") {
    ProfileCase ui;
    ui.ask_and_see();
    ui.type("About", " Wind energy ");
    ui.type("Second website", "https://wind.example");
    ui.click(Role::kButton, "Restaurant");
    ui.save();
    const Json expected{
        {"about", "Wind energy"},
        {"vertical", "RESTAURANT"},
        {"websites", {"https://savanna.example/", "https://wind.example"}}};
    CHECK(ui.sent(kProfile) == expected);
    CHECK(ui.see(Role::kButton, "Save").is_disabled);
    BusinessProfile now = solar();
    now.about = "Wind energy";
    ui.answer("PATCH", kProfile, told(now));
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.announced.back().first == "The profile is saved.");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Business profile").key);
}

TEST_CASE("profile: with nothing different the dialog closes and nothing is asked") {
    ProfileCase ui;
    ui.ask_and_see();
    ui.save();
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.count_requests("PATCH", kProfile) == 0);
}

TEST_CASE("profile: limits are counted while it is written, and faults are told before anything is sent") {
    ProfileCase ui;
    ui.ask_and_see();
    ui.type("About", std::string(142, 'x'));
    CHECK(ui.sees(Role::kText, "3 too many"));
    ui.type("About", std::string(137, 'x'));
    CHECK(ui.sees(Role::kText, "2 left"));
    ui.type("E-mail", "nobody");
    CHECK_FALSE(ui.sees(Role::kText, "This is not an e-mail address."));
    ui.save();
    CHECK(ui.sees(Role::kText, "This is not an e-mail address."));
    CHECK(ui.platform.focused == ui.see_field("E-mail").key);
    CHECK(ui.platform.count_requests("PATCH", kProfile) == 0);
}

TEST_CASE("profile: what Meta refuses stands at its field, or at the end, and what was written stays") {
    ProfileCase ui;
    ui.ask_and_see();
    ui.type("Description", "From one lamp");
    ui.save();
    const Json metas{{"field", "description"}, {"code", "meta"}, {"detail", "Too short."}};
    ui.answer("PATCH", kProfile, fault(metas));
    CHECK(ui.see_field("Description").description == "Meta refused: Too short.");
    CHECK(ui.value("Description") == "From one lamp");
    ui.save();
    ui.answer("PATCH", kProfile, unreachable());
    CHECK(ui.sees(Role::kText, "The server cannot be reached."));
    CHECK_FALSE(ui.see(Role::kButton, "Save").is_disabled);
}

TEST_CASE("profile: a picture goes to the server at once and is named when the profile is saved") {
    ProfileCase ui;
    ui.ask_and_see();
    ui.platform.push(platform::FileAdded{4, "roof.gif", "image/gif", 1000});
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "The picture must be a JPEG or PNG"));
    CHECK(ui.platform.dropped_files == std::vector<int>{4});
    ui.platform.push(platform::FileAdded{5, "roof.png", "image/png", 1000});
    ui.run_frames();
    CHECK(ui.see(Role::kButton, "Save").is_disabled);
    const Json copy{{"id", "f00d"}, {"kind", "image"}, {"mime_type", "image/png"}, {"size", 1000}};
    ui.answer("POST", "/api/v1/media", {201, dump_json(copy)});
    ui.save();
    CHECK(ui.sent(kProfile) == Json{{"picture_file", "f00d"}});
    ui.answer("PATCH", kProfile, told(solar()));
    CHECK(ui.platform.dropped_files == std::vector<int>{4, 5});
}

TEST_CASE("profile: on a phone and in Arabic it is the same dialog") {
    ProfileCase ui(390, "ar");
    ui.click(Role::kButton, "ملف النشاط التجاري");
    ui.answer("GET", kProfile, told(solar()));
    CHECK(ui.see_field("نبذة").field->set_value == "Solar energy");
    CHECK(ui.see(Role::kButton, "خدمات مهنية").is_pressed == true);
}

}  // namespace roost
