#include "client-wasm/app/attachments.h"

#include <algorithm>

#include "shared/wire/media_limits.h"
#include "shared/wire/media_type.h"

namespace roost {

namespace {

// Of the file's two ends: what lies between is not needed to tell what it is.
MediaType seen_in(const platform::FileAdded& file) {
    const auto tail_at = file.size - static_cast<std::int64_t>(file.tail.size());
    return recognise_media(file.size, [&](std::int64_t offset, std::size_t count) {
        if (offset < 0) return std::string();
        const bool is_in_head = offset < static_cast<std::int64_t>(file.head.size());
        const std::string& part = is_in_head ? file.head : file.tail;
        const std::int64_t at = is_in_head ? offset : offset - tail_at;
        if (at < 0 || at >= static_cast<std::int64_t>(part.size())) return std::string();
        return part.substr(static_cast<std::size_t>(at), count);
    });
}

}  // namespace

Attachment attachment_of(const platform::FileAdded& file) {
    const MediaType seen = seen_in(file);
    Attachment made;
    made.file = file.id;
    made.name = file.name;
    made.size = file.size;
    made.mime_type = says_enough(seen) ? seen.mime_type : file.mime_type;
    made.width = seen.width;
    made.height = seen.height;
    made.fit = fit_media(made.mime_type, file.name, file.size);
    if (seen.channels > 1) made.fit.problem = MediaProblem::kWrongFormat;  // Opus goes with one channel only
    return made;
}

Attachment message_file(const platform::FileAdded& file) {
    Attachment made = attachment_of(file);
    const MediaType seen = seen_in(file);
    if (sendable_kind(seen) == Sticker::kType && check_sendable_file(Sticker::kType, seen, file.size)) {
        made.is_sticker = true;
        made.fit.problem = MediaProblem::kNone;
    }
    return made;
}

Content content_of(const Attachment& attachment) {
    MediaRef media;
    media.mime_type = attachment.mime_type;
    media.caption = attachment.has_caption() ? attachment.caption.value : "";
    media.file.state = MediaState::kPending;
    media.file.mime_type = attachment.mime_type;
    media.file.size = attachment.size;
    media.file.width = attachment.width;
    media.file.height = attachment.height;
    if (attachment.is_sticker) return Sticker{media};
    switch (attachment.fit.kind) {
        case MediaKind::kImage:
            return Image{media};
        case MediaKind::kVideo:
            return Video{media};
        case MediaKind::kAudio:
            return Audio{media, attachment.is_voice};
        case MediaKind::kDocument:
            break;
    }
    return Document{media, attachment.name};
}

Attachment* find_attachment(TrayState& tray, int file) {
    for (auto& [conversation, files] : tray.kept) {
        const auto found =
            std::find_if(files.begin(), files.end(), [&](const Attachment& one) { return one.file == file; });
        if (found != files.end()) return &*found;
    }
    return nullptr;
}

}  // namespace roost
