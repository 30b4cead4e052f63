// What was parsed from a webhook, item by item, under the names that fixture expectations use.
#pragma once

#include "shared/base/json.h"
#include "shared/wire/webhook.h"

namespace roost::test {

// An object; what the model does not keep is absent.
using Facts = Json;

Facts facts_of(const IncomingMessage& message);
Facts facts_of(const IncomingChange& change);
Facts facts_of(const IncomingStatus& status);
Facts facts_of(const Notice& notice);

// A time as webhooks write it: seconds or milliseconds, as text or number. 0 if it is none.
UnixMillis expected_time(const Json& value);

}  // namespace roost::test
