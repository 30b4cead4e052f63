// THE list of message kinds. A new kind is a pair of files and a line here; the compiler names what is
// missing.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/audio.h"
#include "shared/messages/button.h"
#include "shared/messages/call.h"
#include "shared/messages/contacts.h"
#include "shared/messages/document.h"
#include "shared/messages/image.h"
#include "shared/messages/interactive.h"
#include "shared/messages/location.h"
#include "shared/messages/media_ref.h"
#include "shared/messages/order.h"
#include "shared/messages/preview.h"
#include "shared/messages/reaction.h"
#include "shared/messages/sticker.h"
#include "shared/messages/system.h"
#include "shared/messages/template.h"
#include "shared/messages/text.h"
#include "shared/messages/unsupported.h"
#include "shared/messages/video.h"

namespace roost {

using Content = std::variant<
    Text,
    Image,
    Video,
    Audio,
    Document,
    Sticker,
    Location,
    Contacts,
    Reaction,
    Interactive,
    Template,
    Button,
    Order,
    System,
    Call,
    Unsupported>;

// From a Cloud API message object {"type": T, T: {…}}. Never fails: what is not understood becomes
// Unsupported.
Content parse_content(const Json& message);
// {"type": T, T: {…}}, readable by parse_content without loss.
Json write_content(const Content& content);
void write_content(JsonWriter& out, const Content& content);
// The same two members, into an object begun by the caller.
void write_content_members(JsonWriter& out, const Content& content);
// One line of plain text for lists and notifications; never empty.
Preview preview(const Content& content);
// The file that the message carries; null for kinds without one.
const MediaRef* media_in(const Content& content);
MediaRef* media_in(Content& content);
// Every file that it carries: that of media_in first, then those of a carousel's cards. The pointers are into
// `content`.
template <class Media>
struct Carried {
    std::string_view kind;  // as what it is sent: "image", …
    Media* media = nullptr;
};
std::vector<Carried<MediaRef>> files_in(Content& content);
std::vector<Carried<const MediaRef>> files_in(const Content& content);
// Of these bytes in the media folder: Roost's own id.
bool carries_file(const Content& content, std::string_view file);
// As what that file is sent: "image", …; for a template what its header takes.
std::string_view file_kind(const Content& content);
// "text", "image", …; for Unsupported the name Meta used.
std::string_view content_type(const Content& content);

}  // namespace roost
