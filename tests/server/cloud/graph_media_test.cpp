// Files as they leave and arrive on a socket, and where the access token may go.
#include "server/cloud/graph_media.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "server/cloud/graph_cloud_api.h"
#include "server/cloud/meta_hosts.h"
#include "tests/support/scripted_server.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

using test::http_answer;
using test::ScriptedServer;

struct Meta {
    explicit Meta(std::vector<std::optional<std::string>> answers)
        : server(std::move(answers)), graph(options(server.url())) {}

    static GraphOptions options(const std::string& url) {
        GraphOptions made;
        made.url = url;
        made.access_token = "the-token";
        made.stall_limit = kSecond;
        return made;
    }
    MediaDownload download(const std::string& url) {
        return graph.download_media("", {url, "", 0}, [this](std::string_view bytes) {
            received += bytes;
            return !is_cutting_off;
        });
    }

    ScriptedServer server;
    GraphCloudApi graph;
    std::string received;
    bool is_cutting_off = false;
};

bool carries_token(const std::string& request) {
    return request.find("the-token") != std::string::npos;
}

}  // namespace

TEST_CASE("graph media: a look-up names the number and reads the address") {
    Meta meta({http_answer(
        "200 OK", R"({"url":"https://lookaside.fbsbx.com/x","sha256":"ab","file_size":7,"id":"901"})"
    )});
    const auto found = meta.graph.look_up_media("106540352242922", "901");
    REQUIRE(std::holds_alternative<MediaAddress>(found));
    const auto& address = std::get<MediaAddress>(found);
    CHECK(address.url == "https://lookaside.fbsbx.com/x");
    CHECK(address.sha256 == "ab");
    CHECK(address.size == 7);
    const auto requests = meta.server.requests();
    CHECK(requests[0].starts_with("GET /v23.0/901?phone_number_id=106540352242922 "));
    CHECK(carries_token(requests[0]));
}

TEST_CASE("graph media: refusals and silence are told apart") {
    Meta meta({
        http_answer("400 Bad Request", R"({"error":{"code":100,"error_subcode":33}})"),
        http_answer("502 Bad Gateway", "<html>"),
        http_answer("200 OK", "no document"),
        "",
    });
    const auto refused = meta.graph.look_up_media("1", "901");
    REQUIRE(std::holds_alternative<CloudRefusal>(refused));
    CHECK(std::get<CloudRefusal>(refused).code == 100);
    for (int i = 0; i < 3; ++i)
        CHECK(std::holds_alternative<CloudUnreachable>(meta.graph.look_up_media("1", "901")));
}

TEST_CASE("graph media: bytes are handed on, an answer that is no file is not") {
    Meta meta({
        http_answer("200 OK", "the bytes"),
        http_answer("404 Not Found", "URL signature expired"),
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf",
    });
    CHECK(std::holds_alternative<MediaReceived>(meta.download(meta.server.url() + "/f")));
    CHECK(meta.received == "the bytes");
    CHECK(carries_token(meta.server.requests()[0]));
    meta.received.clear();
    const auto gone = meta.download(meta.server.url() + "/f");
    REQUIRE(std::holds_alternative<CloudRefusal>(gone));
    CHECK(std::get<CloudRefusal>(gone).http == 404);
    CHECK(meta.received.empty());
}

TEST_CASE("graph media: half a file is no file") {
    ScriptedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", ""});
    // The connection stays open and nothing more comes.
    GraphCloudApi graph(Meta::options(server.url()));
    const auto outcome =
        graph.download_media("", {server.url() + "/f", "", 0}, [](std::string_view) { return true; });
    CHECK(std::holds_alternative<CloudUnreachable>(outcome));
}

TEST_CASE("graph media: who takes the bytes can stop them") {
    Meta meta({http_answer("200 OK", "the bytes")});
    meta.is_cutting_off = true;
    CHECK(std::holds_alternative<MediaCutOff>(meta.download(meta.server.url() + "/f")));
}

TEST_CASE("graph media: a redirect to another host goes without the token") {
    ScriptedServer elsewhere({http_answer("200 OK", "the bytes")});
    Meta meta({http_answer("302 Found", "", "Location: " + elsewhere.url() + "/g\r\n")});
    CHECK(std::holds_alternative<MediaReceived>(meta.download(meta.server.url() + "/f")));
    CHECK(meta.received == "the bytes");
    CHECK(carries_token(meta.server.requests()[0]));
    REQUIRE(elsewhere.requests().size() == 1);
    CHECK_FALSE(carries_token(elsewhere.requests()[0]));
}

TEST_CASE("graph media: redirects on the same host keep the token, and end some time") {
    Meta meta({
        http_answer("301 Moved", "", "Location: /g\r\n"),
        http_answer("200 OK", "the bytes"),
    });
    CHECK(std::holds_alternative<MediaReceived>(meta.download(meta.server.url() + "/f")));
    CHECK(carries_token(meta.server.requests()[1]));
    const auto again = http_answer("302 Found", "", "Location: /f\r\n");
    Meta circle({again, again, again, again, again, again});
    CHECK(std::holds_alternative<CloudUnreachable>(circle.download(circle.server.url() + "/f")));
    CHECK(circle.server.requests().size() == 4);
}

TEST_CASE("graph media: an address that Meta did not make is not called") {
    ScriptedServer stranger({http_answer("200 OK", "the bytes")});
    Meta meta({});
    CHECK(std::holds_alternative<CloudRefusal>(meta.download(stranger.url() + "/f")));
    CHECK(stranger.requests().empty());
}

