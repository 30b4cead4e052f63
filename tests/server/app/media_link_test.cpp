#include "server/app/media_link.h"

#include <doctest/doctest.h>

#include "server/app/access_token.h"
#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

const std::string kKey(32, 'k');
const std::string kFile(64, 'a');

struct Parts {
    std::string expires;
    std::string signature;
};

Parts parts_of(const MediaLink& link) {
    const auto expires = link.url.find("expires=") + 8;
    const auto end = link.url.find("&signature=");
    return {link.url.substr(expires, end - expires), link.url.substr(end + 11)};
}

}  // namespace

TEST_CASE("media link: good for its file and its time, and for nothing else") {
    const auto link = make_media_link(kKey, kFile, kNoon);
    CHECK(link.url.starts_with("/api/v1/media/" + kFile + "?"));
    const auto [expires, signature] = parts_of(link);
    CHECK(is_media_link(kKey, kFile, expires, signature, kNoon));
    CHECK(is_media_link(kKey, kFile, expires, signature, link.expires_at - 1));
    CHECK_FALSE(is_media_link(kKey, kFile, expires, signature, link.expires_at));
    CHECK_FALSE(is_media_link(kKey, std::string(64, 'b'), expires, signature, kNoon));
    CHECK_FALSE(is_media_link(kKey, kFile, expires + "0", signature, kNoon));
    CHECK_FALSE(is_media_link(std::string(32, 'x'), kFile, expires, signature, kNoon));
    CHECK_FALSE(is_media_link(kKey, kFile, expires, "", kNoon));
    CHECK_FALSE(is_media_link("", kFile, expires, signature, kNoon));
}

TEST_CASE("media link: it stays the same for an hour, so that what was loaded is not loaded again") {
    CHECK(make_media_link(kKey, kFile, kNoon).url == make_media_link(kKey, kFile, kNoon + kHour - 1).url);
    CHECK(make_media_link(kKey, kFile, kNoon).url != make_media_link(kKey, kFile, kNoon + kHour).url);
    CHECK(make_media_link(kKey, kFile, kNoon + kHour - 1).expires_at > kNoon + 2 * kHour - 1);
}

}  // namespace roost
