// The profile that customers see of one of our numbers: read from Meta, and changed there. Nothing of it is
// kept here.
#pragma once

#include <vector>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/app/template_changes.h"
#include "server/cloud/cloud_api.h"
#include "server/media/media_folder.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/model/business_profile.h"

namespace roost {

// With `fields` it is about what was written: of ProfileFault, or "meta" with Meta's own sentence; without,
// about the state of things.
struct ProfileFailure {
    Error error;
    std::vector<FieldTrouble> fields = {};
};

// kNotFound for no number of ours, kConflict if it is not connected, kUnavailable with Meta's words if Meta
// does not tell. Any thread; blocks for as long as Meta takes.
Result<BusinessProfile> read_number_profile(const Deps& deps, CloudApi& cloud, AccountId id);

// {"about"?, "address"?, "description"?, "email"?, "vertical"?, "websites"?, "picture_file"?: of ours}: what
// is there becomes so, all else stays. Returns the profile as Meta then has it. kInvalid naming the member
// that is of another kind.
tl::expected<BusinessProfile, ProfileFailure> change_number_profile(
    const Deps& deps,
    CloudApi& cloud,
    const MediaFolder& files,
    const Actor& actor,
    AccountId id,
    const Json& body
);

}  // namespace roost
