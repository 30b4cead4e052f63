#include "shared/wire/exif.h"

#include <doctest/doctest.h>

#include "tests/support/media_samples.h"

namespace roost {

TEST_CASE("exif: how a camera was held is read in both orders of bytes") {
    for (const bool is_little : {false, true}) {
        for (std::uint32_t told = 0; told <= 10; ++told) {
            const auto data = test::exif_segment(told, is_little).substr(4);
            CHECK(exif_orientation(data) == (told >= 1 && told <= 8 ? static_cast<int>(told) : 1));
        }
    }
}

TEST_CASE("exif: what is cut short or points nowhere says nothing") {
    const auto data = test::exif_segment(6).substr(4);
    for (std::size_t size = 0; size < data.size(); ++size) {
        const int told = exif_orientation(data.substr(0, size));
        CHECK((told == 1 || (told == 6 && size >= data.size() - 4)));
    }
    auto astray = data;
    astray.replace(10, 4, "\xff\xff\xff\xff");
    CHECK(exif_orientation(astray) == 1);
    CHECK(exif_orientation("Exif") == 1);
    CHECK(exif_orientation("http://ns.adobe.com/xap/1.0/") == 1);
}

}  // namespace roost
