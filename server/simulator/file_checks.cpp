#include "server/simulator/file_checks.h"

#include "shared/wire/media_type.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kKilobyte = 1024;
constexpr int kStickerSide = 512;

// Of Ogg only Opus with one channel becomes a voice note.
bool is_usable_sound(const MediaType& seen) {
    if (seen.mime_type.starts_with("audio/ogg")) return seen.channels == 1;
    return seen.mime_type.starts_with("audio/");
}

bool is_usable_sticker(const MediaFile& file, const MediaType& seen) {
    const std::size_t most = (seen.is_animated ? 500 : 100) * kKilobyte;
    return seen.mime_type == "image/webp" && file.bytes.size() <= most && seen.width == kStickerSide &&
           seen.height == kStickerSide;
}

}  // namespace

bool is_usable_as(std::string_view type, const MediaFile& file) {
    const MediaType seen = recognise_media(file.bytes);
    if (type == "image") return seen.mime_type == "image/jpeg" || seen.mime_type == "image/png";
    if (type == "video") return seen.mime_type == "video/mp4" || seen.mime_type == "video/3gpp";
    if (type == "audio") return is_usable_sound(seen);
    return type != "sticker" || is_usable_sticker(file, seen);
}

}  // namespace roost::simulator
