// A message in one line, for lists and for ears: the sender's own words, or what kind of thing it is, which
// each reader's language says for itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

enum class PreviewKind : std::uint8_t {
    kWords,  // `text` as it stands
    kPhoto,
    kVideo,
    kAudio,
    kVoice,
    kDocument,
    kSticker,
    kLocation,
    kContact,
    kContacts,  // `text` and `count` more
    kOrder,     // of `count` things
    kReacted,   // with `text`
    kReactionRemoved,
    kButton,
    kInteractive,
    kCallsAllowed,
    kCallsRefused,
    kTemplate,  // called `text`
    kNotice,
    kEmpty,
    kCall,  // it rings, or how it ended is not known
    kCallMissed,
    kCallEnded,  // after `count` seconds
    kDeleted,
    kUnshown,  // of the type `text`; may be empty
    kOpenedChat,
    kNumberChanged,  // to `text`, in digits
    kIdentityChanged,
};

struct Preview {
    PreviewKind kind = PreviewKind::kWords;
    std::string text;
    int count = 0;

    bool operator==(const Preview&) const = default;
};

// The sender's words in one line; without any, the kind.
Preview words_or(std::string words, PreviewKind kind);

// "photo", …: the stable word for wire and store.
std::string_view preview_kind_name(PreviewKind kind);
PreviewKind parse_preview_kind(std::string_view name
);  // kWords for an unknown name: its text still says something

// For programs and logs; readers have the catalogue.
std::string english(const Preview& preview);

// "preview" for whoever knows only words; where it is not the sender's own, "preview_kind" and what it is
// made of.
void write_members(JsonWriter& out, const Preview& preview);
Preview read_preview(const Json& json);  // of the object with these members

}  // namespace roost
