// Small files of many kinds, made here: the first bytes that tell them apart, and what must stand behind.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace roost::test {

inline std::string big(std::uint32_t number, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(number >> (8U * static_cast<unsigned>(i)) & 0xffU);
    return out;
}

inline std::string little(std::uint32_t number, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(number >> (8U * static_cast<unsigned>(i)) & 0xffU);
    return out;
}

// With a comment of `comment` bytes before the size, as cameras write it.
inline std::string jpeg_file(std::uint32_t width, std::uint32_t height, std::uint32_t comment = 20) {
    return "\xff\xd8\xff\xe1" + big(comment + 2, 2) + std::string(comment, 'x') + "\xff\xc0" + big(17, 2) +
           "\x08" + big(height, 2) + big(width, 2) + std::string(10, '\1') + "\xff\xda";
}

// What a camera writes of how it was held, as a segment of a JPEG; the order of bytes as a Mac's or a PC's.
inline std::string exif_segment(std::uint32_t orientation, bool is_little = false) {
    const auto number = [&](std::uint32_t value, int bytes) {
        return is_little ? little(value, bytes) : big(value, bytes);
    };
    const auto entry = [&](std::uint32_t tag, std::uint32_t value) {
        return number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 2) + number(0, 2);
    };
    const auto directory = number(2, 2) + entry(0x0106, 2) + entry(0x0112, orientation) + number(0, 4);
    const auto data =
        std::string("Exif\0\0", 6) + (is_little ? "II" : "MM") + number(42, 2) + number(8, 4) + directory;
    return "\xff\xe1" + big(static_cast<std::uint32_t>(data.size()) + 2, 2) + data;
}

inline std::string png_file(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1a\n" + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4) +
           std::string("\x08\x02\x00\x00\x00", 5) + std::string(40, '\0');
}

inline std::string gif_file(bool moves) {
    return "GIF89a" + little(30, 2) + little(20, 2) + std::string("\x80\x00\x00", 3) +
           (moves ? "!\xff\x0bNETSCAPE2.0" : "") + std::string(20, '\1');
}

inline std::string riff(std::string_view form, const std::string& body) {
    return "RIFF" + little(static_cast<std::uint32_t>(body.size()) + 4, 4) + std::string(form) + body;
}

inline std::string webp_file(std::uint32_t side, bool moves) {
    const std::string flags(1, moves ? '\x02' : '\x00');
    const auto canvas = little(side - 1, 3) + little(side - 1, 3);
    return riff(
        "WEBP", "VP8X" + little(10, 4) + flags + std::string(3, '\0') + canvas + std::string(20, '\1')
    );
}

inline std::string box(std::string_view type, const std::string& body) {
    return big(static_cast<std::uint32_t>(body.size()) + 8, 4) + std::string(type) + body;
}

inline std::string track(std::string_view kind, std::uint32_t width, std::uint32_t height) {
    const auto head = std::string(76, '\0') + big(width << 16U, 4) + big(height << 16U, 4);
    return box(
        "trak",
        box("tkhd", head) +
            box("mdia", box("hdlr", std::string(8, '\0') + std::string(kind) + std::string(12, '\0')))
    );
}

// Films whose index stands at the end, as phones write them.
inline std::string mp4_file(std::string_view brand, const std::string& tracks) {
    return box("ftyp", std::string(brand) + std::string(4, '\0') + "isom") +
           box("mdat", std::string(5000, 'm')) + box("moov", box("mvhd", std::string(100, '\0')) + tracks);
}

inline std::string ogg_file(std::string_view codec, int channels = 1) {
    return "OggS" + std::string(1, '\0') + "\x02" + std::string(20, '\0') + "\x01\x13" + std::string(codec) +
           "\x01" + static_cast<char>(channels) + std::string(40, '\0');
}

inline std::string pdf_file(std::string_view text = "A page") {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + std::string(text) + "\n%%EOF\n";
}

// An archive that holds files with these names, empty ones.
inline std::string zip_file(std::initializer_list<std::string_view> names) {
    std::string out = "PK\x03\x04" + std::string(26, '\0');
    const auto list_at = static_cast<std::uint32_t>(out.size());
    for (const auto name : names) {
        out += "PK\x01\x02" + std::string(24, '\0') + little(static_cast<std::uint32_t>(name.size()), 2) +
               std::string(16, '\0') + std::string(name);
    }
    return out + "PK\x05\x06" + std::string(12, '\0') + little(list_at, 4) + little(0, 2);
}

inline std::string wide(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += std::string{c, '\0'};
    return out;
}

inline std::string ole_file(std::string_view stream) {
    std::string out = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(22, '\0') + little(9, 2) +
                      std::string(16, '\0') + little(2, 4);
    out.resize(512 * 3, '\0');
    return out + wide("Root Entry") + std::string(100, '\0') + wide(stream) + std::string(300, '\0');
}

}  // namespace roost::test
