// Links to files for what cannot send a token along: <img>, <video>, <audio>, a download. Pure.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace roost {

struct MediaLink {
    std::string url;  // path and query
    UnixMillis expires_at = 0;
};

// Good for one file and for one to two hours; the same within an hour, so that browsers keep what they have.
MediaLink make_media_link(std::string_view key, std::string_view file, UnixMillis now);

// In constant time. False without a key, for another file, and after its end.
bool is_media_link(
    std::string_view key,
    std::string_view file,
    std::string_view expires,
    std::string_view signature,
    UnixMillis now
);

}  // namespace roost
