// What Roost asks of Meta's Cloud API. The outcome of a call says above all whether the message may have gone
// out: only what certainly did not may be sent again without waiting.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "shared/base/time.h"

namespace roost {

// Meta has taken it over; a webhook will say how it went on.
struct CloudAccepted {
    std::string wamid;  // empty for read receipts
    std::string wa_id;  // the recipient as WhatsApp knows them; may differ from what was asked for
};

// Meta said no, or that it cannot now.
struct CloudRefusal {
    int http = 0;
    int code = 0;                // Meta's own; 0 if the answer carried none
    std::string details;         // Meta's words, for the info sheet
    UnixMillis retry_after = 0;  // from now; 0 = Meta named none
};

// Nothing left this machine: no name, no connection, no TLS.
struct CloudUnreachable {
    std::string reason;  // without secrets
};

// The request was written and no usable answer came.
struct CloudUnknown {
    std::string reason;
};

using CloudOutcome = std::variant<CloudAccepted, CloudRefusal, CloudUnreachable, CloudUnknown>;

// Any thread; calls block, at most the time limit of the implementation.
class CloudApi {
  public:
    virtual ~CloudApi() = default;

    // POST /{account_key}/messages with a body of cloud_api_body().
    virtual CloudOutcome send(std::string_view account_key, std::string_view body) = 0;
    // Blue ticks on the customer's phone for this message and all before it.
    virtual CloudOutcome mark_read(std::string_view account_key, std::string_view wamid) = 0;
    // Calls under way end soon, as unknown; later ones are not made.
    virtual void stop() = 0;
};

}  // namespace roost
