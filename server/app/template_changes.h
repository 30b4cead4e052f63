// Templates are made, changed and deleted at Meta, and kept as Meta then has them. Safe to repeat: what was
// asked before, and whose answer was lost, is found and not asked for twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/cloud/cloud_api.h"
#include "server/media/media_folder.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/model/message_template.h"

namespace roost {

struct FieldTrouble {
    std::string field;     // as in ProposalProblem; empty = the whole
    std::string code;      // of ProposalFault, "exists", "fixed", or "meta": the sentence is Meta's own
    std::string sentence;  // for people
};

// With `fields` it is about what was written; without, about the state of things: kNotFound, kConflict,
// kUnavailable (nothing was stored, it may be asked again).
struct TemplateFailure {
    Error error;
    std::vector<FieldTrouble> fields = {};
};

template <class T>
using TemplateResult = tl::expected<T, TemplateFailure>;

// `body` as Meta has it: {"name", "language", "category", "components"}. The template waits for Meta's
// review. "waba" beside them names the business account, where there are several.
// Files of ours that its headers name go to Meta first (template_samples.h).
TemplateResult<MessageTemplate> create_template(
    const Deps& deps, CloudApi& cloud, const MediaFolder& files, const Actor& actor, const Json& body
);

// {"category"?, "components"}; name and language stay. Only of one that is approved, rejected or paused.
TemplateResult<MessageTemplate> edit_template(
    const Deps& deps,
    CloudApi& cloud,
    const MediaFolder& files,
    const Actor& actor,
    std::string_view id,
    const Json& body
);

// This language of it. Its name cannot be used anew for 30 days.
TemplateResult<void> delete_template(
    const Deps& deps, CloudApi& cloud, const Actor& actor, std::string_view id
);

}  // namespace roost
