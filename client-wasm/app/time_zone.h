// The reader's offset from UTC at any moment, asked for once a week of time.
#pragma once

#include <functional>
#include <map>

#include "shared/base/time.h"

namespace roost {

class TimeZone {
  public:
    // `offset_at` is slow: it asks the browser.
    explicit TimeZone(std::function<OffsetMinutes(UnixMillis)> offset_at)
        : offset_at_(std::move(offset_at)) {}

    OffsetMinutes at(UnixMillis moment);

  private:
    OffsetMinutes known(UnixMillis moment, std::map<UnixMillis, OffsetMinutes>& cache);

    std::function<OffsetMinutes(UnixMillis)> offset_at_;
    std::map<UnixMillis, OffsetMinutes> weeks_;     // at the beginning of each week
    std::map<UnixMillis, OffsetMinutes> quarters_;  // of hours, in weeks in which clocks were changed
};

}  // namespace roost
