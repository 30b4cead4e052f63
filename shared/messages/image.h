// A picture with an optional caption.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/media_ref.h"
#include "shared/messages/preview.h"

namespace roost {

struct Image {
    static constexpr std::string_view kType = "image";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Image read(const Json& body);

    MediaRef media;

    bool operator==(const Image&) const = default;
};

Json write_image(const Image& content);
void write_body(JsonWriter& out, const Image& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Image& content);

}  // namespace roost
