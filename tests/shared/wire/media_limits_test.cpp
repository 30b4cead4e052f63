#include "shared/wire/media_limits.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace roost
