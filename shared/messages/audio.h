// Sound: a file, or a voice note.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/media_ref.h"
#include "shared/messages/preview.h"

namespace roost {

struct Audio {
    static constexpr std::string_view kType = "audio";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Audio read(const Json& body);

    MediaRef media;
    bool is_voice = false;  // recorded with the microphone button: shown as a voice note

    bool operator==(const Audio&) const = default;
};

Json write_audio(const Audio& content);
void write_body(JsonWriter& out, const Audio& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Audio& content);

}  // namespace roost
