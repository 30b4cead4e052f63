// Meta's error codes (cloud-api §12): for each the reason, of which every language has a sentence that says
// what to do, and what Roost does by itself. The only such table.
#pragma once

#include <string>
#include <string_view>

#include "server/cloud/cloud_api.h"
#include "shared/model/failure_reason.h"
#include "shared/model/message.h"

namespace roost {

enum class CloudErrorKind {
    kFail,         // this message will not go out; trying again changes nothing
    kFailForNow,   // not now, but an agent may try again later
    kRetry,        // Meta's own trouble or a rate limit: keep trying
    kRetryFew,     // unexplained: worth a few tries
    kRetryPair,    // too fast for this recipient: only this conversation slows down
    kStopAccount,  // nothing goes out from this number until someone has acted
};

struct CloudError {
    int code = 0;
    CloudErrorKind kind = CloudErrorKind::kFail;
    FailureReason reason = FailureReason::kOther;
};

// `http` decides where there is no code, or one that is not in the table; 0 = the error came by webhook.
CloudError explain(int code, int http);

// The failure as agents see it. `title` and `details` are Meta's own words; the title is shown only where the
// table has no sentence for the code.
Failure failure_from(int code, std::string_view title, std::string_view details);
Failure failure_from(const CloudRefusal& refusal);

}  // namespace roost
