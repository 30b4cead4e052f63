// Where and as whom Meta's Graph API is called.
#pragma once

#include <string>

#include "shared/base/time.h"

namespace roost {

struct GraphOptions {
    std::string url = "https://graph.facebook.com";  // without a slash at the end
    std::string version = "v23.0";
    std::string access_token;
    UnixMillis connect_limit = 5 * kSecond;
    UnixMillis call_limit = 20 * kSecond;
    UnixMillis stall_limit = 30 * kSecond;  // of a file that does not move
};

}  // namespace roost
