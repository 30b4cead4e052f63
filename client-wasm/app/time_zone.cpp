#include "client-wasm/app/time_zone.h"

namespace roost {

namespace {

constexpr UnixMillis kWeek = 7 * kDay;
constexpr UnixMillis kQuarter = 15 * kMinute;  // clocks are changed at no finer step

UnixMillis floor_to(UnixMillis moment, UnixMillis step) {
    const UnixMillis rest = moment % step;
    return moment - (rest < 0 ? rest + step : rest);
}

}  // namespace

OffsetMinutes TimeZone::known(UnixMillis moment, std::map<UnixMillis, OffsetMinutes>& cache) {
    const auto found = cache.find(moment);
    if (found != cache.end()) return found->second;
    return cache[moment] = offset_at_(moment);
}

OffsetMinutes TimeZone::at(UnixMillis moment) {
    const UnixMillis week = floor_to(moment, kWeek);
    const OffsetMinutes begin = known(week, weeks_);
    if (begin == known(week + kWeek, weeks_)) return begin;
    return known(floor_to(moment, kQuarter), quarters_);
}

}  // namespace roost
