// Time that stands still until a test moves it.
#pragma once

#include <atomic>

#include "server/app/clock.h"
#include "tests/support/builders.h"

namespace roost::test {

class FakeClock final : public Clock {
  public:
    explicit FakeClock(UnixMillis now = kNoon) : now_(now) {}

    UnixMillis now() const override { return now_; }
    void set(UnixMillis now) { now_ = now; }
    void advance(UnixMillis by) { now_ += by; }

  private:
    std::atomic<UnixMillis> now_;
};

}  // namespace roost::test
