// What time it is for the server, where this computer's clock is wrong: by the server's the 24-hour window
// closes. Pure.
#pragma once

#include "shared/base/time.h"

namespace roost {

class ServerClock {
  public:
    // `said` stood in an answer; when it was asked for and came, by the browser's clock. What its way may
    // have taken is no difference, nor are two seconds: nothing jumps for clocks that only run a little
    // apart.
    void learn(UnixMillis said, UnixMillis asked_at, UnixMillis came_at);

    // One moment by the other clock; 0, which is none, stays 0.
    UnixMillis by_server(UnixMillis browser) const { return browser == 0 ? 0 : browser + ahead_; }
    UnixMillis by_browser(UnixMillis server) const { return server == 0 ? 0 : server - ahead_; }

  private:
    UnixMillis ahead_ = 0;  // of the browser's
};

}  // namespace roost
