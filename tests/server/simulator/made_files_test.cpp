#include "server/simulator/made_files.h"

#include <doctest/doctest.h>

#include "shared/wire/media_limits.h"
#include "shared/wire/media_type.h"

namespace roost::simulator {

TEST_CASE("made files: each is what it says, and one that WhatsApp takes") {
    struct Case {
        std::string_view kind;
        std::string bytes;
        std::string mime_type;
        int width;
        int height;
    };
    for (const auto& made : {
             Case{"image", roof_picture(1), "image/png", 480, 320},
             Case{"image", receipt_picture(7), "image/png", 360, 480},
             Case{"sticker", sun_sticker(), "image/webp", 512, 512},
             Case{"video", sunrise_film(), "video/mp4", 192, 112},
             Case{"sticker", twinkling_sticker(), "image/webp", 512, 512},
             Case{"audio", silent_voice_note(7), "audio/ogg; codecs=opus", 0, 0},
             Case{"document", printed_page("Title", "One\nTwo"), "application/pdf", 0, 0},
         }) {
        CAPTURE(made.mime_type);
        const auto type = recognise_media(made.bytes);
        CHECK(type.mime_type == made.mime_type);
        CHECK(type.width == made.width);
        CHECK(type.height == made.height);
        CHECK(check_sendable_file(made.kind, type, static_cast<std::int64_t>(made.bytes.size())));
        CHECK(made.bytes.size() < 140'000);
    }
}

TEST_CASE("made files: roofs differ") {
    CHECK(roof_picture(1) != roof_picture(2));
    CHECK(made_file("image", "a").bytes == made_file("image", "a").bytes);
    CHECK(made_file("contacts", "a").bytes.empty());
}

}  // namespace roost::simulator
