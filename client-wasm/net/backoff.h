// How long to wait before the next attempt.
#pragma once

#include "shared/base/time.h"

namespace roost::net {

// 0.5 s · 2^failures, at most `longest`, spread by `chance` (0 to 1) so that clients do not come back as one.
UnixMillis backoff(int failures, double chance, UnixMillis longest = 15 * kSecond);

}  // namespace roost::net
