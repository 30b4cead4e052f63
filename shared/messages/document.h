// A file of any other kind.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/media_ref.h"
#include "shared/messages/preview.h"

namespace roost {

struct Document {
    static constexpr std::string_view kType = "document";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Document read(const Json& body);

    MediaRef media;
    std::string filename;

    bool operator==(const Document&) const = default;
};

Json write_document(const Document& content);
void write_body(JsonWriter& out, const Document& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Document& content);

}  // namespace roost
