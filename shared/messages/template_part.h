// What stands in a template, or in a card of its carousel: with its gaps ("Hello {{1}}") as Meta keeps it, or
// filled in as the customer reads it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/location.h"
#include "shared/messages/media_ref.h"

namespace roost {

enum class TemplateHeader : std::uint8_t { kNone, kText, kImage, kVideo, kDocument, kLocation };

// "image", …; empty for kNone.
std::string_view template_header_name(TemplateHeader header);
// In any case; a GIF is a video. kNone for an unknown name.
TemplateHeader parse_template_header(std::string_view name);
inline bool is_media(TemplateHeader header) {
    return header == TemplateHeader::kImage || header == TemplateHeader::kVideo ||
           header == TemplateHeader::kDocument;
}

struct TemplateButton {
    // kCode copies it; kOneTime takes the code out of the body; kOther is any that needs more than a text.
    enum class Kind : std::uint8_t { kReply, kUrl, kPhone, kCode, kOneTime, kFlow, kOther };
    Kind kind = Kind::kReply;
    std::string text;
    std::string target;  // the address, the phone number or the code

    bool operator==(const TemplateButton&) const = default;
};

struct TemplatePart {
    TemplateHeader header = TemplateHeader::kNone;
    std::string title;     // of a text header
    MediaRef media;        // of a header that is a file
    std::string filename;  // of a document
    Location location;     // of a header that is a place
    std::string body;
    std::string footer;
    std::vector<TemplateButton> buttons;

    bool operator==(const TemplatePart&) const = default;
};

// Only what is set; reading gives the same part again.
void write_template_part(JsonWriter& out, const TemplatePart& part);
TemplatePart read_template_part(const Json& json);

}  // namespace roost
