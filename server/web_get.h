// One GET, and how far it came: for whoever looks for the reason why an address cannot be reached.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace roost {

struct WebGet {
    std::string url;
    std::string bearer = {};  // empty = without a token
    UnixMillis connect_limit = 5 * kSecond;
    UnixMillis time_limit = 15 * kSecond;  // of the whole
};

// What has to be done one after the other before there is an answer.
enum class WebStep { kName, kConnection, kTls, kAnswer };

struct WebAnswer {
    std::optional<WebStep> failed_at;  // absent = there is an answer, whatever it says
    std::string reason;                // in curl's words, without the address
    int http = 0;
    std::string body;  // at most 1 MB: a longer answer fails
    UnixMillis took = 0;
    std::optional<UnixMillis> date;  // of the other side's clock, in whole seconds; absent = not told
};

// Any thread; blocks, at most `time_limit`. A connection of its own, no redirects, and the certificate is
// checked. A loopback address is reached without a proxy.
WebAnswer web_get(const WebGet& get);

// The simulator's address: a proxy named by the environment leads out of this machine, not back into it.
inline bool is_loopback(std::string_view url) {
    return url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost");
}

// As a value of a query.
std::string url_escaped(std::string_view text);

}  // namespace roost
