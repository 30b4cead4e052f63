#include "server/app/site_rules.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

TEST_CASE("site rules: origins are exact, and secure but on this machine") {
    for (const char* good :
         {"https://crm.example",
          "https://crm.example:8443",
          "https://a-b.c.example",
          "http://localhost",
          "http://localhost:3000",
          "http://127.0.0.1:8000",
          "http://[::1]:8000",
          "http://[::1]",
          "https://localhost"}) {
        CAPTURE(good);
        CHECK(check_origin(good));
    }
    for (const char* bad :
         {"",
          "*",
          "https://*",
          "https://*.example",
          "crm.example",
          "//crm.example",
          "http://crm.example",
          "http://localhost.example",
          "https://crm.example/",
          "https://crm.example/path",
          "https://crm.example?x",
          "https://crm.example#x",
          "https://CRM.example",
          "https://user@crm.example",
          "https://crm.example:443",
          "http://localhost:80",
          "https://crm.example:",
          "https://crm.example:0",
          "https://crm.example:65536",
          "https://crm.example:08443",
          "https://crm.example:8443 https://evil.example",
          "https://crm.example; script-src *",
          "https://crm..example",
          "https://.example",
          "https://",
          "javascript:alert(1)",
          "null"}) {
        CAPTURE(bad);
        CHECK_FALSE(check_origin(bad));
    }
}

TEST_CASE("site rules: a site shows the records it was made for, and everything only if it says so") {
    SiteRow site;
    site.name = "CRM";
    site.origins = {"https://crm.example"};
    site.scope = {Permission::kRead, Permission::kSend};
    const std::vector<std::string> types{"project", "lead"};
    CHECK(check_site(site, types));
    const auto project = reach_of(RecordRef{"project", "1"});
    const auto lead = reach_of(RecordRef{"lead", "1"});
    CHECK(may_show(site, types, project));
    CHECK(may_show(site, types, reach_of_number("254712345678")));
    CHECK_FALSE(may_show(site, types, Reach()));
    CHECK_FALSE(may_show(site, types, reach_of(RecordRef{"employee", "1"})));
    site.types = {"lead"};
    CHECK(may_show(site, types, lead));
    CHECK_FALSE(may_show(site, types, project));
    site.shows_everything = true;
    CHECK(may_show(site, types, Reach()));
    CHECK(frame_ancestors(site) == "frame-ancestors 'self' https://crm.example");
    CHECK(is_origin_of(site, "https://crm.example"));
    CHECK_FALSE(is_origin_of(site, "https://crm.example.evil"));

    const auto refused = [&](auto change) {
        auto other = site;
        change(other);
        return !check_site(other, types);
    };
    CHECK(refused([](SiteRow& one) { one.name.clear(); }));
    CHECK(refused([](SiteRow& one) { one.origins.clear(); }));
    CHECK(refused([](SiteRow& one) { one.origins.assign(21, "https://crm.example"); }));
    CHECK(refused([](SiteRow& one) { one.origins = {"https://*"}; }));
    CHECK(refused([](SiteRow& one) { one.types = {"employee"}; }));
    CHECK(refused([](SiteRow& one) { one.scope = {}; }));
    CHECK(refused([](SiteRow& one) { one.scope = {Permission::kSend}; }));
    CHECK(refused([](SiteRow& one) { one.scope = one.scope.with(Permission::kManagePeople); }));
}

}  // namespace
}  // namespace roost
