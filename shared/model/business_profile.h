// What customers see of a number when they open its profile in WhatsApp, and what Meta takes of it
// (cloud-api §5). Server and client ask the same rules. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roost {

struct BusinessProfile {
    std::string about;
    std::string address;
    std::string description;
    std::string email;
    std::string vertical;  // one of kVerticals; empty or a newer one of Meta's = none that is known here
    std::vector<std::string> websites;
    std::string picture_url;  // Meta's, for some days; empty = there is none

    bool operator==(const BusinessProfile&) const = default;
};

// In Meta's order, but for UNDEFINED and NOT_A_BIZ: they mean none, and cannot be chosen.
inline constexpr std::array<std::string_view, 21> kVerticals{
    "ALCOHOL",
    "APPAREL",
    "AUTO",
    "BEAUTY",
    "EDU",
    "ENTERTAIN",
    "EVENT_PLAN",
    "FINANCE",
    "GOVT",
    "GROCERY",
    "HEALTH",
    "HOTEL",
    "NONPROFIT",
    "ONLINE_GAMBLING",
    "OTC_DRUGS",
    "OTHER",
    "PHYSICAL_GAMBLING",
    "PROF_SERVICES",
    "RESTAURANT",
    "RETAIL",
    "TRAVEL"};

enum class ProfileField : std::uint8_t {
    kAbout,
    kAddress,
    kDescription,
    kEmail,
    kVertical,
    kWebsite,        // the first
    kSecondWebsite,  // what WhatsApp shows below it
    kPicture,
};
inline constexpr int kProfileFields = 8;

std::string_view profile_field_name(ProfileField field);  // "about", …, "website", "second_website"
std::optional<ProfileField> parse_profile_field(std::string_view name);

// How long the text of a field may be, in UTF-16 units; 0 = it is no text.
std::size_t longest_of(ProfileField field);

enum class ProfileFault : std::uint8_t {
    kTooLong,
    kEmpty,  // Meta keeps no empty "about"
    kNotEmail,
    kNotWebsite,  // no http or https address with a host
    kUnknownVertical,
    kNotPicture,  // no JPEG or PNG, or too large
};
inline constexpr int kProfileFaults = 6;

std::string_view profile_fault_name(ProfileFault fault);  // "too_long", …
std::optional<ProfileFault> parse_profile_fault(std::string_view name);

struct ProfileProblem {
    ProfileField field = ProfileField::kAbout;
    ProfileFault fault = ProfileFault::kTooLong;

    bool operator==(const ProfileProblem&) const = default;
};

// The text of a field; of the websites and the vertical too. The picture has none.
std::string_view text_of(const BusinessProfile& profile, ProfileField field);
void set_text(BusinessProfile& profile, ProfileField field, std::string text);

}  // namespace roost
