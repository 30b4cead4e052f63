// A send that names its file by an address of the web.
#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"
#include "tests/support/media_samples.h"
#include "tests/support/scripted_server.h"

namespace roost {
namespace {

using test::http_answer;
using test::ScriptedServer;
using test::TestServer;

const std::string kSend = "/api/v1/conversations/1/messages";

struct Scene {
    // The customer wrote so long ago.
    explicit Scene(std::vector<std::optional<std::string>> answers, UnixMillis ago = 0)
        : web(std::move(answers)) {
        server.open_port = std::stoi(web.url().substr(web.url().rfind(':') + 1));
        REQUIRE(
            server.webhook(test::text_webhook(test::InboundText{.at = server.clock.now() - ago})).status ==
            200
        );
    }
    test::HttpAnswer send(const std::string& path, const std::string& rest = "") {
        return server.as_ana("POST", kSend, R"({"media_url":")" + web.url() + path + R"(")" + rest + "}");
    }
    Json sent(const std::string& path, const std::string& rest = "") {
        const auto answer = send(path, rest);
        CHECK(answer.status == 202);
        const auto json = parse_json(answer.body);
        REQUIRE(json);
        return member(member(*json, "message"), "content");
    }
    std::size_t count() {
        const auto page = parse_json(server.as_ana("GET", kSend).body);
        REQUIRE(page);
        return member(*page, "messages").size();
    }

    ScriptedServer web;
    TestServer server;
};

TEST_CASE("send a file of the web: its bytes say what it is, and the caption goes with it") {
    const auto photo = http_answer("200 OK", test::jpeg_file(640, 480));
    Scene scene({photo, photo});
    const auto content = scene.sent("/a.bin", R"(,"caption":"Here")");
    CHECK(content["type"] == "image");
    CHECK(content["image"]["caption"] == "Here");
    CHECK(content["image"]["file"]["state"] == "stored");
    CHECK(content["image"]["file"]["width"] == 640);
    CHECK(scene.sent("/a.bin", R"(,"text":"There")")["image"]["caption"] == "There");
    CHECK(scene.count() == 3);
}

TEST_CASE("send a file of the web: a document has the name that was asked for, or its own") {
    const auto paper = http_answer("200 OK", "%PDF-1.4\n%%EOF\n");
    Scene scene({paper, paper, paper});
    CHECK(scene.sent("/files/Offer%207.pdf?key=1")["document"]["filename"] == "Offer 7.pdf");
    CHECK(
        scene.sent("/x", R"(,"filename":"Plan.pdf","type":"document")")["document"]["filename"] == "Plan.pdf"
    );
    CHECK(scene.send("/y", R"(,"type":"image")").status == 400);
    CHECK(scene.count() == 3);
}

TEST_CASE("send a file of the web: a repeat with its reference is the same message") {
    Scene scene({http_answer("200 OK", test::jpeg_file(640, 480))});  // once: it is not fetched again
    for (int i = 0; i < 2; ++i)
        scene.sent("/a.jpg", R"(,"client_ref":"once")");
    CHECK(scene.count() == 2);
    CHECK(scene.web.requests().size() == 1);
}

TEST_CASE("send a file of the web: nothing is fetched for what the window would refuse") {
    Scene scene({http_answer("200 OK", test::jpeg_file(640, 480))}, 2 * kDay);
    CHECK(scene.send("/a.jpg").status == 422);
    CHECK(scene.web.requests().empty());
    CHECK(scene.send("/a.jpg", R"(,"force":true)").status == 202);
}

TEST_CASE("send a file of the web: what cannot be sent is refused, and nothing is") {
    Scene scene({http_answer("404 Not Found", "none"), http_answer("200 OK", "just words")});
    CHECK(scene.send("/gone").status == 409);
    CHECK(scene.send("/words", R"(,"type":"image")").status == 400);
    CHECK(scene.server.as_ana("POST", kSend, R"({"media_url":7})").status == 400);
    CHECK(scene.server.as_ana("POST", kSend, R"({"media_url":"ftp://roost.example/a"})").status == 400);
    CHECK(scene.server.as_ana("POST", kSend, R"({"media_url":"http://127.0.0.1:1/a"})").status == 400);
    CHECK(scene.count() == 1);
}

TEST_CASE("send a file of the web: sounds take no words") {
    Scene scene(
        {http_answer("200 OK", std::string("ID3\x03\x00\x00\x00\x00\x00\x00", 10) + std::string(64, '\xFF'))}
    );
    const auto answer = scene.send("/a.mp3", R"(,"caption":"Listen")");
    CHECK(answer.status == 400);
    CHECK(answer.body.find("'caption' cannot go with audio") != std::string::npos);
    CHECK(scene.count() == 1);
}

}  // namespace
}  // namespace roost
