// A sticker, still or moving.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/media_ref.h"
#include "shared/messages/preview.h"

namespace roost {

struct Sticker {
    static constexpr std::string_view kType = "sticker";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Sticker read(const Json& body);

    MediaRef media;
    bool is_animated = false;

    bool operator==(const Sticker&) const = default;
};

Json write_sticker(const Sticker& content);
void write_body(JsonWriter& out, const Sticker& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Sticker& content);

}  // namespace roost
