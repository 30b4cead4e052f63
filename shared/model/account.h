// One of our numbers or pages, as far as agents have to know about it.
#pragma once

#include <map>
#include <string>

#include "shared/base/ids.h"
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

// How customers see it, as Meta tells it; either may be empty.
struct AccountName {
    std::string name;    // "Savanna Solar"
    std::string number;  // "+254 700 555 010"

    bool operator==(const AccountName&) const = default;
};

using AccountNames = std::map<AccountId, AccountName>;

// Which of our numbers a conversation is on, in as few words as tell it apart from the others. Empty where
// there is only one, or nothing is known of it.
std::string own_number_label(const AccountNames& all, AccountId id);

}  // namespace roost
