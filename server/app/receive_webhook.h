// A verified webhook becomes durable, with everything it says, in one transaction.
#pragma once

#include <string>
#include <string_view>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/store/rows.h"
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

// One that was stored. kNotFound once it was forgotten.
Result<WebhookRow> find_webhook(const Deps& deps, std::int64_t id);

// One that was stored, once more, by this version and with what the inbox holds now: what was applied then
// changes nothing, what failed then may be applied now. Its outcome is told anew, and who did it is noted.
// kNotFound.
Result<WebhookReceipt> replay_webhook(const Deps& deps, const Actor& actor, std::int64_t id);

}  // namespace roost
