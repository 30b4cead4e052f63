#include "shared/wire/media_limits.h"

#include <algorithm>
#include <array>

namespace roost {

namespace {

constexpr auto kMegabyte = std::int64_t{1024} * 1024;

struct Format {
    std::string_view mime_type;
    std::string_view ending;
    MediaKind kind;
};

constexpr std::array<Format, 19> kFormats{{
    {"image/jpeg", "jpg", MediaKind::kImage},
    {"image/jpeg", "jpeg", MediaKind::kImage},
    {"image/png", "png", MediaKind::kImage},
    {"video/mp4", "mp4", MediaKind::kVideo},
    {"video/3gpp", "3gp", MediaKind::kVideo},
    {"audio/aac", "aac", MediaKind::kAudio},
    {"audio/amr", "amr", MediaKind::kAudio},
    {"audio/mpeg", "mp3", MediaKind::kAudio},
    {"audio/mp4", "m4a", MediaKind::kAudio},
    {"audio/x-m4a", "m4a", MediaKind::kAudio},
    {"audio/ogg", "ogg", MediaKind::kAudio},
    {"text/plain", "txt", MediaKind::kDocument},
    {"application/pdf", "pdf", MediaKind::kDocument},
    {"application/msword", "doc", MediaKind::kDocument},
    {"application/vnd.ms-excel", "xls", MediaKind::kDocument},
    {"application/vnd.ms-powerpoint", "ppt", MediaKind::kDocument},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", MediaKind::kDocument},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", MediaKind::kDocument},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation",
     "pptx",
     MediaKind::kDocument},
}};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

const Format* find_format(std::string_view mime_type, std::string_view name) {
    const std::string type = lower_case(mime_type.substr(0, mime_type.find(';')));
    const std::size_t dot = name.rfind('.');
    const std::string ending = dot == std::string_view::npos ? "" : lower_case(name.substr(dot + 1));
    const auto* const found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
        return type.empty() ? format.ending == ending : format.mime_type == type;
    });
    return found == kFormats.end() ? nullptr : found;
}

// What it is, also where it is not taken: the reason is told for its kind.
MediaKind kind_of(std::string_view mime_type) {
    if (mime_type.starts_with("image/")) return MediaKind::kImage;
    if (mime_type.starts_with("video/")) return MediaKind::kVideo;
    if (mime_type.starts_with("audio/")) return MediaKind::kAudio;
    return MediaKind::kDocument;
}

std::int64_t limit_of(MediaKind kind) {
    if (kind == MediaKind::kImage) return 5 * kMegabyte;
    return kind == MediaKind::kDocument ? 100 * kMegabyte : 16 * kMegabyte;
}

}  // namespace

MediaFit fit_media(std::string_view mime_type, std::string_view name, std::int64_t size) {
    const Format* format = find_format(mime_type, name);
    MediaFit fit;
    fit.kind = format == nullptr ? kind_of(lower_case(mime_type)) : format->kind;
    fit.limit = limit_of(fit.kind);
    if (format == nullptr) {
        fit.problem = MediaProblem::kWrongFormat;
    } else if (size <= 0) {
        fit.problem = MediaProblem::kEmpty;
    } else if (size > fit.limit) {
        fit.problem = MediaProblem::kTooLarge;
    }
    return fit;
}

bool takes_caption(MediaKind kind) {
    return kind != MediaKind::kAudio;
}

}  // namespace roost
