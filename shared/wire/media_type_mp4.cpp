#include "shared/wire/media_type_mp4.h"

#include <algorithm>
#include <array>

#include "shared/wire/media_bytes.h"

namespace roost {

namespace {

constexpr int kMostBoxes = 256;  // looked at in one file: hostile files hold endless ones
constexpr std::int64_t kBoxHead = 8;

struct Box {
    std::string type;
    std::int64_t body = 0;
    std::int64_t end = 0;
};

// What the tracks of a film say.
struct Tracks {
    int boxes = 0;
    bool has_video = false;
    bool has_audio = false;
    int width = 0;
    int height = 0;
};

// The box that starts at `at`; an end at or before `at` means that there is none.
Box box_at(std::int64_t at, std::int64_t limit, const ReadBytes& read) {
    Box box;
    const auto head = read(at, 16);
    if (head.size() < static_cast<std::size_t>(kBoxHead)) return box;
    auto length = static_cast<std::int64_t>(big32(head, 0));
    box.type = head.substr(4, 4);
    box.body = at + kBoxHead;
    if (length == 1) {
        length = static_cast<std::int64_t>(std::min<std::uint64_t>(big64(head, 8), INT64_MAX));
        box.body = at + 16;
    } else if (length == 0) {
        length = limit - at;
    }
    if (length < box.body - at) return box;
    box.end = length > limit - at ? limit : at + length;
    return box;
}

// Display size: 16.16 fixed-point numbers at the end of the box.
void read_track_head(const Box& box, const ReadBytes& read, Tracks& tracks) {
    const auto body = read(box.body, 96);
    const std::size_t at = byte_at(body, 0) == 1 ? 88 : 76;
    const auto width = static_cast<int>(big32(body, at) >> 16U);
    const auto height = static_cast<int>(big32(body, at + 4) >> 16U);
    if (width > 0 && height > 0) {
        tracks.width = width;
        tracks.height = height;
    }
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the four kinds of boxes that are entered.
void walk(std::int64_t from, std::int64_t to, int depth, const ReadBytes& read, Tracks& tracks) {
    while (from < to && tracks.boxes < kMostBoxes && depth < 4) {
        ++tracks.boxes;
        const auto box = box_at(from, to, read);
        if (box.end <= from) return;
        if (box.type == "moov" || box.type == "trak" || box.type == "mdia") {
            walk(box.body, box.end, depth + 1, read, tracks);
        } else if (box.type == "tkhd") {
            read_track_head(box, read, tracks);
        } else if (box.type == "hdlr") {
            const auto kind = read(box.body, 12);
            tracks.has_video = tracks.has_video || has_mark(kind, 8, "vide");
            tracks.has_audio = tracks.has_audio || has_mark(kind, 8, "soun");
        }
        from = box.end;
    }
}

bool is_one_of(std::string_view brand, std::initializer_list<std::string_view> brands) {
    return std::find(brands.begin(), brands.end(), brand) != brands.end();
}

// Pictures in this family carry no film.
std::string_view picture_type(std::string_view brand) {
    if (is_one_of(brand, {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"}))
        return "image/heic";
    return is_one_of(brand, {"avif", "avis"}) ? "image/avif" : std::string_view();
}

}  // namespace

MediaType recognise_mp4(std::string_view head, std::int64_t size, const ReadBytes& read) {
    MediaType type;
    const auto brand = head.substr(8, 4);
    if (const auto picture = picture_type(brand); !picture.empty()) {
        type.mime_type = picture;
        return type;
    }
    Tracks tracks;
    walk(0, size, 0, read, tracks);
    const bool is_sound = is_one_of(brand, {"M4A ", "M4B "}) || (tracks.has_audio && !tracks.has_video);
    if (is_sound) {
        type.mime_type = "audio/mp4";
        return type;
    }
    type.mime_type = "video/mp4";
    if (brand == "qt  ") type.mime_type = "video/quicktime";
    if (brand.starts_with("3g")) type.mime_type = "video/3gpp";
    type.width = tracks.width;
    type.height = tracks.height;
    return type;
}

}  // namespace roost
