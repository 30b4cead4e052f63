// Files from anywhere on the web, named by whoever uses the API. Such an address must not reach what only
// this machine can reach: each connection is checked where it is opened, after its name was resolved and
// after every redirect.
#pragma once

#include <sys/socket.h>

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

struct WebOptions {
    std::function<bool(const sockaddr&)> may_connect = {};  // empty = is_public_address()
    UnixMillis connect_limit = 5 * kSecond;
    UnixMillis time_limit = kMinute;
};

// Any thread; blocks, at most `time_limit`.
class WebDownload {
  public:
    explicit WebDownload(WebOptions options = {});

    // Every byte was taken. kInvalid for an address that is none of http or https, that leads into a closed
    // network or nowhere; kConflict if its server does not answer with the file; kTooLarge when `take` wanted
    // no more.
    Status download(const std::string& url, const std::function<bool(std::string_view)>& take) const;
    // What is under way ends soon, as kConflict; later ones are not begun.
    void stop() { is_stopping_ = true; }

  private:
    WebOptions options_;
    std::atomic<bool> is_stopping_ = false;
};

}  // namespace roost
