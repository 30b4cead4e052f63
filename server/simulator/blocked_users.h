// Whom the number has blocked (cloud-api §5). Pure; not synchronised.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "server/simulator/exchange.h"
#include "server/simulator/message_checks.h"

namespace roost::simulator {

class BlockedUsers {
  public:
    // Why nobody of that name can be blocked now: 131047, 131021, …
    using Obstacle = std::function<Refusal(const std::string& user)>;

    // {"messaging_product", "block_users": [{"user"} | {"user_id"}]}. 139100 with the reason of each who was
    // not blocked, 100 for another body. The trace goes into the envelope.
    Reply block(const Json& body, const Obstacle& obstacle, std::string_view trace_id);
    Reply unblock(const Json& body, std::string_view trace_id);
    // After the user that `after` names; `limit` at most.
    Reply list(std::string_view after, std::size_t limit) const;

    bool has(const std::string& user) const { return users_.contains(user); }
    void clear() { users_.clear(); }

  private:
    std::set<std::string> users_;  // wa_ids and business-scoped ids
};

}  // namespace roost::simulator
