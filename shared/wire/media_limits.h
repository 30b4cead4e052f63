// Which files the Cloud API takes and how large they may be (cloud-api §3), so that it can be said before
// anything is sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace roost {

enum class MediaKind { kImage, kVideo, kAudio, kDocument };
enum class MediaProblem { kNone, kEmpty, kTooLarge, kWrongFormat };

inline constexpr std::size_t kLongestCaption = 1024;  // UTF-16 units

struct MediaFit {
    MediaKind kind = MediaKind::kDocument;
    MediaProblem problem = MediaProblem::kNone;
    std::int64_t limit = 0;  // bytes that this kind may have

    bool operator==(const MediaFit&) const = default;
};

// `mime_type` as the browser tells it, parameters and all; where it is empty the name's ending decides.
MediaFit fit_media(std::string_view mime_type, std::string_view name, std::int64_t size);
// Audio goes without.
bool takes_caption(MediaKind kind);

}  // namespace roost
