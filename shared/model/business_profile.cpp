#include "shared/model/business_profile.h"

#include <algorithm>
#include <utility>

namespace roost {

namespace {

constexpr std::array<std::string_view, kProfileFields> kFieldNames{
    "about", "address", "description", "email", "vertical", "website", "second_website", "picture"};
// cloud-api §5; of the description Meta's guide says 512 and its OpenAPI document 256: what it refuses, it
// says.
constexpr std::array<std::size_t, kProfileFields> kLongest{139, 256, 512, 128, 0, 256, 256, 0};

constexpr std::array<std::string_view, kProfileFaults> kFaultNames{
    "too_long", "empty", "not_email", "not_website", "unknown_vertical", "not_picture"};

template <class Kind, std::size_t kCount>
std::optional<Kind> parse_name(const std::array<std::string_view, kCount>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

std::string_view website(const BusinessProfile& profile, std::size_t index) {
    return index < profile.websites.size() ? std::string_view(profile.websites[index]) : std::string_view();
}

// Two places at most; an empty one at the end is none.
void set_website(BusinessProfile& profile, std::size_t index, std::string text) {
    if (profile.websites.size() <= index) profile.websites.resize(index + 1);
    profile.websites[index] = std::move(text);
    while (!profile.websites.empty() && profile.websites.back().empty())
        profile.websites.pop_back();
}

}  // namespace

std::string_view profile_field_name(ProfileField field) {
    return kFieldNames.at(static_cast<std::size_t>(field));
}

std::optional<ProfileField> parse_profile_field(std::string_view name) {
    return parse_name<ProfileField>(kFieldNames, name);
}

std::size_t longest_of(ProfileField field) {
    return kLongest.at(static_cast<std::size_t>(field));
}

std::string_view profile_fault_name(ProfileFault fault) {
    return kFaultNames.at(static_cast<std::size_t>(fault));
}

std::optional<ProfileFault> parse_profile_fault(std::string_view name) {
    return parse_name<ProfileFault>(kFaultNames, name);
}

std::string_view text_of(const BusinessProfile& profile, ProfileField field) {
    switch (field) {
        case ProfileField::kAbout:
            return profile.about;
        case ProfileField::kAddress:
            return profile.address;
        case ProfileField::kDescription:
            return profile.description;
        case ProfileField::kEmail:
            return profile.email;
        case ProfileField::kVertical:
            return profile.vertical;
        case ProfileField::kWebsite:
            return website(profile, 0);
        case ProfileField::kSecondWebsite:
            return website(profile, 1);
        case ProfileField::kPicture:
            break;
    }
    return {};
}

void set_text(BusinessProfile& profile, ProfileField field, std::string text) {
    switch (field) {
        case ProfileField::kAbout:
            profile.about = std::move(text);
            return;
        case ProfileField::kAddress:
            profile.address = std::move(text);
            return;
        case ProfileField::kDescription:
            profile.description = std::move(text);
            return;
        case ProfileField::kEmail:
            profile.email = std::move(text);
            return;
        case ProfileField::kVertical:
            profile.vertical = std::move(text);
            return;
        case ProfileField::kWebsite:
            return set_website(profile, 0, std::move(text));
        case ProfileField::kSecondWebsite:
            return set_website(profile, 1, std::move(text));
        case ProfileField::kPicture:
            return;
    }
}

}  // namespace roost
