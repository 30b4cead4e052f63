#include "client-wasm/net/backoff.h"

#include <algorithm>

namespace roost::net {

UnixMillis backoff(int failures, double chance, UnixMillis longest) {
    constexpr int kMostDoublings = 10;
    const UnixMillis full = (kSecond / 2) << std::clamp(failures, 0, kMostDoublings);
    const auto spread = static_cast<UnixMillis>(static_cast<double>(full) * (0.75 + 0.5 * chance));
    return std::min(spread, longest);
}

}  // namespace roost::net
