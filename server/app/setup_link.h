// The link that makes the first administrator: printed when the server starts without any agent, good once
// and for half an hour, gone with the process.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace roost {

// Any thread.
class SetupLink {
  public:
    static constexpr UnixMillis kLife = 30 * kMinute;

    // The token of a new link; the one before is not good any more.
    std::string open(UnixMillis now);
    bool is_open(std::string_view token, UnixMillis now) const;
    void close();

  private:
    mutable std::mutex mutex_;
    std::string hash_;
    UnixMillis ends_at_ = 0;
};

}  // namespace roost
