#include "server/app/rate_limits.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace roost {

Allowance take_from(Bucket& bucket, int per_minute, UnixMillis now) {
    const double full = per_minute;
    const double per_milli = full / static_cast<double>(kMinute);
    if (bucket.at == 0) bucket.tokens = full;
    const auto passed = bucket.at == 0 ? 0 : std::max<UnixMillis>(0, now - bucket.at);
    bucket.tokens = std::min(full, bucket.tokens + static_cast<double>(passed) * per_milli);
    bucket.at = now;
    Allowance allowance;
    allowance.limit = per_minute;
    allowance.is_allowed = bucket.tokens >= 1;
    if (allowance.is_allowed) bucket.tokens -= 1;
    allowance.remaining = static_cast<int>(bucket.tokens);
    const auto seconds_until = [&](double tokens) {
        const double missing = std::max(0.0, tokens - bucket.tokens);
        return static_cast<std::int64_t>(std::ceil(missing / per_milli / static_cast<double>(kSecond)));
    };
    allowance.reset_seconds = seconds_until(full);
    allowance.retry_seconds = seconds_until(1);
    return allowance;
}

Allowance RateLimits::take(const std::string& who, int per_minute, UnixMillis now) {
    const std::lock_guard lock(mutex_);
    if (buckets_.size() >= kMost && !buckets_.contains(who)) make_room(now);
    return take_from(buckets_[who], per_minute, now);
}

// Who did nothing for a minute has a full bucket, as one who is new. If that is not enough, those who came
// last are kept: they are the ones that press.
void RateLimits::make_room(UnixMillis now) {
    std::erase_if(buckets_, [&](const auto& entry) { return now - entry.second.at >= kMinute; });
    if (buckets_.size() < kMost) return;
    std::vector<UnixMillis> times;
    times.reserve(buckets_.size());
    for (const auto& [who, bucket] : buckets_)
        times.push_back(bucket.at);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    std::size_t left = buckets_.size() / 2;
    std::erase_if(buckets_, [&, oldest = *middle](const auto& entry) {
        if (entry.second.at > oldest || left == 0) return false;
        --left;
        return true;
    });
}

std::size_t RateLimits::size() const {
    const std::lock_guard lock(mutex_);
    return buckets_.size();
}

}  // namespace roost
