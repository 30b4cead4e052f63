// Roost's own copy of a file that a message carries: whether it is there, and what it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

enum class MediaState {
    kNone,     // nothing was or will be fetched: sent by link, or from before Roost kept files
    kPending,  // being fetched from Meta
    kStored,   // GET /api/v1/media/{id}
    kFailed,   // given up for now; POST /api/v1/messages/{id}/media/retry
};

// Why a file could not be fetched. The words are the reader's own (client-wasm/words).
enum class MediaFault {
    kNone,
    kExpired,      // Meta keeps what customers send for seven days
    kGone,         // Meta knows no such file (any more)
    kTooLarge,     // over kLargestFile
    kDamaged,      // empty, cut short, or other bytes than Meta announced, each time
    kRefused,      // Meta does not let this account have it
    kUnavailable,  // neither Meta nor the disk could be reached in all that time
};

struct MediaCopy {
    MediaState state = MediaState::kNone;
    MediaFault fault = MediaFault::kNone;  // of kFailed
    // Of kStored; `size` may be known before.
    std::string id;         // names these very bytes: the same file has the same id
    std::string mime_type;  // as the bytes say, not as they were announced
    std::int64_t size = 0;  // bytes
    int width = 0;          // pixels of pictures and films; 0 = unknown
    int height = 0;
    std::string blur = {};  // of pictures, as model/blur writes it; empty = none
    std::string wave = {};  // of voice notes, as model/wave writes it; empty = not known

    bool operator==(const MediaCopy&) const = default;
};

std::string_view media_fault_name(MediaFault fault);  // "expired", …; empty for kNone

// {"state", "fault"?, "id"?, …}; missing parts stay as they are. A string alone is the id of a stored file:
// so callers of the API name what they have uploaded.
MediaCopy read_media_copy(const Json& json);
void write_media_copy(JsonWriter& out, const MediaCopy& copy);

}  // namespace roost
