// Where and as whom Meta's Graph API is called.
#pragma once

#include <string>
#include <string_view>

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

// The simulator's address: a proxy named by the environment leads out of this machine, not back into it.
inline bool is_loopback(std::string_view url) {
    return url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost");
}

}  // namespace roost
