// The profile of a number as JSON, Meta's and ours, and what Meta would refuse of it. Server and client ask
// the same rules. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/model/business_profile.h"

namespace roost {

// What Meta would refuse of `wanted` where it differs from what Meta has, in the order of the fields. What is
// there already is not judged: it was taken once.
std::vector<ProfileProblem> check_profile(const BusinessProfile& known, const BusinessProfile& wanted);

// A sentence for programs, in English.
std::string_view profile_fault_sentence(ProfileFault fault);

// {"about", "address", "description", "email", "vertical", "websites": […], "picture_url"}, with all members:
// GET /api/v1/accounts/{id}/profile.
std::string write_business_profile(const BusinessProfile& profile);
// The same, or Meta's own words for it; what is missing is empty. kInvalid if it is no object.
Result<BusinessProfile> read_business_profile(const Json& json);

// What is different in `wanted`, in the same members; "{}" if nothing is. PATCH …/profile takes it.
std::string write_profile_changes(const BusinessProfile& known, const BusinessProfile& wanted);
// `known` with the members of `changes`. kInvalid naming the member that is of another kind.
Result<BusinessProfile> with_profile_changes(BusinessProfile known, const Json& changes);

// The same for Meta: POST /{phone-number-id}/whatsapp_business_profile. A picture by the handle that its
// upload gave; empty = it stays.
std::string meta_profile_body(
    const BusinessProfile& known, const BusinessProfile& wanted, std::string_view picture_handle
);

}  // namespace roost
