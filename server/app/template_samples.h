// A header with a picture, a film or a document needs a sample for Meta's review. Whoever writes a template
// names a file of ours: {"example": {"header_file": ["…"]}}. Meta gets it into a store of its own, and the
// template names it as Meta does: {"example": {"header_handle": ["4::…"]}}.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "server/cloud/cloud_api.h"
#include "server/media/media_folder.h"
#include "shared/base/json.h"
#include "shared/base/result.h"

namespace roost {

// Why there are none: Meta's refusal, no answer, or kInvalid for a file that is not here or of another kind.
using SampleTrouble = std::variant<CloudRefusal, CloudUnreachable, Error>;

// The array of components as Meta takes it for a template of that account. Calls Meta once for each file of
// ours that it names, and not at all if there is none.
tl::expected<std::string, SampleTrouble> components_with_samples(
    const MediaFolder& files, CloudApi& cloud, std::string_view waba, std::string_view components
);

}  // namespace roost