TEST_CASE("graph media: the hosts that may see the token") {
    const std::string graph = "https://graph.facebook.com";
    for (const auto* url :
         {"https://graph.facebook.com/v23.0/1",
          "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
          "https://LOOKASIDE.fbsbx.com/",
          "https://mmg.whatsapp.net/x",
          "https://lookaside.fbsbx.com:443/"}) {
        CAPTURE(url);
        CHECK(may_see_token(url, graph));
    }
    for (const auto* url :
         {"http://lookaside.fbsbx.com/",
          "https://evilfbsbx.com/",
          "https://fbsbx.com.evil.example/",
          "https://lookaside.fbsbx.com@evil.example/",
          "https://lookaside.fbsbx.com:8443/",
          "http://127.0.0.1/",
          "ftp://lookaside.fbsbx.com/",
          "file:///etc/passwd",
          "",
          "https://",
          "lookaside"}) {
        CAPTURE(url);
        CHECK_FALSE(may_see_token(url, graph));
    }
    CHECK(may_see_token("http://127.0.0.1:9000/f", "http://127.0.0.1:9000"));
    CHECK_FALSE(may_see_token("http://127.0.0.1:9001/f", "http://127.0.0.1:9000"));
    CHECK_FALSE(may_see_token("http://localhost:9000/f", "http://127.0.0.1:9000"));
}

TEST_CASE("graph media: what a redirect may not change for the token to go along") {
    const std::string file = "https://lookaside.fbsbx.com/attachments/?mid=1";
    CHECK(is_same_origin(file, "https://LOOKASIDE.fbsbx.com:443/elsewhere"));
    for (const auto* url :
         {"https://mmg.whatsapp.net/x",
          "https://graph.facebook.com/v23.0/1",
          "http://lookaside.fbsbx.com/",
          "https://lookaside.fbsbx.com:8443/",
          "https://lookaside.fbsbx.com@evil.example/",
          "",
          "/x"}) {
        CAPTURE(url);
        CHECK_FALSE(is_same_origin(file, url));
    }
    CHECK_FALSE(is_same_origin("", ""));
}

TEST_CASE("graph media: an upload is a form with the file's own bytes") {
    const test::TempDir dir;
    dir.write("photo", "the bytes of a photo");
    Meta meta({http_answer("200 OK", R"({"id":"4490709327384033"})")});
    const auto done = meta.graph.upload_media("106540352242922", dir.file("photo"), "image/jpeg");
    REQUIRE(std::holds_alternative<MediaUploaded>(done));
    CHECK(std::get<MediaUploaded>(done).id == "4490709327384033");
    const auto request = meta.server.requests()[0];
    CHECK(request.starts_with("POST /v23.0/106540352242922/media "));
    CHECK(carries_token(request));
    CHECK(request.find("name=\"messaging_product\"\r\n\r\nwhatsapp") != std::string::npos);
    CHECK(request.find("name=\"type\"\r\n\r\nimage/jpeg") != std::string::npos);
    CHECK(request.find("Content-Type: image/jpeg\r\n\r\nthe bytes of a photo") != std::string::npos);
    CHECK(
        std::holds_alternative<CloudUnreachable>(meta.graph.upload_media("1", dir.file("gone"), "image/jpeg"))
    );
}

TEST_CASE("graph media: a sample goes into a session of the app that the token belongs to") {
    const test::TempDir dir;
    dir.write("photo", "the bytes of a photo");
    Meta meta(
        {http_answer("200 OK", R"({"data":{"app_id":"670843887433847"}})"),
         http_answer("200 OK", R"({"id":"upload:MTph?sig=AR"})"),
         http_answer("200 OK", R"({"h":"4::aW1h:x"})")}
    );
    const auto done = meta.graph.upload_sample("", dir.file("photo"), "image/jpeg");
    REQUIRE(std::holds_alternative<UploadedSample>(done));
    CHECK(std::get<UploadedSample>(done).handle == "4::aW1h:x");
    const auto requests = meta.server.requests();
    CHECK(requests[0].starts_with("GET /v23.0/debug_token?input_token="));
    CHECK(requests[1].starts_with(
        "POST /v23.0/670843887433847/uploads?file_name=sample&file_length=20&file_type=image%2Fjpeg "
    ));
    CHECK(requests[2].starts_with("POST /v23.0/upload:MTph?sig=AR "));
    CHECK(requests[2].find("file_offset: 0\r\n") != std::string::npos);
    CHECK(requests[2].ends_with("\r\n\r\nthe bytes of a photo"));
    for (const auto& request : requests)
        CHECK(carries_token(request));
}

TEST_CASE("graph media: a sample that cannot be read, or that Meta refuses, is none") {
    const test::TempDir dir;
    dir.write("photo", "the bytes of a photo");
    Meta meta(
        {http_answer("200 OK", R"({"data":{"app_id":"1"}})"),
         http_answer("400 Bad Request", R"({"error":{"code":100,"message":"no"}})")}
    );
    CHECK(
        std::holds_alternative<CloudUnreachable>(meta.graph.upload_sample("", dir.file("gone"), "image/jpeg"))
    );
    const auto refused = meta.graph.upload_sample("", dir.file("photo"), "image/jpeg");
    REQUIRE(std::holds_alternative<CloudRefusal>(refused));
    CHECK(std::get<CloudRefusal>(refused).code == 100);
}

TEST_CASE("graph media: stopping ends what is under way") {
    Meta meta({std::nullopt});
    meta.graph.stop();
    CHECK(std::holds_alternative<CloudUnreachable>(meta.download(meta.server.url() + "/f")));
}

}  // namespace roost
