#include "client-wasm/bubbles/file_family.h"

#include "shared/wire/media_type.h"

namespace roost {

bool is_of_family(const MediaCopy& copy, std::string_view family) {
    if (copy.state != MediaState::kStored || copy.mime_type.empty()) return true;
    return copy.mime_type.starts_with(family) && is_safe_inline(copy.mime_type);
}

bool shows_picture(const Content& content) {
    const std::string_view kind = file_kind(content);
    const bool is_film = kind == Video::kType;
    const MediaRef* media = media_in(content);
    if (media == nullptr || (!is_film && kind != Image::kType && kind != Sticker::kType)) return false;
    const MediaState state = media->file.state;
    if (state != MediaState::kPending && state != MediaState::kStored) return false;
    return is_of_family(media->file, is_film ? "video/" : "image/");
}

}  // namespace roost
