// What every kind of media has in common.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/media_copy.h"

namespace roost {

struct MediaRef {
    std::string id;         // Meta's media id; empty when sent by link
    std::string link;       // outbound by URL, or Meta's short-lived address on inbound
    std::string mime_type;  // may carry parameters: "audio/ogg; codecs=opus"
    std::string sha256;     // base64 or hex, as Meta gave it
    std::string caption;
    MediaCopy file = {};  // ours

    bool operator==(const MediaRef&) const = default;
};

MediaRef read_media_ref(const Json& body);
void write_media_ref(const MediaRef& media, Json& body);     // writes only what is set
void write_members(JsonWriter& out, const MediaRef& media);  // the same, into an object begun by the caller

}  // namespace roost
