// What a file is, by its bytes: names and announced types are not believed. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace roost {

struct MediaType {
    std::string mime_type = "application/octet-stream";  // what is not recognised
    int width = 0;                                       // pixels of pictures and films; 0 = unknown
    int height = 0;
    bool is_animated = false;  // WebP and GIF with more than one picture
    int channels = 0;          // of Ogg/Opus; 0 = unknown
    // Of a JPEG, 1 to 8 as EXIF says: how it has to be turned to be seen as it was taken. Width and height
    // are those of what is seen.
    int orientation = 1;
    // How a picture looks from far away, as shared/model/blur writes it. Found where files are kept, not by
    // recognise_media; empty = none.
    std::string blur = {};
    std::string wave = {};  // … and how loud a sound is, as shared/model/wave writes it

    bool operator==(const MediaType&) const = default;
};

// At most `count` bytes from `offset` on; fewer only at the end of the file, and none if it cannot be read.
using ReadBytes = std::function<std::string(std::int64_t offset, std::size_t count)>;

// Reads a bounded part of the file, wherever it points. `size` in bytes.
MediaType recognise_media(std::int64_t size, const ReadBytes& read);
MediaType recognise_media(std::string_view bytes);

// May a browser show it in place? Nothing that can carry script: not SVG, HTML, XML, nor what is unknown.
bool is_safe_inline(std::string_view mime_type);

}  // namespace roost
