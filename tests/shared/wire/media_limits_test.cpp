#include "shared/wire/media_limits.h"

#include <doctest/doctest.h>

#include <utility>

#include "shared/base/json.h"

namespace roost {
namespace {

constexpr auto kMegabyte = std::int64_t{1024} * 1024;

TEST_CASE("media limits: each kind has its own size") {
    CHECK(
        fit_media("image/jpeg", "a.jpg", 5 * kMegabyte) ==
        MediaFit{MediaKind::kImage, MediaProblem::kNone, 5 * kMegabyte}
    );
    CHECK(fit_media("image/png", "a.png", 5 * kMegabyte + 1).problem == MediaProblem::kTooLarge);
    CHECK(fit_media("video/mp4", "a.mp4", 16 * kMegabyte).problem == MediaProblem::kNone);
    CHECK(fit_media("video/mp4", "a.mp4", 16 * kMegabyte + 1).problem == MediaProblem::kTooLarge);
    CHECK(fit_media("audio/ogg; codecs=opus", "a.ogg", 17 * kMegabyte).problem == MediaProblem::kTooLarge);
    CHECK(fit_media("application/pdf", "offer.pdf", 100 * kMegabyte).problem == MediaProblem::kNone);
    CHECK(fit_media("application/pdf", "offer.pdf", 100 * kMegabyte + 1).limit == 100 * kMegabyte);
    CHECK(fit_media("text/plain", "a.txt", 0).problem == MediaProblem::kEmpty);
}

TEST_CASE("media limits: other formats are refused as what they are") {
    CHECK(
        fit_media("image/gif", "a.gif", 10) ==
        MediaFit{MediaKind::kImage, MediaProblem::kWrongFormat, 5 * kMegabyte}
    );
    CHECK(fit_media("IMAGE/WEBP", "a.webp", 10).kind == MediaKind::kImage);
    CHECK(fit_media("video/quicktime", "a.mov", 10).problem == MediaProblem::kWrongFormat);
    CHECK(fit_media("application/zip", "a.zip", 10).problem == MediaProblem::kWrongFormat);
    CHECK(fit_media("", "nothing", 10).problem == MediaProblem::kWrongFormat);
}

TEST_CASE("media limits: without a type the ending decides, with one it does not") {
    CHECK(fit_media("", "Offer.DOCX", 10).problem == MediaProblem::kNone);
    CHECK(fit_media("", "voice.amr", 10).kind == MediaKind::kAudio);
    CHECK(fit_media("application/x-msdownload", "offer.pdf", 10).problem == MediaProblem::kWrongFormat);
}

TEST_CASE("media limits: audio has no caption") {
    CHECK(takes_caption(MediaKind::kImage));
    CHECK(takes_caption(MediaKind::kDocument));
    CHECK_FALSE(takes_caption(MediaKind::kAudio));
}

MediaType type_named(std::string mime_type) {
    MediaType type;
    type.mime_type = std::move(mime_type);
    return type;
}

TEST_CASE("media limits: the bytes decide as which kind a file goes out") {
    CHECK(sendable_kind(type_named("image/jpeg")) == "image");
    CHECK(sendable_kind(type_named("image/webp")) == "sticker");
    CHECK(sendable_kind(type_named("audio/ogg; codecs=opus")) == "audio");
    CHECK(sendable_kind(type_named("application/pdf")) == "document");
    for (const auto* other : {"audio/ogg; codecs=vorbis", "image/heic", "video/webm", "text/html", ""})
        CHECK(sendable_kind(type_named(other)).empty());
}

TEST_CASE("media limits: what WhatsApp does not take is refused with the reason") {
    const auto code = [](std::string_view kind, const MediaType& type, std::int64_t size) {
        const auto fits = check_sendable_file(kind, type, size);
        return fits ? "" : std::string(error_code_name(fits.error().code));
    };
    CHECK(code("image", type_named("image/png"), 5 * kMegabyte).empty());
    CHECK(code("image", type_named("image/png"), 5 * kMegabyte + 1) == "too_large");
    CHECK(code("document", type_named("image/png"), 10) == "invalid");
    CHECK(code("text", type_named("text/plain"), 10) == "invalid");
    CHECK(code("document", type_named("text/plain"), 0) == "invalid");
    auto opus = type_named("audio/ogg; codecs=opus");
    opus.channels = 1;
    CHECK(code("audio", opus, 10).empty());
    opus.channels = 2;
    CHECK(code("audio", opus, 10) == "invalid");
    auto sticker = type_named("image/webp");
    sticker.width = 512;
    sticker.height = 512;
    CHECK(code("sticker", sticker, 100 * 1024).empty());
    CHECK(code("sticker", sticker, 100 * 1024 + 1) == "too_large");
    sticker.is_animated = true;
    CHECK(code("sticker", sticker, 500 * 1024).empty());
    sticker.height = 511;
    CHECK(code("sticker", sticker, 10) == "invalid");
}

TEST_CASE("media limits: callers of the API can read them") {
    const auto limits = parse_json(write_media_limits());
    REQUIRE(limits);
    CHECK((*limits)["image"]["mime_types"] == Json({"image/jpeg", "image/png"}));
    CHECK((*limits)["sticker"]["max_bytes_animated"] == 500 * 1024);
    CHECK((*limits)["document"]["max_bytes"] == 100 * kMegabyte);
    CHECK_FALSE((*limits)["audio"].contains("caption_length"));
}

}  // namespace
}  // namespace roost
