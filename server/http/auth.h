// Who is asking: what a request carries becomes a Principal, or the reply that refuses it. Every route is
// bound through one of these, so that the router can say of each what it asks for.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/permissions.h"
#include "server/app/principal.h"
#include "server/http/message.h"
#include "server/http/router.h"
#include "shared/base/result.h"

namespace roost {

using AgentHandler = std::function<Reply(const Request&, const Principal&)>;
using AgentUpload = std::function<Result<std::unique_ptr<BodySink>>(const Request&, const Principal&)>;

// 401 without a token that is good now, 403 for one that may not, 429 for one that asks too often.
Door for_permission(const Deps& deps, Permission permission, AgentHandler handler);
// … also for who came by a page about one record or one person: the handler keeps them to it. All others
// refuse them with 403. What agents see of the inbox each handler keeps to anyway (Principal::reach).
Door for_any_reach(const Deps& deps, Permission permission, AgentHandler handler);
// … the same for a body that is taken piece by piece: refused with the head alone.
UploadDoor for_uploads(const Deps& deps, Permission permission, AgentUpload open);
// … the same, but who comes with another proof is let in: absent = there is none in this request.
using OtherProof = std::function<std::optional<Status>(const Request&)>;
Door for_permission_or(const Deps& deps, Permission permission, OtherProof proof, AgentHandler handler);
// For everybody, also for those who are not signed in: the few routes that must be.
Door open_to_all(Handler handler);
// … but for each address only so often a minute: what strangers can make the server work for. Routes of one
// `name` count together.
struct AddressLimit {
    std::string_view name;
    int per_minute = 0;
};
Door open_with_limit(const Deps& deps, AddressLimit limit, Handler handler);

}  // namespace roost
