#include "shared/wire/media_limits.h"

#include <algorithm>
#include <array>
#include <vector>

#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr std::string_view kVorbis = "audio/ogg; codecs=vorbis";  // Ogg, but not Opus
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
    if (mime_type == kVorbis) return nullptr;
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

// Kinds of messages, as the bytes decide them.
struct Kind {
    std::string_view name;
    std::int64_t limit;
    std::int64_t animated_limit;
    bool has_caption;
};

constexpr std::int64_t kKilobyte = 1024;
constexpr int kStickerSide = 512;  // pixels

constexpr std::array<Kind, 5> kKinds{{
    {"image", 5 * kMegabyte, 5 * kMegabyte, true},
    {"video", 16 * kMegabyte, 16 * kMegabyte, true},
    {"audio", 16 * kMegabyte, 16 * kMegabyte, false},
    {"document", kLargestFile, kLargestFile, true},
    {"sticker", 100 * kKilobyte, 500 * kKilobyte, false},
}};

MediaKind kind_named(std::string_view name) {
    if (name == "image") return MediaKind::kImage;
    if (name == "video") return MediaKind::kVideo;
    return name == "audio" ? MediaKind::kAudio : MediaKind::kDocument;
}

std::vector<std::string_view> types_list(const Kind& kind) {
    std::vector<std::string_view> types;
    if (kind.name == "sticker") return {"image/webp"};
    for (const Format& format : kFormats) {
        const bool is_new = types.empty() || types.back() != format.mime_type;
        // What browsers call audio/mp4 on some systems; no file says it of itself.
        if (format.kind == kind_named(kind.name) && is_new && format.mime_type != "audio/x-m4a") {
            types.push_back(format.mime_type);
        }
    }
    return types;
}

bool is_taken_as(const Kind& kind, std::string_view mime_type) {
    if (mime_type == kVorbis) return false;
    const auto types = types_list(kind);
    return std::find(types.begin(), types.end(), mime_type.substr(0, mime_type.find(';'))) != types.end();
}

std::string types_of(const Kind& kind) {
    std::string names;
    for (const auto type : types_list(kind)) {
        if (!names.empty()) names += ", ";
        names += type;
    }
    return names;
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

bool says_enough(const MediaType& seen) {
    constexpr std::array<std::string_view, 3> kVague{
        "application/octet-stream", "application/zip", "application/x-ole-storage"};
    return std::find(kVague.begin(), kVague.end(), seen.mime_type) == kVague.end();
}

bool takes_caption(MediaKind kind) {
    return kind != MediaKind::kAudio;
}

std::string_view sendable_kind(const MediaType& type) {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) {
        return is_taken_as(kind, type.mime_type);
    });
    return found == kKinds.end() ? std::string_view() : found->name;
}

Status check_sendable_file(std::string_view kind, const MediaType& type, std::int64_t size) {
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& known) { return known.name == kind; });
    if (found == kKinds.end())
        return fail(ErrorCode::kInvalid, "'" + std::string(kind) + "' carries no file.");
    if (size <= 0) return fail(ErrorCode::kInvalid, "The file is empty.");
    if (!is_taken_as(*found, type.mime_type)) {
        return fail(
            ErrorCode::kInvalid,
            "WhatsApp does not take " + type.mime_type + " as " + std::string(kind) + "; it takes " +
                types_of(*found) + "."
        );
    }
    const auto limit = type.is_animated ? found->animated_limit : found->limit;
    if (size > limit) {
        return fail(
            ErrorCode::kTooLarge,
            "WhatsApp takes at most " + std::to_string(limit) + " bytes as " + std::string(kind) + "."
        );
    }
    if (type.channels > 1) return fail(ErrorCode::kInvalid, "WhatsApp takes Opus with one channel only.");
    if (kind == "sticker" && (type.width != kStickerSide || type.height != kStickerSide)) {
        return fail(ErrorCode::kInvalid, "A sticker must be 512 pixels wide and high.");
    }
    return {};
}

std::string write_media_limits() {
    return text_written_by([](JsonWriter& out) {
        out.begin_object();
        for (const Kind& kind : kKinds) {
            out.key(kind.name).begin_object().key("mime_types").begin_array();
            for (const auto type : types_list(kind))
                out.string(type);
            out.end_array().key("max_bytes").integer(kind.limit);
            if (kind.animated_limit != kind.limit) out.key("max_bytes_animated").integer(kind.animated_limit);
            if (kind.name == "sticker")
                out.key("width").integer(kStickerSide).key("height").integer(kStickerSide);
            if (kind.has_caption) out.key("caption_length").integer(std::int64_t{kLongestCaption});
            out.end_object();
        }
        out.key("max_bytes").integer(kLargestFile).end_object();
    });
}

}  // namespace roost
