// How many requests somebody may make: a bucket that fills evenly and is full after a minute. In memory and
// bounded.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "shared/base/time.h"

namespace roost {

struct Bucket {
    double tokens = 0;
    UnixMillis at = 0;  // when that was true; 0 = never used: full
};

struct Allowance {
    bool is_allowed = true;
    int limit = 0;
    int remaining = 0;
    std::int64_t reset_seconds = 0;  // until all of the limit is there again
    std::int64_t retry_seconds = 0;  // until one more is; 0 if one is there
};

// Takes one out if there is one. A clock that went back gives nothing, and it is counted from there. Pure.
Allowance take_from(Bucket& bucket, int per_minute, UnixMillis now);

// Any thread.
class RateLimits {
  public:
    static constexpr std::size_t kMost = 20'000;

    // `who` is any text that says whom, or which address, is counted.
    Allowance take(const std::string& who, int per_minute, UnixMillis now);

    std::size_t size() const;

  private:
    void make_room(UnixMillis now);

    mutable std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace roost
