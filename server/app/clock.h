// Where the server's time comes from. Tests hold a clock of their own.
#pragma once

#include "shared/base/time.h"

namespace roost {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual UnixMillis now() const = 0;  // any thread
};

class SystemClock final : public Clock {
  public:
    UnixMillis now() const override;
};

}  // namespace roost
