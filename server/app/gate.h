// What the server knows in memory of who may come in. Lost with the process, and harmless to lose.
#pragma once

#include <functional>
#include <utility>

#include "server/app/password_rules.h"
#include "server/app/principal.h"
#include "server/app/rate_limits.h"
#include "server/app/setup_link.h"
#include "server/app/sign_in_throttle.h"
#include "server/app/standings.h"

namespace roost {

// Whose way in is over, or leads to something else: everything of an agent, one session, one key or one site.
// Those that are none are not asked.
struct Ended {
    AgentId agent = {};
    SessionId session = {};
    ApiKeyId key = {};
    SiteId site = {};

    bool concerns(const Principal& who) const {
        return (agent && who.agent == agent) || (session && who.session == session) ||
               (key && who.key == key) || (site && who.site == site);
    }
};

struct Gate {
    Standings standings = {};
    SignInThrottle throttle = {};
    RateLimits limits = {};
    SetupLink setup = {};
    CommonPasswords common_passwords = {};  // set before the first request
    // Set once, before the first request: closes the streams that were opened with it.
    std::function<void(const Ended&)> close_streams = {};

    // After the commit that ended it. Any thread.
    void end(const Ended& ended) {
        standings.forget_all();
        if (close_streams) close_streams(ended);
    }
};

}  // namespace roost
