// Which files the Cloud API takes and how large they may be (cloud-api §3), so that it can be said before
// anything is sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/wire/media_type.h"

namespace roost {

enum class MediaKind { kImage, kVideo, kAudio, kDocument };
enum class MediaProblem { kNone, kEmpty, kTooLarge, kWrongFormat };

inline constexpr std::size_t kLongestCaption = 1024;  // UTF-16 units
inline constexpr std::int64_t kLargestFile =
    std::int64_t{100} * 1024 * 1024;  // bytes, of any kind, either way

struct MediaFit {
    MediaKind kind = MediaKind::kDocument;
    MediaProblem problem = MediaProblem::kNone;
    std::int64_t limit = 0;  // bytes that this kind may have

    bool operator==(const MediaFit&) const = default;
};

// `mime_type` as the browser tells it, parameters and all; where it is empty the name's ending decides.
MediaFit fit_media(std::string_view mime_type, std::string_view name, std::int64_t size);
// Whether the bytes alone tell what it is, or what its name and the browser say is worth more: a container
// that was not looked into, or nothing known at all.
bool says_enough(const MediaType& seen);
// Audio goes without.
bool takes_caption(MediaKind kind);

// By the bytes: as which kind of message ("image", …, "sticker") a file goes out unless somebody says
// otherwise; empty for what WhatsApp takes as none.
std::string_view sendable_kind(const MediaType& type);
// May it go out as that kind? kInvalid or kTooLarge with a sentence that says what would do.
Status check_sendable_file(std::string_view kind, const MediaType& type, std::int64_t size);

// {"image": {"mime_types": […], "max_bytes", "caption_length"}, …, "max_bytes"}: for callers of the API.
std::string write_media_limits();

}  // namespace roost
