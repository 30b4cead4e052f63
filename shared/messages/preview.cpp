#include "shared/messages/preview.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace roost {

namespace {

struct Known {
    std::string_view name;
    std::string_view english;  // empty: there is more to say than the kind
};

// In the order of PreviewKind.
constexpr std::array<Known, 28> kKnown{{
    {"words", ""},
    {"photo", "Photo"},
    {"video", "Video"},
    {"audio", "Audio"},
    {"voice", "Voice message"},
    {"document", "Document"},
    {"sticker", "Sticker"},
    {"location", "Location"},
    {"contact", "Contact"},
    {"contacts", ""},
    {"order", ""},
    {"reacted", ""},
    {"reaction_removed", "Removed a reaction"},
    {"button", "Button"},
    {"interactive", "Interactive message"},
    {"calls_allowed", "Allowed calls"},
    {"calls_refused", "Did not allow calls"},
    {"template", ""},
    {"notice", "Notice from WhatsApp"},
    {"empty", "Empty message"},
    {"call", "Call"},
    {"call_missed", "Missed call"},
    {"call_ended", ""},
    {"deleted", "This message was deleted."},
    {"unshown", ""},
    {"opened_chat", "Opened the chat for the first time"},
    {"number_changed", ""},
    {"identity_changed", "The security code changed"},
}};

}  // namespace

Preview words_or(std::string words, PreviewKind kind) {
    if (words.empty()) return {kind, {}, 0};
    return {PreviewKind::kWords, std::move(words), 0};
}

std::string_view preview_kind_name(PreviewKind kind) {
    return kKnown.at(static_cast<std::size_t>(kind)).name;
}

PreviewKind parse_preview_kind(std::string_view name) {
    const auto found =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& known) { return known.name == name; });
    return found == kKnown.end() ? PreviewKind::kWords : static_cast<PreviewKind>(found - kKnown.begin());
}

std::string english(const Preview& preview) {
    const std::string count = std::to_string(preview.count);
    switch (preview.kind) {
        case PreviewKind::kWords:
            return preview.text;
        case PreviewKind::kContacts:
            return preview.text + " and " + count + " more";
        case PreviewKind::kOrder:
            return "Order of " + count + (preview.count == 1 ? " item" : " items");
        case PreviewKind::kReacted:
            return "Reacted " + preview.text;
        case PreviewKind::kTemplate:
            return preview.text.empty() ? "Template" : "Template: " + preview.text;
        case PreviewKind::kCallEnded:
            return "Call of " + count + " seconds";
        case PreviewKind::kNumberChanged:
            return "The number changed to +" + preview.text;
        case PreviewKind::kUnshown:
            return "Message that cannot be shown" + (preview.text.empty() ? "" : " (" + preview.text + ")");
        default:
            return std::string(kKnown.at(static_cast<std::size_t>(preview.kind)).english);
    }
}

void write_members(JsonWriter& out, const Preview& preview) {
    out.key("preview").string(english(preview));
    if (preview.kind == PreviewKind::kWords) return;
    out.key("preview_kind").string(preview_kind_name(preview.kind));
    out.text_member("preview_text", preview.text);
    if (preview.count != 0) out.key("preview_count").integer(preview.count);
}

Preview read_preview(const Json& json) {
    Preview preview;
    preview.kind = parse_preview_kind(string_or(json, "preview_kind", ""));
    const bool is_words = preview.kind == PreviewKind::kWords;
    preview.text = string_or(json, is_words ? "preview" : "preview_text", "");
    preview.count = static_cast<int>(optional_integer(json, "preview_count").value_or(0));
    return preview;
}

}  // namespace roost
