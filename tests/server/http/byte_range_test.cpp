#include "server/http/byte_range.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

RangeChoice choose(std::string_view range, std::int64_t size = 100) {
    return choose_range(range, std::nullopt, "\"a\"", size);
}

RangeChoice part(std::int64_t first, std::int64_t length) {
    return {RangeKind::kPart, {first, length}};
}

const RangeChoice kWhole{RangeKind::kWhole, {0, 100}};

}  // namespace

TEST_CASE("byte range: from, from to, and the last ones") {
    CHECK(choose("bytes=0-9") == part(0, 10));
    CHECK(choose("bytes=90-") == part(90, 10));
    CHECK(choose("bytes=99-99") == part(99, 1));
    CHECK(choose("bytes=50-500") == part(50, 50));
    CHECK(choose("bytes=-30") == part(70, 30));
    CHECK(choose("bytes=-500") == part(0, 100));
}

TEST_CASE("byte range: behind the end there is nothing") {
    CHECK(choose("bytes=100-").kind == RangeKind::kUnsatisfied);
    CHECK(choose("bytes=-0").kind == RangeKind::kUnsatisfied);
    CHECK(choose("bytes=0-", 0).kind == RangeKind::kUnsatisfied);
}

TEST_CASE("byte range: what is malformed, or several, gets the whole") {
    for (const auto* range :
         {"",
          "bytes",
          "bytes=",
          "bytes=-",
          "bytes=5",
          "bytes=9-5",
          "bytes=0-1,5-6",
          "lines=0-1",
          "bytes=a-b",
          "bytes=0x1-",
          "bytes=99999999999999999999-",
          "bytes=1--2"})
        CHECK(choose(range) == kWhole);
    CHECK(choose_range(std::nullopt, std::nullopt, "\"a\"", 100) == kWhole);
}

TEST_CASE("byte range: a part of another version is of no use") {
    CHECK(choose_range("bytes=0-9", "\"a\"", "\"a\"", 100) == part(0, 10));
    CHECK(choose_range("bytes=0-9", "\"b\"", "\"a\"", 100) == kWhole);
}

}  // namespace roost
