#include "server/http/assets.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

namespace roost {
namespace {

using test::TempDir;

Reply get(
    const Assets& assets, std::string_view path, std::string_view accept = {}, std::string_view etag = {}
) {
    Request request;
    request.method = "GET";
    request.path = path;
    request.headers = {{"Accept-Encoding", accept}, {"If-None-Match", etag}};
    return assets.answer(request);
}

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers) {
        if (key == name) return value;
    }
    return {};
}

TEST_CASE("assets: hashed names are cached for ever, the page is asked for again") {
    TempDir web;
    web.write("index.html", "<html>");
    web.write("roost.3f9a1c20.wasm", "wasm");
    web.write("roost.3f9a1c20.wasm.br", "br");
    web.write("roost.3f9a1c20.wasm.gz", "gz");
    const auto assets = Assets::load(web.path());
    REQUIRE(assets);

    const auto wasm = get(*assets, "/roost.3f9a1c20.wasm", "gzip, deflate, br");
    CHECK(wasm.status == 200);
    CHECK(wasm.body == "br");
    CHECK(wasm.content_type == "application/wasm");
    CHECK(header(wasm, "Content-Encoding") == "br");
    CHECK(header(wasm, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(get(*assets, "/roost.3f9a1c20.wasm", "gzip, br;q=0").body == "gz");
    CHECK(get(*assets, "/roost.3f9a1c20.wasm", "identity").body == "wasm");
    CHECK(get(*assets, "/roost.3f9a1c20.wasm.br").status == 404);

    const auto page = get(*assets, "/");
    CHECK(page.body == "<html>");
    CHECK(header(page, "Cache-Control") == "no-cache");
    CHECK(header(page, "Content-Security-Policy").find("default-src 'none'") == 0);
    CHECK(header(page, "Referrer-Policy") == "no-referrer");
    const auto again = get(*assets, "/", {}, header(page, "ETag"));
    CHECK(again.status == 304);
    CHECK(again.body.empty());
}

TEST_CASE("assets: a page may run the scripts and styles that stand in it, and no others") {
    TempDir web;
    web.write(
        "index.html", "<script>go()</script><style>p{}</style><script src=x>no()</script><style>a{}</style>"
    );
    web.write("other.js", "'<script>go()</script>'");
    const auto assets = Assets::load(web.path());
    REQUIRE(assets);
    const auto policy = header(get(*assets, "/"), "Content-Security-Policy");
    // Of `go()`, `p{}` and `a{}` by openssl dgst -sha256 -binary | base64.
    CHECK(
        policy.find(
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='; "
        ) != std::string::npos
    );
    CHECK(
        policy.find("style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=' "
                    "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; ") != std::string::npos
    );
    const auto script = header(get(*assets, "/other.js"), "Content-Security-Policy");
    CHECK(script.find("sha256") == std::string::npos);
}

TEST_CASE("assets: the widget's script is for the pages of others, what else there is for Roost's own") {
    TempDir web;
    web.write("index.html", "<html>");
    web.write("widget.js", "1");
    const auto assets = Assets::load(web.path());
    REQUIRE(assets);
    CHECK(header(get(*assets, "/widget.js"), "Cross-Origin-Resource-Policy") == "cross-origin");
    CHECK(header(get(*assets, "/"), "Cross-Origin-Resource-Policy") == "same-origin");
}

TEST_CASE("assets: a place inside the client is its page, an unknown file or API path is 404") {
    TempDir web;
    web.write("index.html", "<html>");
    const auto assets = Assets::load(web.path());
    REQUIRE(assets);
    CHECK(get(*assets, "/c/42").body == "<html>");
    CHECK(get(*assets, "/missing.js").status == 404);
    CHECK(get(*assets, "/api/v1/nothing").status == 404);
    CHECK(get(*assets, "/../../etc/passwd.txt").status == 404);
}

TEST_CASE("assets: a folder without a client is refused with its name") {
    const auto assets = Assets::load("/nonexistent/web");
    REQUIRE_FALSE(assets);
    CHECK(assets.error().message.find("/nonexistent/web") != std::string::npos);
}

TEST_CASE("assets: which names carry a hash") {
    CHECK(is_hashed_name("roost.3f9a1c20.wasm"));
    CHECK(is_hashed_name("roost-3f9a1c20aa.js"));
    CHECK_FALSE(is_hashed_name("index.html"));
    CHECK_FALSE(is_hashed_name("roost.abc.js"));
    CHECK_FALSE(is_hashed_name("feedface"));
}

}  // namespace
}  // namespace roost
