#include "shared/wire/media_type.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/wire/exif.h"
#include "shared/wire/media_bytes.h"
#include "shared/wire/media_type_mp4.h"

namespace roost {

namespace {

constexpr std::size_t kHeadBytes = std::size_t{4} * 1024;
constexpr int kMostSegments = 512;  // of a JPEG, before its size is given up
constexpr int kLongestSide = 65'535;
constexpr std::size_t kMostCameraData = 4096;  // what is looked for stands at its beginning

struct Source {
    std::string_view head;
    std::int64_t size;
    const ReadBytes& read;
};

struct Mark {
    std::size_t at;
    std::string_view bytes;
    std::string_view mime_type;
};

using namespace std::string_view_literals;

// What its first bytes alone tell apart.
constexpr std::array<Mark, 13> kMarks{{
    {0, "%PDF-"sv, "application/pdf"sv},
    {0, "#!AMR\n"sv, "audio/amr"sv},
    {0, "#!AMR-WB\n"sv, "audio/amr-wb"sv},
    {0, "fLaC"sv, "audio/flac"sv},
    {0, "II*\0"sv, "image/tiff"sv},
    {0, "MM\0*"sv, "image/tiff"sv},
    {0, R"({\rtf)"sv, "application/rtf"sv},
    {8, "WAVE"sv, "audio/wav"sv},
    {8, "AVI "sv, "video/x-msvideo"sv},
    {0, "\x1f\x8b"sv, "application/gzip"sv},
    {0, "Rar!\x1a\x07"sv, "application/vnd.rar"sv},
    {0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"sv},
    {0,
     "\x7f"
     "ELF"sv,
     "application/octet-stream"sv},
}};

MediaType of_type(std::string_view mime_type, std::uint32_t width = 0, std::uint32_t height = 0) {
    MediaType type;
    type.mime_type = mime_type;
    const bool is_plausible = width <= kLongestSide && height <= kLongestSide;
    type.width = is_plausible ? static_cast<int>(width) : 0;
    type.height = is_plausible ? static_cast<int>(height) : 0;
    return type;
}

// The size stands in the first "start of frame", behind segments of any length.
MediaType seen(MediaType type, int orientation) {
    constexpr int kFirstOnItsSide = 5;
    if (orientation >= kFirstOnItsSide) std::swap(type.width, type.height);
    type.orientation = orientation;
    return type;
}

MediaType jpeg(const Source& from) {
    constexpr std::uint32_t kCameraData = 0xe1;
    int orientation = 1;
    std::int64_t at = 2;
    for (int i = 0; i < kMostSegments; ++i) {
        const auto segment = from.read(at, 9);
        if (segment.size() < 9 || byte_at(segment, 0) != 0xff) break;
        const auto kind = byte_at(segment, 1);
        if (kind == 0xff) {
            ++at;  // filling
            continue;
        }
        const bool is_frame = kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
        if (is_frame) return seen(of_type("image/jpeg", big16(segment, 7), big16(segment, 5)), orientation);
        if (kind == kCameraData && orientation == 1)
            orientation = exif_orientation(from.read(at + 4, kMostCameraData));
        at += 2 + static_cast<std::int64_t>(big16(segment, 2));
    }
    return of_type("image/jpeg");
}

// More than one picture: a second image descriptor is found only by walking them all; the extension that
// makes a GIF loop is how everything that moves begins.
MediaType gif(const Source& from) {
    auto type = of_type("image/gif", little16(from.head, 6), little16(from.head, 8));
    type.is_animated = from.head.find("NETSCAPE2.0") != std::string_view::npos;
    return type;
}

MediaType webp(std::string_view head) {
    if (has_mark(head, 12, "VP8X")) {
        auto type = of_type("image/webp", little24(head, 24) + 1, little24(head, 27) + 1);
        type.is_animated = (byte_at(head, 20) & 0x02U) != 0;
        return type;
    }
    if (has_mark(head, 12, "VP8L")) {
        const auto bits = little32(head, 21);
        return of_type("image/webp", (bits & 0x3fffU) + 1, (bits >> 14U & 0x3fffU) + 1);
    }
    return of_type("image/webp", little16(head, 26) & 0x3fffU, little16(head, 28) & 0x3fffU);
}

MediaType ogg(std::string_view head) {
    if (has_mark(head, 28, "OpusHead")) {
        auto type = of_type("audio/ogg; codecs=opus");
        type.channels = static_cast<int>(byte_at(head, 37));
        return type;
    }
    if (has_mark(head, 28, "\x01vorbis")) return of_type("audio/ogg; codecs=vorbis");
    return of_type(has_mark(head, 28, "\x80theora") ? "video/ogg" : "application/ogg");
}

MediaType matroska(std::string_view head) {
    const bool is_webm = head.substr(0, 64).find("webm") != std::string_view::npos;
    return of_type(is_webm ? "video/webm" : "video/x-matroska");
}

// An MPEG audio frame, or an AAC one; both begin with eleven or twelve set bits. Tags may stand before it.
std::optional<MediaType> mpeg_audio(std::string_view head) {
    if (head.starts_with("ID3") && byte_at(head, 3) < 0x10) return of_type("audio/mpeg");
    const auto first = byte_at(head, 0);
    const auto second = byte_at(head, 1);
    if (head.size() < 4 || first != 0xff || (second & 0xe0U) != 0xe0U) return std::nullopt;
    if ((second & 0xf6U) == 0xf0U) return of_type("audio/aac");
    const bool has_layer = (second & 0x06U) != 0 && (second & 0x18U) != 0x08U;
    const bool has_rates = (byte_at(head, 2) & 0xf0U) != 0xf0U && (byte_at(head, 2) & 0x0cU) != 0x0cU;
    return has_layer && has_rates ? std::optional(of_type("audio/mpeg")) : std::nullopt;
}

constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";

// The list of names stands at the end of an archive; Office documents are archives with known names.
MediaType zip(const Source& from) {
    constexpr std::int64_t kLongestTail = 66'000;
    constexpr std::size_t kLongestList = std::size_t{256} * 1024;
    const auto tail_at = std::max<std::int64_t>(0, from.size - kLongestTail);
    const auto tail = from.read(tail_at, static_cast<std::size_t>(kLongestTail));
    const auto end = tail.rfind("PK\x05\x06"sv);
    if (end == std::string::npos) return of_type("application/zip");
    const auto names = from.read(little32(tail, end + 16), kLongestList);
    const auto has = [&names](std::string_view name) { return names.find(name) != std::string::npos; };
    if (!has("[Content_Types].xml")) return of_type("application/zip");
    const auto office = [](std::string_view rest) {
        return of_type(std::string(kOffice) + std::string(rest));
    };
    // Documents with macros have the same names and one more.
    if (has("vbaProject.bin")) return of_type("application/zip");
    if (has("word/document.xml")) return office("wordprocessingml.document");
    if (has("xl/workbook.xml")) return office("spreadsheetml.sheet");
    if (has("ppt/presentation.xml")) return office("presentationml.presentation");
    return of_type("application/zip");
}

std::string wide(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out;
}

// The compound files of older Office: which program's stream is in the directory.
MediaType compound(const Source& from) {
    constexpr std::size_t kDirectoryBytes = std::size_t{8} * 1024;
    const std::int64_t sector = little16(from.head, 30) == 12 ? 4096 : 512;
    const auto directory = from.read((std::int64_t{little32(from.head, 48)} + 1) * sector, kDirectoryBytes);
    const auto has = [&](std::string_view name) { return directory.find(wide(name)) != std::string::npos; };
    if (has("WordDocument")) return of_type("application/msword");
    if (has("PowerPoint Document")) return of_type("application/vnd.ms-powerpoint");
    if (has("Workbook") || has("Book")) return of_type("application/vnd.ms-excel");
    return of_type("application/x-ole-storage");
}

bool is_text(std::string_view head) {
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) return true;  // UTF-16
    return std::none_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b';
    });
}

