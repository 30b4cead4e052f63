// A film with an optional caption.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/media_ref.h"
#include "shared/messages/preview.h"

namespace roost {

struct Video {
    static constexpr std::string_view kType = "video";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Video read(const Json& body);

    MediaRef media;

    bool operator==(const Video&) const = default;
};

Json write_video(const Video& content);
void write_body(JsonWriter& out, const Video& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Video& content);

}  // namespace roost
