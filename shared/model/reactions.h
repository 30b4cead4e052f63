// Which reactions stand on which message of a thread. Reactions are messages of their own; the newest of each
// side counts, and an empty one takes back.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "shared/model/message.h"

namespace roost {

// Meta takes reactions to what is at most this old (cloud-api §13).
inline constexpr UnixMillis kMayReactFor = 30 * kDay;
// To a message, and to none that is a reaction itself.
bool may_react_to(const Message& message, UnixMillis now);

struct StandingReaction {
    Direction side = Direction::kInbound;
    std::string emoji;

    bool operator==(const StandingReaction&) const = default;
};

class Reactions {
  public:
    // `messages`: in the order of a thread; `beyond`: what comes after them there and is not seen. O(n).
    static Reactions of(const std::vector<Message>& messages, std::span<const Message> beyond = {});

    // In the order in which they came; none for a message that has no id of Meta's yet.
    std::span<const StandingReaction> on(const Message& message) const;
    // What stands of this side; empty if nothing does.
    std::string from(Direction side, const Message& message) const;
    // A reaction to a message that is here, where it is seen. One that was not sent is not.
    bool is_seen_elsewhere(const Message& message) const;

  private:
    std::map<std::string, std::vector<StandingReaction>, std::less<>>
        by_message_;  // Meta's ids that are here
};

}  // namespace roost
