#include "client-wasm/app/server_clock.h"

#include <cstdlib>

namespace roost {

namespace {

constexpr UnixMillis kNoDifference = 2 * kSecond;

}  // namespace

void ServerClock::learn(UnixMillis said, UnixMillis asked_at, UnixMillis came_at) {
    // The browser's clock was set back meanwhile.
    if (said == 0 || came_at < asked_at) return;
    const UnixMillis way = (came_at - asked_at) / 2;
    const UnixMillis ahead = said - (asked_at + way);
    const UnixMillis doubt = kNoDifference + way;
    if (std::abs(ahead - ahead_) < doubt) return;
    ahead_ = std::abs(ahead) < doubt ? 0 : ahead;
}

}  // namespace roost
