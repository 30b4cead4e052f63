// The one sound that plays, and what is known of the others.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "shared/base/ids.h"

namespace roost {

// Loudness from the beginning to the end, 0 to 255; empty while it is read, or if the browser cannot tell.
struct SoundShape {
    std::vector<std::uint8_t> peaks;
    float seconds = 0;  // 0 = unknown
};

struct PlayerState {
    std::string file;   // empty = nothing was played yet
    MessageId message;  // the one it plays in: the same file may have been sent twice
    bool is_playing = false;
    bool is_broken = false;  // the browser cannot play it
    float at = 0;            // seconds
    float seconds = 0;
    float speed = 1;
    std::map<std::string, SoundShape, std::less<>> shapes;  // also of those that are being read
};

}  // namespace roost
