// A verified webhook becomes durable, with everything it says, in one transaction.
#pragma once

#include <string>
#include <string_view>

#include "server/app/deps.h"
#include "shared/base/result.h"

namespace roost {

struct WebhookReceipt {
    std::int64_t webhook_id = 0;
    int applied = 0;            // items that changed something
    int repeated = 0;           // items known already
    int failed = 0;             // items that could not be applied: kept with their error
    bool is_malformed = false;  // stored whole as failed; Meta is answered 200 all the same
};

// Blocks until the raw body and its effects are committed; then, and only then, the caller answers 200.
// kUnavailable when the writer's queue is full or the disk refuses: the caller answers 503 and Meta sends
// again. Safe to repeat and to call from any thread.
Result<WebhookReceipt> receive_webhook(const Deps& deps, std::string_view raw_body);

}  // namespace roost
