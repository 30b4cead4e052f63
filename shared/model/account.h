// One of our numbers or pages, as far as agents have to know about it.
#pragma once

#include "shared/base/time.h"
#include "shared/model/message.h"

namespace roost {

// Why nothing goes out from it for the time being: Meta refuses everything, or cannot be reached. What waits
// is kept and tried again.
struct AccountTrouble {
    Failure failure;
    UnixMillis since = 0;
    // A status told it, of a message that Meta had accepted: that it accepts another one proves nothing.
    bool comes_by_status = false;

    bool operator==(const AccountTrouble&) const = default;
};

}  // namespace roost
