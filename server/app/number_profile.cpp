#include "server/app/number_profile.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/app/connected_numbers.h"
#include "server/store/store.h"
#include "shared/wire/business_profile.h"

namespace roost {

namespace {

// WhatsApp's own limit for pictures.
constexpr std::int64_t kLargestPicture = std::int64_t{5} * 1024 * 1024;

tl::unexpected<ProfileFailure> failed(Error error) {
    return tl::unexpected(ProfileFailure{std::move(error), {}});
}

Result<ConnectedNumber> connected_number(const Deps& deps, AccountId id) {
    ASSIGN_OR_RETURN(const auto account, deps.store.find_account(id));
    if (!account) return fail(ErrorCode::kNotFound, "There is no such number.");
    auto number = deps.numbers.with_number(account->key);
    if (!number) return fail(ErrorCode::kConflict, "This number is not connected.");
    return *std::move(number);
}

Error not_told(const CloudRefusal& refusal) {
    return {ErrorCode::kUnavailable, "Meta refused: " + refusal.details};
}

Error not_told(const CloudUnreachable& lost) {
    return {ErrorCode::kUnavailable, "Meta did not answer: " + lost.reason};
}

Result<BusinessProfile> profile_at_meta(CloudApi& cloud, const ConnectedNumber& number) {
    auto looked_up = cloud.read_profile(number.phone_number_id);
    if (auto* profile = std::get_if<BusinessProfile>(&looked_up)) return std::move(*profile);
    if (const auto* refusal = std::get_if<CloudRefusal>(&looked_up))
        return tl::unexpected(not_told(*refusal));
    return tl::unexpected(not_told(std::get<CloudUnreachable>(looked_up)));
}

ProfileFailure faults_in(const std::vector<ProfileProblem>& problems) {
    ProfileFailure failure{{ErrorCode::kInvalid, "Meta would not take this."}, {}};
    for (const auto& one : problems) {
        failure.fields.push_back(
            {std::string(profile_field_name(one.field)),
             std::string(profile_fault_name(one.fault)),
             std::string(profile_fault_sentence(one.fault))}
        );
    }
    return failure;
}

// Meta names the parameter that it refuses in its sentence, and nowhere else.
std::string field_named_in(std::string_view sentence) {
    struct Name {
        std::string_view metas;
        ProfileField field;
    };
    static constexpr std::array<Name, 7> kNames{
        {{"profile_picture", ProfileField::kPicture},
         {"about", ProfileField::kAbout},
         {"address", ProfileField::kAddress},
         {"description", ProfileField::kDescription},
         {"email", ProfileField::kEmail},
         {"vertical", ProfileField::kVertical},
         {"website", ProfileField::kWebsite}}};
    for (const auto& one : kNames)
        if (sentence.find(one.metas) != std::string_view::npos)
            return std::string(profile_field_name(one.field));
    return {};
}

// Only what is wrong with a parameter (100) is about a field; a token that ended is not.
ProfileFailure refused(const CloudRefusal& refusal) {
    constexpr int kInvalidParameter = 100;
    constexpr int kParameterValue = 131009;
    if (refusal.code != kInvalidParameter && refusal.code != kParameterValue) return {not_told(refusal), {}};
    const auto& said = refusal.user_message.empty() ? refusal.details : refusal.user_message;
    return {{ErrorCode::kInvalid, "Meta refused: " + said}, {{field_named_in(said), "meta", said}}};
}

// The handle that Meta gives for a file of ours; empty if none is named.
tl::expected<std::string, ProfileFailure> picture_handle(
    CloudApi& cloud, const MediaFolder& files, const ConnectedNumber& number, const std::string& file
) {
    if (file.empty()) return std::string();
    const auto known = files.describe(file);
    const bool is_picture =
        known && (known->type.mime_type == "image/jpeg" || known->type.mime_type == "image/png");
    if (!is_picture || known->size > kLargestPicture)
        return tl::unexpected(faults_in({{ProfileField::kPicture, ProfileFault::kNotPicture}}));
    auto outcome = cloud.upload_sample(number.waba, files.path_of(file), known->type.mime_type);
    if (auto* sample = std::get_if<UploadedSample>(&outcome)) return std::move(sample->handle);
    if (const auto* refusal = std::get_if<CloudRefusal>(&outcome)) return tl::unexpected(refused(*refusal));
    return failed(not_told(std::get<CloudUnreachable>(outcome)));
}

// Which fields were changed; not to what.
std::string names_of_changes(const BusinessProfile& known, const BusinessProfile& wanted, bool has_picture) {
    std::string names;
    for (int i = 0; i < kProfileFields; ++i) {
        const auto field = static_cast<ProfileField>(i);
        const bool is_new =
            field == ProfileField::kPicture ? has_picture : text_of(known, field) != text_of(wanted, field);
        if (is_new) names += (names.empty() ? "" : " ") + std::string(profile_field_name(field));
    }
    return names;
}

Status note_change(
    const Deps& deps, const Actor& actor, const ConnectedNumber& number, const std::string& changes
) {
    return deps.store.write([&](Transaction& transaction) {
        return note_action(
            deps, transaction, actor, "number.profile_changed", number.phone_number_id, changes
        );
    });
}

tl::expected<void, ProfileFailure> write_to_meta(
    CloudApi& cloud, const ConnectedNumber& number, const std::string& body
) {
    const auto outcome = cloud.change_profile(number.phone_number_id, body);
    if (const auto* refusal = std::get_if<CloudRefusal>(&outcome)) return tl::unexpected(refused(*refusal));
    if (const auto* lost = std::get_if<CloudUnreachable>(&outcome)) return failed(not_told(*lost));
    return {};
}

}  // namespace

Result<BusinessProfile> read_number_profile(const Deps& deps, CloudApi& cloud, AccountId id) {
    ASSIGN_OR_RETURN(const auto number, connected_number(deps, id));
    return profile_at_meta(cloud, number);
}

tl::expected<BusinessProfile, ProfileFailure> change_number_profile(
    const Deps& deps,
    CloudApi& cloud,
    const MediaFolder& files,
    const Actor& actor,
    AccountId id,
    const Json& body
) {
    const auto number = connected_number(deps, id);
    if (!number) return failed(number.error());
    const auto known = profile_at_meta(cloud, *number);
    if (!known) return failed(known.error());
    const auto wanted = with_profile_changes(*known, body);
    if (!wanted) return failed(wanted.error());
    const auto problems = check_profile(*known, *wanted);
    if (!problems.empty()) return tl::unexpected(faults_in(problems));
    const auto handle = picture_handle(cloud, files, *number, string_or(body, "picture_file", ""));
    if (!handle) return tl::unexpected(handle.error());
    const auto changes = names_of_changes(*known, *wanted, !handle->empty());
    if (changes.empty()) return *known;
    if (auto done = write_to_meta(cloud, *number, meta_profile_body(*known, *wanted, *handle)); !done)
        return tl::unexpected(std::move(done.error()));
    if (const auto noted = note_change(deps, actor, *number, changes); !noted) return failed(noted.error());
    auto kept = profile_at_meta(cloud, *number);
    // It was taken; that Meta does not tell it now is no failure.
    return kept ? *std::move(kept) : *wanted;
}

}  // namespace roost
