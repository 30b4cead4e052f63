#include "client-wasm/app/brand.h"

#include <doctest/doctest.h>

#include "client-wasm/ui/looks.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

TEST_CASE("brand: what is missing or wrong stays as ours") {
    CHECK(read_brand(Json::object()) == ui::Brand{});
    CHECK(
        read_brand(Json{{"name", 7}, {"colour", "#12345"}, {"logo", "https://elsewhere.example/x.svg"}}) ==
        ui::Brand{}
    );
    CHECK_FALSE(read_brand(Json{{"colour", "#12345g"}}).colour.has_value());
    const ui::Brand brand =
        read_brand(Json{{"name", "Acme"}, {"colour", "#5B2A86"}, {"logo", "/api/v1/brand/logo"}});
    CHECK(brand.name == "Acme");
    CHECK(brand.colour == ui::rgb(0x5B2A86));
    CHECK(brand.logo == "/api/v1/brand/logo");
}

TEST_CASE("brand: sign-in, title and tab show the house's, and at once after a reload") {
    UiHarness ui;
    ui.platform.answer("POST", "/api/v1/auth/refresh", problem(401, "No session."));
    ui.platform.answer_once("GET", "/api/v1/brand", ok(R"({"name":"Acme","logo":"/api/v1/brand/logo"})"));
    ui.start();
    CHECK(ui.sees(Role::kHeading, "Sign in to Acme"));
    CHECK(ui.see(Role::kImage, "Acme").href == "/api/v1/brand/logo");
    CHECK(ui.platform.title == "Acme");
    CHECK(ui.platform.icon == "/api/v1/brand/logo");
    ui.reload();  // the server does not answer this time
    CHECK(ui.sees(Role::kHeading, "Sign in to Acme"));
}

}  // namespace
}  // namespace roost
