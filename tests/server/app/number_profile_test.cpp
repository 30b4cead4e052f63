#include "server/app/number_profile.h"

#include <doctest/doctest.h>

#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"

namespace roost {

namespace {

struct Scene : test::UseCase {
    Scene() {
        config.waba_id = "10";
        config.access_token = "token";
        id = customer_writes().account;
        BusinessProfile profile;
        profile.about = "Solar energy";
        profile.vertical = "PROF_SERVICES";
        cloud.hold_profile(profile);
    }
    tl::expected<BusinessProfile, ProfileFailure> change(const char* body) {
        return change_number_profile(*deps, cloud, files, actor, id, *parse_json(body));
    }
    ProfileFailure refused(const char* body) {
        auto result = change(body);
        REQUIRE_FALSE(result);
        return std::move(result.error());
    }
    std::string audit() const {
        std::string all;
        const auto rows = store->people().list_audit({}).value();
        for (const auto& one : rows)
            all += one.action + " " + one.subject + " " + one.detail + "\n";
        return all;
    }
    std::string file_of(std::string_view bytes) {
        auto incoming = files.begin();
        REQUIRE(incoming);
        REQUIRE((*incoming)->write(bytes));
        const auto kept = (*incoming)->keep();
        REQUIRE(kept);
        return kept->id;
    }

    AccountId id;
    Actor actor{{AgentId{1}, AgentRole::kAdmin}, "192.0.2.1"};
};

}  // namespace

TEST_CASE("number profile: Meta gets what is different, and who changed what is noted without the words") {
    Scene use;
    CHECK(read_number_profile(*use.deps, use.cloud, use.id)->about == "Solar energy");
    const auto changed = use.change(R"({"about":"Solar energy","email":"hello@savanna.example"})");
    REQUIRE(changed);
    CHECK(changed->email == "hello@savanna.example");
    REQUIRE(use.cloud.profile_changes().size() == 1);
    CHECK(
        use.cloud.profile_changes()[0] ==
        R"({"messaging_product":"whatsapp","email":"hello@savanna.example"})"
    );
    CHECK(use.audit() == "number.profile_changed 106540352242922 email\n");
}

TEST_CASE("number profile: with nothing different, Meta is not asked to change anything") {
    Scene use;
    REQUIRE(use.change(R"({"about":"Solar energy"})"));
    CHECK(use.cloud.profile_changes().empty());
    CHECK(use.audit().empty());
}

TEST_CASE("number profile: what Meta would refuse is told before it is asked, by field") {
    Scene use;
    const auto failure = use.refused(R"({"about":"","email":"nobody","vertical":"SOLAR"})");
    REQUIRE(failure.fields.size() == 3);
    CHECK(failure.fields[0].field == "about");
    CHECK(failure.fields[0].code == "empty");
    CHECK(failure.fields[1].field == "email");
    CHECK(failure.fields[2].code == "unknown_vertical");
    CHECK(use.refused(R"({"about":7})").error.code == ErrorCode::kInvalid);
    CHECK(use.cloud.profile_changes().empty());
}

TEST_CASE("number profile: Meta's own refusal stands at the field that it names; a token that ended at none"
) {
    Scene use;
    use.cloud.answer_next_profile_change(CloudRefusal{400, 100, "Param description must be shorter.", 0});
    const auto failure = use.refused(R"({"description":"From one lamp"})");
    REQUIRE(failure.fields.size() == 1);
    CHECK(failure.fields[0].field == "description");
    CHECK(failure.fields[0].code == "meta");
    CHECK(failure.fields[0].sentence == "Param description must be shorter.");
    use.cloud.answer_next_profile_change(CloudRefusal{400, 100, "Invalid parameter", 0});
    CHECK(use.refused(R"({"description":"From one lamp"})").fields.at(0).field.empty());
    use.cloud.answer_next_profile_change(CloudRefusal{401, 190, "Session has expired", 0});
    const auto ended = use.refused(R"({"description":"From one lamp"})");
    CHECK(ended.fields.empty());
    CHECK(ended.error.code == ErrorCode::kUnavailable);
    use.cloud.answer_next_profile_change(CloudUnreachable{"no route"});
    CHECK(use.refused(R"({"description":"From one lamp"})").error.code == ErrorCode::kUnavailable);
    CHECK(use.audit().empty());
}

TEST_CASE("number profile: Meta that does not tell, no such number, and one that is not connected") {
    Scene use;
    use.cloud.fail_next_profile(CloudUnreachable{"no route"});
    CHECK(read_number_profile(*use.deps, use.cloud, use.id).error().code == ErrorCode::kUnavailable);
    use.cloud.fail_next_profile(CloudRefusal{400, 100, "no", 0});
    CHECK(use.refused(R"({"about":"Wind"})").error.code == ErrorCode::kUnavailable);
    CHECK(read_number_profile(*use.deps, use.cloud, {999}).error().code == ErrorCode::kNotFound);
    use.config.phone_number_id.clear();
    CHECK(use.refused(R"({"about":"Wind"})").error.code == ErrorCode::kConflict);
}

TEST_CASE("number profile: a picture goes to Meta first, and is named by its handle") {
    Scene use;
    CHECK(use.refused(R"({"picture_file":"nowhere"})").fields.at(0).code == "not_picture");
    const auto moving = R"({"picture_file":")" + use.file_of(test::gif_file(true)) + "\"}";
    CHECK(use.refused(moving.c_str()).fields.at(0).field == "picture");
    CHECK(use.cloud.samples().empty());
    const auto square = R"({"picture_file":")" + use.file_of(test::png_file(640, 640)) + "\"}";
    use.cloud.fail_next_sample(CloudUnreachable{"no route"});
    CHECK(use.refused(square.c_str()).error.code == ErrorCode::kUnavailable);
    CHECK(use.cloud.profile_changes().empty());
    REQUIRE(use.change(square.c_str()));
    REQUIRE(use.cloud.samples().size() == 1);
    CHECK(use.cloud.samples()[0].mime_type == "image/png");
    CHECK(
        use.cloud.profile_changes().at(0) ==
        R"({"messaging_product":"whatsapp","profile_picture_handle":"4::1"})"
    );
    CHECK(use.audit() == "number.profile_changed 106540352242922 picture\n");
}

}  // namespace roost
