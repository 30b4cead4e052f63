#include "shared/model/forward.h"

#include <doctest/doctest.h>

namespace roost {

TEST_CASE("forward: words, places and contacts go on as they are") {
    CHECK(forwarded(Text{"Gate 4417", true}) == Content{Text{"Gate 4417", false}});
    Location place;
    place.latitude = -4.05;
    place.name = "Nyali";
    CHECK(forwarded(place) == Content{place});
    CHECK(forwarded(Contacts{}) == Content{Contacts{}});
}

TEST_CASE("forward: a file goes on by Roost's own copy, under its caption and name") {
    MediaRef media;
    media.id = "of its sender's at Meta";
    media.link = "https://lookaside.example/1";
    media.mime_type = "application/pdf";
    media.sha256 = "abc";
    media.caption = "Offer";
    media.file.state = MediaState::kStored;
    media.file.id = std::string(64, 'a');
    media.file.size = 9;
    MediaRef ours;
    ours.caption = "Offer";
    ours.file = media.file;
    CHECK(forwarded(Document{media, "Offer.pdf"}) == Content{Document{ours, "Offer.pdf"}});
    CHECK(forwarded(Image{media}) == Content{Image{ours}});
    media.file.state = MediaState::kPending;
    CHECK_FALSE(forwarded(Image{media}));
    media.file.state = MediaState::kFailed;
    CHECK_FALSE(forwarded(Image{media}));
}

TEST_CASE("forward: what cannot be sent anew does not go on") {
    CHECK_FALSE(forwarded(Reaction{}));
    CHECK_FALSE(forwarded(Template{}));
    CHECK_FALSE(forwarded(Interactive{}));
    CHECK_FALSE(forwarded(Unsupported{}));
    CHECK_FALSE(forwarded(System{}));
    CHECK_FALSE(forwarded(Call{}));
    CHECK_FALSE(forwarded(Order{}));
}

}  // namespace roost
