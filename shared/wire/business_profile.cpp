#include "shared/wire/business_profile.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"
#include "shared/wire/field_checks.h"

namespace roost {

namespace {

constexpr std::array<ProfileField, 5> kSingle{
    ProfileField::kAbout,
    ProfileField::kAddress,
    ProfileField::kDescription,
    ProfileField::kEmail,
    ProfileField::kVertical};
constexpr std::size_t kMostWebsites = 2;

// As people write one; whether it exists only a mail can say.
bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const auto host = text.substr(at + 1);
    const auto dot = host.rfind('.');
    const bool has_host = dot != std::string_view::npos && dot > 0 && dot + 1 < host.size();
    return has_host && text.find_first_of(" \t\r\n,;<>") == std::string_view::npos;
}

bool is_vertical(std::string_view name) {
    return std::find(kVerticals.begin(), kVerticals.end(), name) != kVerticals.end();
}

std::optional<ProfileFault> fault_of(ProfileField field, std::string_view text) {
    if (field == ProfileField::kVertical)
        return is_vertical(text) ? std::nullopt : std::optional(ProfileFault::kUnknownVertical);
    if (count_utf16_units(text) > longest_of(field)) return ProfileFault::kTooLong;
    if (field == ProfileField::kAbout && trim(text).empty()) return ProfileFault::kEmpty;
    if (text.empty()) return std::nullopt;
    if (field == ProfileField::kEmail && !is_email(text)) return ProfileFault::kNotEmail;
    const bool is_website = field == ProfileField::kWebsite || field == ProfileField::kSecondWebsite;
    if (is_website && !is_web_address(text)) return ProfileFault::kNotWebsite;
    return std::nullopt;
}

void write_websites(JsonWriter& out, const std::vector<std::string>& websites) {
    out.key("websites").begin_array();
    for (const auto& one : websites)
        if (!one.empty()) out.string(one);
    out.end_array();
}

void write_differences(JsonWriter& out, const BusinessProfile& known, const BusinessProfile& wanted) {
    for (const auto field : kSingle) {
        const auto text = text_of(wanted, field);
        if (text != text_of(known, field)) out.key(profile_field_name(field)).string(text);
    }
    if (wanted.websites != known.websites) write_websites(out, wanted.websites);
}

Result<std::vector<std::string>> websites_in(const Json& json) {
    std::vector<std::string> websites;
    if (json.is_null()) return websites;
    if (!json.is_array() || json.size() > kMostWebsites)
        return fail(ErrorCode::kInvalid, "'websites' must be a list of two at most.");
    for (const Json& one : json) {
        if (!one.is_string()) return fail(ErrorCode::kInvalid, "'websites' must be texts.");
        if (!one.get<std::string>().empty()) websites.push_back(one.get<std::string>());
    }
    return websites;
}

}  // namespace

std::vector<ProfileProblem> check_profile(const BusinessProfile& known, const BusinessProfile& wanted) {
    std::vector<ProfileProblem> problems;
    for (int i = 0; i < kProfileFields; ++i) {
        const auto field = static_cast<ProfileField>(i);
        const auto text = text_of(wanted, field);
        if (field == ProfileField::kPicture || text == text_of(known, field)) continue;
        if (const auto fault = fault_of(field, text)) problems.push_back({field, *fault});
    }
    return problems;
}

std::string_view profile_fault_sentence(ProfileFault fault) {
    static constexpr std::array<std::string_view, kProfileFaults> kSentences{
        "This is longer than Meta allows.",
        "Meta wants at least one character here.",
        "This is no e-mail address.",
        "This must be an address that begins with https:// or http://",
        "Meta knows no such kind of business.",
        "The picture must be a JPEG or PNG of at most 5 MB."};
    return kSentences.at(static_cast<std::size_t>(fault));
}

std::string write_business_profile(const BusinessProfile& profile) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        for (const auto field : kSingle)
            out.key(profile_field_name(field)).string(text_of(profile, field));
        write_websites(out, profile.websites);
        out.key("picture_url").string(profile.picture_url).end_object();
    });
}

Result<BusinessProfile> read_business_profile(const Json& json) {
    if (!json.is_object()) return fail(ErrorCode::kInvalid, "A profile must be an object.");
    BusinessProfile profile;
    for (const auto field : kSingle)
        set_text(profile, field, string_or(json, profile_field_name(field), ""));
    // What Meta says where nothing was chosen.
    if (profile.vertical == "UNDEFINED" || profile.vertical == "NOT_A_BIZ") profile.vertical.clear();
    for (const Json& one : member(json, "websites"))
        if (one.is_string() && profile.websites.size() < kMostWebsites)
            profile.websites.push_back(one.get<std::string>());
    profile.picture_url = string_or(json, "picture_url", string_or(json, "profile_picture_url", ""));
    return profile;
}

std::string write_profile_changes(const BusinessProfile& known, const BusinessProfile& wanted) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        write_differences(out, known, wanted);
        out.end_object();
    });
}

Result<BusinessProfile> with_profile_changes(BusinessProfile known, const Json& changes) {
    if (!changes.is_object()) return fail(ErrorCode::kInvalid, "The changes must be an object.");
    for (const auto field : kSingle) {
        const auto name = profile_field_name(field);
        const Json& value = member(changes, name);
        if (value.is_null()) continue;
        if (!value.is_string())
            return fail(ErrorCode::kInvalid, "'" + std::string(name) + "' must be a text.");
        set_text(known, field, std::string(trim(value.get<std::string>())));
    }
    if (!member(changes, "websites").is_null()) {
        ASSIGN_OR_RETURN(known.websites, websites_in(member(changes, "websites")));
    }
    return known;
}

std::string meta_profile_body(
    const BusinessProfile& known, const BusinessProfile& wanted, std::string_view picture_handle
) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("messaging_product").string("whatsapp");
        write_differences(out, known, wanted);
        out.text_member("profile_picture_handle", picture_handle).end_object();
    });
}

}  // namespace roost