// Texts that a browser would run.
MediaType text(std::string_view head) {
    std::string lower(head);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower.find("<svg") != std::string::npos) return of_type("image/svg+xml");
    for (const auto sign : {"<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<style"}) {
        if (lower.find(sign) != std::string::npos) return of_type("text/html");
    }
    if (lower.find("<?xml") != std::string::npos) return of_type("application/xml");
    return of_type("text/plain");
}

std::optional<MediaType> picture_or_film(const Source& from) {
    const auto head = from.head;
    if (head.starts_with("\xff\xd8\xff")) return jpeg(from);
    if (head.starts_with("\x89PNG\r\n\x1a\n")) return of_type("image/png", big32(head, 16), big32(head, 20));
    if (head.starts_with("GIF87a") || head.starts_with("GIF89a")) return gif(from);
    if (head.starts_with("RIFF") && has_mark(head, 8, "WEBP")) return webp(head);
    const bool is_bitmap = head.starts_with("BM") && head.size() > 26 && little32(head, 6) == 0;
    if (is_bitmap) return of_type("image/bmp", little32(head, 18), little32(head, 22));
    if (has_mark(head, 4, "ftyp")) return recognise_mp4(head, from.size, from.read);
    if (head.starts_with("\x1a\x45\xdf\xa3")) return matroska(head);
    if (head.starts_with("OggS")) return ogg(head);
    return std::nullopt;
}

}  // namespace

MediaType recognise_media(std::int64_t size, const ReadBytes& read) {
    const auto head = read(0, kHeadBytes);
    const Source from{head, size, read};
    if (head.empty()) return {};
    if (auto known = picture_or_film(from)) return *std::move(known);
    for (const Mark& mark : kMarks) {
        const bool needs_riff = mark.at == 8;
        if (has_mark(head, mark.at, mark.bytes) && (!needs_riff || head.starts_with("RIFF"))) {
            return of_type(mark.mime_type);
        }
    }
    if (auto sound = mpeg_audio(head)) return *std::move(sound);
    if (head.starts_with("PK\x03\x04")) return zip(from);
    if (head.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return compound(from);
    return is_text(head) ? text(head) : MediaType();
}

MediaType recognise_media(std::string_view bytes) {
    const auto size = static_cast<std::int64_t>(bytes.size());
    return recognise_media(size, [bytes, size](std::int64_t offset, std::size_t count) {
        if (offset < 0 || offset >= size) return std::string();
        return std::string(bytes.substr(static_cast<std::size_t>(offset), count));
    });
}

bool is_safe_inline(std::string_view mime_type) {
    constexpr std::array<std::string_view, 19> kSafe{
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/bmp",
        "image/heic",
        "image/avif",
        "video/mp4",
        "video/3gpp",
        "video/webm",
        "video/ogg",
        "video/quicktime",
        "audio/aac",
        "audio/amr",
        "audio/mpeg",
        "audio/mp4",
        "audio/ogg",
        "audio/wav",
        "application/pdf"};
    const auto plain = mime_type.substr(0, mime_type.find(';'));
    return std::find(kSafe.begin(), kSafe.end(), plain) != kSafe.end();
}

}  // namespace roost
