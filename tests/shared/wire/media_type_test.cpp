#include "shared/wire/media_type.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/support/media_samples.h"

namespace roost {
namespace {

using namespace test;
using namespace std::string_literals;

struct Sample {
    std::string name;
    std::string bytes;
    std::string mime_type;
    int width = 0;
    int height = 0;
};

void check(const std::vector<Sample>& samples) {
    for (const auto& sample : samples) {
        CAPTURE(sample.name);
        const auto type = recognise_media(sample.bytes);
        CHECK(type.mime_type == sample.mime_type);
        CHECK(type.width == sample.width);
        CHECK(type.height == sample.height);
    }
}

std::string turned_jpeg(const std::string& camera_data) {
    const auto upright = jpeg_file(640, 480);
    return upright.substr(0, 2) + camera_data + upright.substr(2);
}

TEST_CASE("media type: pictures and their size") {
    check({
        {"jpeg", jpeg_file(640, 480), "image/jpeg", 640, 480},
        {"jpeg behind 60 KB of camera data", jpeg_file(4000, 3000, 60'000), "image/jpeg", 4000, 3000},
        {"jpeg cut short", jpeg_file(640, 480).substr(0, 12), "image/jpeg"},
        {"jpeg of a camera on its side", turned_jpeg(exif_segment(6)), "image/jpeg", 480, 640},
        {"the same in other order", turned_jpeg(exif_segment(8, true)), "image/jpeg", 480, 640},
        {"jpeg of a camera upside down", turned_jpeg(exif_segment(3)), "image/jpeg", 640, 480},
        {"jpeg of a camera held as nobody can", turned_jpeg(exif_segment(9)), "image/jpeg", 640, 480},
        {"png", png_file(1, 70'000), "image/png"},  // no such picture is real
        {"png", png_file(32, 16), "image/png", 32, 16},
        {"gif", gif_file(false), "image/gif", 30, 20},
        {"webp", webp_file(512, false), "image/webp", 512, 512},
        {"lossless webp",
         riff("WEBP", "VP8L" + little(9, 4) + "\x2f" + little(511U | 255U << 14U, 4)),
         "image/webp",
         512,
         256},
        {"lossy webp",
         riff("WEBP", "VP8 " + little(9, 4) + "\x10\x20\x30\x9d\x01\x2a" + little(100, 2) + little(50, 2)),
         "image/webp",
         100,
         50},
        {"heic", box("ftyp", "heic\0\0\0\0mif1"s), "image/heic"},
        {"avif", box("ftyp", "avif\0\0\0\0mif1"s), "image/avif"},
        {"bmp",
         "BM" + std::string(16, '\0') + little(10, 4) + little(20, 4) + std::string(20, '\0'),
         "image/bmp",
         10,
         20},
        {"tiff", "II*\0\x08\0\0\0"s, "image/tiff"},
    });
}

TEST_CASE("media type: what moves says so") {
    CHECK(recognise_media(webp_file(512, true)).is_animated);
    CHECK_FALSE(recognise_media(webp_file(512, false)).is_animated);
    CHECK(recognise_media(gif_file(true)).is_animated);
    CHECK_FALSE(recognise_media(gif_file(false)).is_animated);
}

TEST_CASE("media type: films are told from sound in the same box") {
    const auto film = track("vide", 1280, 720) + track("soun", 0, 0);
    check({
        {"mp4", mp4_file("isom", film), "video/mp4", 1280, 720},
        {"mp4 with sound alone", mp4_file("isom", track("soun", 0, 0)), "audio/mp4"},
        {"m4a", mp4_file("M4A ", track("soun", 0, 0)), "audio/mp4"},
        {"3gp", mp4_file("3gp5", film), "video/3gpp", 1280, 720},
        {"mov", mp4_file("qt  ", film), "video/quicktime", 1280, 720},
        {"mp4 cut short", mp4_file("isom", film).substr(0, 100), "video/mp4"},
        {"webm", "\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm"s, "video/webm"},
        {"mkv", "\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska"s, "video/x-matroska"},
        {"avi", riff("AVI ", "LIST"), "video/x-msvideo"},
    });
}

TEST_CASE("media type: sound") {
    check({
        {"voice note", ogg_file("OpusHead"), "audio/ogg; codecs=opus"},
        {"vorbis", ogg_file("\x01vorbis"), "audio/ogg; codecs=vorbis"},
        {"mp3", "\xff\xfb\x90\x64"s, "audio/mpeg"},
        {"mp3 with tags", "ID3\x04\0\0\0\0\0\0"s, "audio/mpeg"},
        {"aac", "\xff\xf1\x50\x80"s, "audio/aac"},
        {"amr", "#!AMR\n\x3c"s, "audio/amr"},
        {"wide-band amr", "#!AMR-WB\n"s, "audio/amr-wb"},
        {"wav", riff("WAVE", "fmt "), "audio/wav"},
        {"flac", "fLaC\0\0"s, "audio/flac"},
    });
    CHECK(recognise_media(ogg_file("OpusHead", 2)).channels == 2);
    CHECK(recognise_media(ogg_file("OpusHead", 1)).channels == 1);
}

TEST_CASE("media type: documents") {
    const std::string office = "application/vnd.openxmlformats-officedocument.";
    check({
        {"pdf", pdf_file(), "application/pdf"},
        {"docx",
         zip_file({"[Content_Types].xml", "word/document.xml"}),
         office + "wordprocessingml.document"},
        {"xlsx", zip_file({"[Content_Types].xml", "xl/workbook.xml"}), office + "spreadsheetml.sheet"},
        {"pptx",
         zip_file({"[Content_Types].xml", "ppt/presentation.xml"}),
         office + "presentationml.presentation"},
        {"with macros",
         zip_file({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}),
         "application/zip"},
        {"zip", zip_file({"word/document.xml"}), "application/zip"},
        {"zip cut short", "PK\x03\x04\x14"s, "application/zip"},
        {"doc", ole_file("WordDocument"), "application/msword"},
        {"xls", ole_file("Workbook"), "application/vnd.ms-excel"},
        {"ppt", ole_file("PowerPoint Document"), "application/vnd.ms-powerpoint"},
        {"msi", ole_file("Other"), "application/x-ole-storage"},
        {"text", "Habari za asubuhi, \xc3\xa9t\xc3\xa9\r\n", "text/plain"},
        {"text about a film", "BMW ID3 and PNG", "text/plain"},
        {"svg", "<?xml version=\"1.0\"?>\n<SVG onload='alert(1)'/>", "image/svg+xml"},
        {"html", "\n\n<!DOCTYPE html><p>", "text/html"},
        {"html that looks like text", "Hello <script>alert(1)</script>", "text/html"},
        {"xml", "<?xml version=\"1.0\"?><a/>", "application/xml"},
        {"program",
         "\x7f"
         "ELF\x02\x01\x01\0"s,
         "application/octet-stream"},
        {"nothing", "", "application/octet-stream"},
        {"noise", "\x01\x02\x03\x04\x05"s, "application/octet-stream"},
    });
}

TEST_CASE("media type: a hostile film does not keep anybody busy") {
    std::string boxes;
    for (int i = 0; i < 100'000; ++i)
        boxes += big(8, 4) + "free";
    int reads = 0;
    const auto bytes = box("ftyp", "isom\0\0\0\0"s) + boxes;
    const auto type =
        recognise_media(static_cast<std::int64_t>(bytes.size()), [&](std::int64_t offset, std::size_t count) {
            ++reads;
            return bytes.substr(static_cast<std::size_t>(offset), count);
        });
    CHECK(type.mime_type == "video/mp4");
    CHECK(reads < 600);
    // Lengths that lead backwards or past the end.
    for (const auto length : {0U, 1U, 2U, 7U, 0xffffffffU}) {
        CAPTURE(length);
        CHECK(
            recognise_media(box("ftyp", "isom\0\0\0\0"s) + big(length, 4) + "moov").mime_type == "video/mp4"
        );
    }
}

TEST_CASE("media type: every beginning of every sample is read without harm") {
    for (const auto& whole :
         {jpeg_file(10, 10),
          webp_file(10, true),
          mp4_file("isom", track("vide", 1, 1)),
          ogg_file("OpusHead"),
          zip_file({"a"}),
          ole_file("Book"),
          gif_file(true),
          png_file(1, 1)}) {
        for (std::size_t size = 0; size <= whole.size() && size < 300; ++size)
            CHECK_FALSE(recognise_media(std::string_view(whole).substr(0, size)).mime_type.empty());
    }
}

TEST_CASE("media type: only what cannot run is shown in place") {
    for (const auto* safe : {"image/jpeg", "video/mp4", "audio/ogg; codecs=opus", "application/pdf"})
        CHECK(is_safe_inline(safe));
    for (const auto* other :
         {"image/svg+xml", "text/html", "application/xml", "text/plain", "application/octet-stream", ""})
        CHECK_FALSE(is_safe_inline(other));
}

}  // namespace
}  // namespace roost
