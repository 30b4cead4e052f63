// Files over HTTP: who gets them, how they are shown, parts of them, and uploads of any size.
#include <doctest/doctest.h>

#include <filesystem>

#include "server/app/media_jobs.h"
#include "shared/base/json.h"
#include "tests/support/builders.h"
#include "tests/support/fake_cloud_api.h"
#include "tests/support/http_scenario.h"
#include "tests/support/media_samples.h"
#include "tests/support/ogg_reader.h"
#include "tests/support/webm_file.h"

namespace roost {
namespace {

using test::HeaderList;
using test::HttpAnswer;
using test::HttpClient;
using test::run_scenarios;
using test::TestServer;

const std::string kPhoto = test::jpeg_file(640, 480);

std::string kept(TestServer& server, const std::string& bytes) {
    auto file = server.files().begin();
    REQUIRE(file);
    REQUIRE((*file)->write(bytes));
    const auto stored = (*file)->keep();
    REQUIRE(stored);
    REQUIRE(server.store().write([&](Transaction& transaction) {
        return transaction.put_media_file({stored->id, stored->type, stored->size, test::kNoon});
    }));
    return stored->id;
}

Json json_of(const HttpAnswer& answer) {
    return parse_json(answer.body).value_or(Json());
}

std::size_t count_files(TestServer& server) {
    std::size_t count = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server.dir.file("media"), error))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("media route: a photo with everything that keeps it harmless") {
    TestServer server;
    const auto id = kept(server, kPhoto);
    const auto url = "/api/v1/media/" + id;
    const auto answer = server.as_ana("GET", url + "?name=Dach%20%22heute%22.jpg");
    CHECK(answer.status == 200);
    CHECK(answer.body == kPhoto);
    CHECK(answer.header("Content-Type") == "image/jpeg");
    CHECK(answer.header("Content-Length") == std::to_string(kPhoto.size()));
    CHECK(answer.header("ETag") == "\"" + id + "\"");
    CHECK(answer.header("Accept-Ranges") == "bytes");
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Content-Security-Policy").find("sandbox") != std::string::npos);
    CHECK(answer.header("Content-Disposition") == "inline; filename*=UTF-8''Dach%20%22heute%22.jpg");
    CHECK(answer.header("Cache-Control").starts_with("private"));
    HttpClient client(server.port());
    client.send(test::request_bytes("HEAD", url, {{"Authorization", "Bearer " + server.token()}}, ""));
    const auto head = client.read_answer(false);
    CHECK(head.status == 200);
    CHECK(head.header("Content-Length") == std::to_string(kPhoto.size()));
    CHECK(client.received().empty());
}

TEST_CASE("media route: parts, versions, and several on one connection") {
    TestServer server;
    const auto url = "/api/v1/media/" + kept(server, kPhoto);
    HttpClient client(server.port());
    const auto ask = [&](const HeaderList& headers) {
        auto all = headers;
        all.emplace_back("Authorization", "Bearer " + server.token());
        return client.ask("GET", url, all);
    };
    const auto part = ask({{"Range", "bytes=2-5"}});
    CHECK(part.status == 206);
    CHECK(part.body == kPhoto.substr(2, 4));
    CHECK(part.header("Content-Range") == "bytes 2-5/" + std::to_string(kPhoto.size()));
    CHECK(ask({{"Range", "bytes=-3"}}).body == kPhoto.substr(kPhoto.size() - 3));
    CHECK(ask({{"Range", "bytes=0-1,3-4"}}).body == kPhoto);
    CHECK(ask({{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).body == kPhoto);
    const auto behind = ask({{"Range", "bytes=9999999-"}});
    CHECK(behind.status == 416);
    CHECK(behind.header("Content-Range") == "bytes */" + std::to_string(kPhoto.size()));
    const auto same = ask({{"If-None-Match", part.header("ETag")}});
    CHECK(same.status == 304);
    CHECK(same.body.empty());
    CHECK(ask({}).body == kPhoto);
}

TEST_CASE("media route: what could run is only ever downloaded") {
    TestServer server;
    struct Case {
        std::string bytes;
        std::string shown;
    };
    for (const auto& [bytes, shown] : {
             Case{"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "attachment"},
             Case{"<!doctype html><script>alert(1)</script>", "attachment"},
             Case{"<?xml version='1.0'?><?xml-stylesheet href='x'?><a/>", "attachment"},
             Case{"just text", "attachment"},
             Case{std::string("\x01\x02\x03", 3), "attachment"},
             Case{test::pdf_file(), "inline"},
             Case{test::ogg_file("OpusHead"), "inline"},
         }) {
        const auto answer = server.as_ana("GET", "/api/v1/media/" + kept(server, bytes));
        CAPTURE(answer.head);
        CHECK(answer.status == 200);
        CHECK(answer.header("Content-Disposition") == shown);
        CHECK(answer.header("Content-Security-Policy").starts_with("default-src 'none'"));
    }
}

TEST_CASE("media route: agents and links, nobody else") {
    TestServer server;
    const auto id = kept(server, kPhoto);
    const auto url = "/api/v1/media/" + id;
    const auto link = string_or(json_of(server.as_ana("GET", url + "/link")), "url", "");
    CHECK(server.ask("GET", link).body == kPhoto);
    auto other = link;
    other.back() = other.back() == '0' ? '1' : '0';
    const auto query = link.substr(link.find('?'));
    run_scenarios(
        server,
        {
            {.name = "no token", .url = url, .status = 401, .not_contains = {kPhoto}},
            {.name = "a link that was changed", .url = other, .status = 403},
            {.name = "for another file",
             .url = "/api/v1/media/" + std::string(64, 'a') + query,
             .status = 403},
            {.name = "a file that is not there",
             .url = "/api/v1/media/" + std::string(64, 'a'),
             .headers = {{"@ana", ""}},
             .status = 404},
            {.name = "a way out",
             .url = "/api/v1/media/..%2f..%2fsession_key",
             .headers = {{"@ana", ""}},
             .status = 404},
            {.name = "a link for nobody", .url = url + "/link", .status = 401},
            {.name = "limits",
             .url = "/api/v1/media/limits",
             .headers = {{"@ana", ""}},
             .contains = {"image/jpeg", "max_bytes"}},
        }
    );
    server.clock.advance(3 * kHour);
    CHECK(server.ask("GET", link).status == 403);
}

TEST_CASE("media route: an upload is told what it is") {
    TestServer server;
    const auto answer = server.as_ana("POST", "/api/v1/media", kPhoto);
    CHECK(answer.status == 201);
    const auto json = json_of(answer);
    CHECK(json["kind"] == "image");
    CHECK(json["mime_type"] == "image/jpeg");
    CHECK(json["size"] == kPhoto.size());
    CHECK(json["width"] == 640);
    CHECK(json["height"] == 480);
    CHECK(server.as_ana("GET", "/api/v1/media/" + string_or(json, "id", "")).body == kPhoto);
    CHECK(json_of(server.as_ana("POST", "/api/v1/media", kPhoto))["id"] == json["id"]);
    CHECK(count_files(server) == 1);
}

TEST_CASE("media route: an upload that WhatsApp would not take is refused and not kept") {
    TestServer server;
    run_scenarios(
        server,
        {
            {.name = "nobody", .method = "POST", .url = "/api/v1/media", .body = kPhoto, .status = 401},
            {.name = "empty",
             .method = "POST",
             .url = "/api/v1/media",
             .headers = {{"@ana", ""}},
             .status = 400,
             .contains = {"empty"}},
            {.name = "a script",
             .method = "POST",
             .url = "/api/v1/media",
             .headers = {{"@ana", ""}, {"Content-Type", "image/jpeg"}},
             .body = "<svg/>",
             .status = 400,
             .contains = {"image/svg+xml"}},
            {.name = "too large for a picture",
             .method = "POST",
             .url = "/api/v1/media",
             .headers = {{"@ana", ""}},
             .body = kPhoto + std::string(5 * 1024 * 1024, 'x'),
             .status = 413},
            {.name = "not as that kind",
             .method = "POST",
             .url = "/api/v1/media?kind=audio",
             .headers = {{"@ana", ""}},
             .body = kPhoto,
             .status = 400},
        }
    );
    CHECK(count_files(server) == 0);
}

TEST_CASE("media route: what a browser recorded becomes a voice note") {
    TestServer server;
    const auto record = [&](const std::string& bytes) {
        return server.as_ana("POST", "/api/v1/media?kind=voice", bytes);
    };
    const auto answer = record(webm_recording(2000));
    REQUIRE(answer.status == 201);
    const auto told = json_of(answer);
    CHECK(string_or(told, "kind", "") == "audio");
    CHECK(string_or(told, "mime_type", "") == "audio/ogg; codecs=opus");
    CHECK(optional_bool(told, "voice") == true);
    const auto ogg = server.as_ana("GET", "/api/v1/media/" + string_or(told, "id", "")).body;
    const auto pages = read_ogg(ogg);
    REQUIRE(pages);
    CHECK(pages->back().position == 2000 * 960);
    // Firefox makes Ogg by itself.
    const auto again = json_of(record(ogg));
    CHECK(string_or(again, "id", "") == string_or(told, "id", ""));
    CHECK(optional_bool(again, "voice") == true);
    // What is not Opus goes as any other sound.
    const auto safari = json_of(record(test::mp4_file("M4A ", test::track("soun", 0, 0))));
    CHECK(string_or(safari, "mime_type", "") == "audio/mp4");
    CHECK_FALSE(optional_bool(safari, "voice"));
    const auto before = count_files(server);
    CHECK(record(webm_recording(5).substr(0, 400)).status == 400);
    CHECK(record("\x1a").status == 400);
    CHECK(count_files(server) == before);
}

TEST_CASE("media route: uploads come in pieces, with other requests before and behind them") {
    TestServer server;
    const auto bytes = kPhoto + std::string(300'000, 'x');
    const HeaderList headers{{"Authorization", "Bearer " + server.token()}};
    HttpClient client(server.port());
    const auto upload = test::request_bytes("POST", "/api/v1/media", headers, bytes);
    const auto live = test::request_bytes("GET", "/health/live", {}, "");
    client.send(live + upload.substr(0, 100));
    CHECK(client.read_answer().status == 200);
    client.send(upload.substr(100, 70'000));
    client.send(upload.substr(70'100) + live + upload + live);
    CHECK(client.read_answer().status == 201);
    CHECK(client.read_answer().status == 200);
    CHECK(client.read_answer().status == 201);
    CHECK(client.read_answer().status == 200);
}

TEST_CASE("media route: who waits for leave to send is told at the head") {
    TestServer server;
    HeaderList headers{{"Authorization", "Bearer " + server.token()}, {"Expect", "100-continue"}};
    HttpClient client(server.port());
    const auto request = test::request_bytes("POST", "/api/v1/media", headers, kPhoto);
    const auto head = request.substr(0, request.find("\r\n\r\n") + 4);
    client.send(head);
    CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
    client.send(kPhoto);
    CHECK(client.read_answer().status == 201);
    headers[0].second = "Bearer of nothing";
    HttpClient stranger(server.port());
    const auto refused = test::request_bytes("POST", "/api/v1/media", headers, kPhoto);
    stranger.send(refused.substr(0, refused.find("\r\n\r\n") + 4));
    CHECK(stranger.read_answer().status == 401);
    CHECK(stranger.reads_to_the_end());
}

TEST_CASE("media route: an upload that breaks off leaves nothing behind") {
    TestServer server;
    const HeaderList headers{{"Authorization", "Bearer " + server.token()}};
    {
        HttpClient client(server.port());
        const auto request =
            test::request_bytes("POST", "/api/v1/media", headers, kPhoto + std::string(200'000, 'x'));
        client.send(request.substr(0, 100'000));
        CHECK(server.ask("GET", "/health/live").status == 200);
    }
    // A second request is answered by the time the first socket was found at its end.
    CHECK(server.as_ana("POST", "/api/v1/media", kPhoto).status == 201);
    server.stop();
    CHECK(count_files(server) == 1);
}

TEST_CASE("media route: more than Roost takes is refused before it is sent") {
    TestServer server;
    HttpClient client(server.port());
    client.send(
        "POST /api/v1/media HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + server.token() +
        "\r\nContent-Length: 104857601\r\n\r\n"
    );
    CHECK(client.read_answer().status == 413);
}

TEST_CASE("media route: a file from the web is not looked for on this machine") {
    TestServer server;
    const auto own = "http://127.0.0.1:" + std::to_string(server.port()) + "/health/live";
    run_scenarios(
        server,
        {
            {.name = "nobody", .method = "POST", .url = "/api/v1/media/fetch", .body = "{}", .status = 401},
            {.name = "no address",
             .method = "POST",
             .url = "/api/v1/media/fetch",
             .headers = {{"@ana", ""}},
             .body = "{}",
             .status = 400,
             .contains = {"'url'"}},
            {.name = "ourselves",
             .method = "POST",
             .url = "/api/v1/media/fetch",
             .headers = {{"@ana", ""}},
             .body = R"({"url":")" + own + R"("})",
             .status = 400,
             .contains = {"open Internet"}},
            {.name = "a page of the browser",
             .method = "POST",
             .url = "/api/v1/media/fetch",
             .headers = {{"@ana", ""}},
             .body = R"({"url":"blob:http://localhost/1"})",
             .status = 400},
        }
    );
}

TEST_CASE("media route: a file that could not be fetched is asked for again") {
    TestServer server;
    REQUIRE(server.webhook(test::photo_webhook("wamid.P", "m1")).status == 200);
    const auto page = json_of(server.as_ana("GET", "/api/v1/conversations/1/messages"));
    CHECK(page["messages"][0]["content"]["image"]["file"]["state"] == "pending");
    const auto again = server.as_ana("POST", "/api/v1/messages/1/media/retry");
    CHECK(again.status == 202);
    CHECK(json_of(again)["message"]["content"]["image"]["file"]["state"] == "pending");
    CHECK(server.as_ana("POST", "/api/v1/messages/99/media/retry").status == 404);
    CHECK(server.ask("POST", "/api/v1/messages/1/media/retry").status == 401);
}

TEST_CASE("media route: what was uploaded can be sent") {
    TestServer server;
    REQUIRE(server.webhook(test::text_webhook(test::InboundText{.at = server.clock.now()})).status == 200);
    const auto id = string_or(json_of(server.as_ana("POST", "/api/v1/media", kPhoto)), "id", "");
    const auto body = R"({"type":"image","image":{"file":")" + id + R"(","caption":"Here"}})";
    const auto sent = server.as_ana("POST", "/api/v1/conversations/1/messages", body);
    CHECK(sent.status == 202);
    const auto image = json_of(sent)["message"]["content"]["image"];
    CHECK(image["file"]["state"] == "stored");
    CHECK(image["file"]["width"] == 640);
    CHECK(image["caption"] == "Here");
    const auto wrong = R"({"type":"video","video":{"file":")" + id + R"("}})";
    CHECK(server.as_ana("POST", "/api/v1/conversations/1/messages", wrong).status == 400);
    const auto unknown = R"({"type":"image","image":{"file":")" + std::string(64, 'a') + R"("}})";
    CHECK(server.as_ana("POST", "/api/v1/conversations/1/messages", unknown).status == 400);
}

}  // namespace roost
