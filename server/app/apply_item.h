// What one item of a webhook does to the inbox. Every item is safe to repeat and to take in any order.
#pragma once

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/wire/webhook.h"

namespace roost {

// The webhook that brought an item.
struct WebhookDelivery {
    std::int64_t webhook = 0;
    UnixMillis at = 0;
};

// False if it was known already, or changes nothing any more.
Result<bool> apply_item(Transaction& transaction, const WebhookDelivery& delivery, const WebhookItem& item);

}  // namespace roost
