#include "server/http/csv.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("csv: fields are quoted, and quotes in them doubled") {
    CHECK(csv_line({"a", "b,c", "d\"e", "f\r\ng", ""}) == "\"a\",\"b,c\",\"d\"\"e\",\"f\r\ng\",\"\"\r\n");
}

TEST_CASE("csv: nothing becomes a formula") {
    for (const char* formula :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|calc", "%0", "=cmd|' /C calc'!A0"}) {
        CAPTURE(formula);
        CHECK(csv_line({formula}) == "\"'" + std::string(formula) + "\"\r\n");
    }
    CHECK(csv_line({"ana@example.org", "admin → agent"}) == "\"ana@example.org\",\"admin → agent\"\r\n");
}

}  // namespace
}  // namespace roost
