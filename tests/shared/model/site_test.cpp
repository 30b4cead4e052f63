#include "shared/model/site.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("site: origins are exact, and secure but on this machine") {
    CHECK(is_page_origin("https://crm.example"));
    CHECK(is_page_origin("https://crm.example:8443"));
    CHECK(is_page_origin("http://localhost:3000"));
    CHECK_FALSE(is_page_origin("http://crm.example"));
    CHECK_FALSE(is_page_origin("https://crm.example/"));
    CHECK_FALSE(is_page_origin("https://*.example"));
    CHECK_FALSE(is_page_origin("https://crm.example:443"));
    CHECK_FALSE(is_page_origin(""));
}

TEST_CASE("site: what is written one a line is taken without blanks, gaps and repeats") {
    CHECK(lines_in("").empty());
    CHECK(lines_in(" \n\r\n\t").empty());
    const std::vector<std::string> two = {"https://a.example", "https://b.example"};
    CHECK(lines_in("https://a.example\nhttps://b.example") == two);
    CHECK(lines_in("\n https://a.example \r\n\nhttps://b.example\nhttps://a.example\n") == two);
}

TEST_CASE("site: the line of its pages names the site, and a record where there is one") {
    const std::string script = "https://roost.example/widget.js";
    CHECK(
        widget_line(script, "3", "") ==
        R"(<script async src="https://roost.example/widget.js" data-site="3"></script>)"
    );
    const auto line = widget_line(script, "3", "project");
    CHECK(line.find(R"(data-site="3" data-entity-type="project" data-entity-id="…"></script>)") != line.npos);
}

}  // namespace
}  // namespace roost
