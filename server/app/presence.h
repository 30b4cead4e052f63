// Who has Roost open: held against the open streams each second, told to everybody, and kept, so that a
// restart makes nobody look gone who comes back at once.
#pragma once

#include <map>
#include <vector>

#include "server/app/deps.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// Pure. One thread.
class Presence {
  public:
    // A page that is loaded anew, or a token that is renewed, is no leaving.
    static constexpr UnixMillis kGrace = 15 * kSecond;

    // `stored`: who was there when it was last looked; they have that long to come back.
    Presence(const std::vector<AgentId>& stored, UnixMillis now);

    struct Change {
        AgentId agent;
        bool is_present = false;
        bool operator==(const Change&) const = default;
    };
    // What is to be stored, now that these have a stream open; said again until it is taken.
    std::vector<Change> look(const std::vector<AgentId>& here, UnixMillis now);
    void take(const Change& stored);

  private:
    std::map<AgentId, UnixMillis> present_;  // and when they were last seen
    UnixMillis looked_at_ = 0;
};

// Stores and announces what has changed; the first error ends it, and the rest is done the next time. Any
// thread but the writer's, one at a time.
Status keep_presence(const Deps& deps, Presence& presence, const std::vector<AgentId>& here);

}  // namespace roost
