// Who is asking: the bearer token of a request becomes a Principal, or the reply that refuses it.
#pragma once

#include <functional>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/http/message.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

using AgentHandler = std::function<Reply(const Request&, const Principal&)>;

// kUnauthorized without a valid "Authorization: Bearer …".
Result<Principal> check_request(const Deps& deps, const Request& request);

// A handler that answers 401 to everyone else.
Handler for_agents(const Deps& deps, AgentHandler handler);
// … and 403 to agents who are no admins.
Handler for_admins(const Deps& deps, AgentHandler handler);
// … and to those who are neither admins nor supervisors.
Handler for_supervisors(const Deps& deps, AgentHandler handler);

// When the token of a request that was accepted ends; `now` if it says nothing of the kind.
UnixMillis token_expiry(const Request& request, UnixMillis now);

}  // namespace roost
