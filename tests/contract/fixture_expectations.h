// Compares what a webhook says with what parse_webhook made of it, for payloads that come with expectations.
#pragma once

#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/wire/webhook.h"

namespace roost::test {

// One sentence for every expectation that is not met; empty if all are. `expect` has any of: object, entries,
// changes, fields, messages, message_items, statuses, status_items, echoes, echo_items, events, event_items,
// other. An expectation of a name not known here counts as not met, so that none is passed over in silence.
std::vector<std::string> unmet_expectations(const Json& expect, const ParsedWebhook& webhook);

}  // namespace roost::test
