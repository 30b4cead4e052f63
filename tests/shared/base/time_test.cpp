#include "shared/base/time.h"

#include <doctest/doctest.h>

using namespace roost;

namespace {

UnixMillis at(const char* text) {
    return parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("time: RFC 3339 is written and read alike, for every day of two centuries") {
    CHECK(to_rfc3339(0) == "1970-01-01T00:00:00.000Z");
    CHECK(to_rfc3339(1795239071042) == "2026-11-21T05:31:11.042Z");
    CHECK(to_rfc3339(951827696789) == "2000-02-29T12:34:56.789Z");
    CHECK(to_rfc3339(-1) == "1969-12-31T23:59:59.999Z");
    for (std::int64_t day = -36525; day < 36525; ++day) {
        const UnixMillis moment = day * kDay + 12'345'678;
        REQUIRE(parse_rfc3339(to_rfc3339(moment)) == moment);
    }
    CHECK(at("2026-11-21T05:31:11Z") == 1795239071000);
}

TEST_CASE("time: what is not written like that is absent") {
    for (const char* text :
         {"",
          "2026-11-21",
          "2026-11-21T05:31:11",
          "2026-11-21T05:31:11+01:00",
          "2026-11-21 05:31:11Z",
          "2026-13-01T00:00:00Z",
          "2026-04-31T00:00:00Z",
          "2026-02-29T00:00:00Z",
          "2026-11-21T24:00:00Z",
          "2026-11-21T05:60:00Z",
          "2026-11-21T05:31:11.04Z",
          "2026-11-21T05:31:11.0421Z",
          "x026-11-21T05:31:11Z",
          "2026-00-10T05:31:11Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_rfc3339(text));
    }
}

TEST_CASE("time: labels go by the reader's clock and date") {
    CHECK(clock_label(at("2026-11-21T14:05:59Z"), 0) == "14:05");
    CHECK(clock_label(at("2026-11-21T23:45:00Z"), 330) == "05:15");
    CHECK(clock_label(at("2026-11-21T00:10:00Z"), -300) == "19:10");
    CHECK(weekday_label(at("2026-11-16T12:00:00Z"), 0) == "Monday");
    CHECK(weekday_label(at("2026-11-15T23:30:00Z"), 60) == "Monday");
    CHECK(date_label(at("2025-03-12T12:00:00Z"), 0) == "12 March 2025");
    CHECK(short_date_label(at("2024-03-12T10:00:00Z"), 0) == "12 Mar");
    CHECK(local_year(at("2024-12-31T23:30:00Z"), 60) == 2025);
}
