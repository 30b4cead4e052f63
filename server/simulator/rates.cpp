#include "server/simulator/rates.h"

#include <algorithm>

namespace roost::simulator {

void Rates::refill(Bucket& bucket, double size, double per_milli, UnixMillis now) {
    const bool is_new = bucket.at == 0;
    const auto waited = static_cast<double>(std::max<UnixMillis>(now - bucket.at, 0));
    bucket.left = is_new ? size : std::min(size, bucket.left + waited * per_milli);
    bucket.at = now;
}

Pace Rates::try_send(const std::string& wa_id, const Script& script, UnixMillis now) {
    const bool limits_number = script.throughput_per_second > 0;
    if (limits_number) {
        refill(number_, script.throughput_per_second, script.throughput_per_second / 1000.0, now);
        if (number_.left < 1) return Pace::kNumberTooFast;
    }
    if (script.enforces_pair_rate) {
        Bucket& pair = pairs_[wa_id];
        refill(pair, script.pair_burst, 1.0 / std::max(script.pair_interval_ms, 1), now);
        if (pair.left < 1) return Pace::kPairTooFast;
        pair.left -= 1;
    }
    if (limits_number) number_.left -= 1;
    return Pace::kFine;
}

}  // namespace roost::simulator
