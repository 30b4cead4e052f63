// Meta's two paces: per number and per pair (cloud-api §11). Pure: `now` is always a parameter.
#pragma once

#include <map>
#include <string>

#include "server/simulator/script.h"
#include "shared/base/time.h"

namespace roost::simulator {

enum class Pace { kFine, kNumberTooFast, kPairTooFast };

class Rates {
  public:
    // Counts one message to this customer if the pace allows it.
    Pace try_send(const std::string& wa_id, const Script& script, UnixMillis now);

  private:
    struct Bucket {
        double left = 0;
        UnixMillis at = 0;
    };
    static void refill(Bucket& bucket, double size, double per_milli, UnixMillis now);

    std::map<std::string, Bucket> pairs_;
    Bucket number_;
};

}  // namespace roost::simulator
