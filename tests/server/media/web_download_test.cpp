#include "server/media/web_download.h"

#include <doctest/doctest.h>
#include <netinet/in.h>

#include <optional>
#include <thread>
#include <vector>

#include "server/media/public_address.h"
#include "tests/support/scripted_server.h"

namespace roost {
namespace {

using test::http_answer;
using test::ScriptedServer;

struct Outcome {
    Status status;
    std::string bytes;
};

Outcome download(const std::string& url, const WebOptions& options, std::size_t most = 1'000'000) {
    Outcome outcome;
    outcome.status = WebDownload(options).download(url, [&](std::string_view piece) {
        outcome.bytes += piece;
        return outcome.bytes.size() <= most;
    });
    return outcome;
}

// This machine alone, by one of its ports.
WebOptions only_port(int port) {
    WebOptions options;
    options.may_connect = [port](const sockaddr& to) {
        return ntohs(reinterpret_cast<const sockaddr_in&>(to).sin_port) == port;
    };
    return options;
}

int port_of(const ScriptedServer& server) {
    return std::stoi(server.url().substr(server.url().rfind(':') + 1));
}

}  // namespace

TEST_CASE("public address: the open Internet") {
    for (const auto* address :
         {"8.8.8.8",
          "1.1.1.1",
          "172.32.0.1",
          "100.128.0.1",
          "192.0.1.1",
          "223.255.255.255",
          "2606:4700::1111",
          "2a00:1450:4001::1",
          "2001:4860:4860::8888"}) {
        CAPTURE(address);
        CHECK(is_public_address(address));
    }
}

TEST_CASE("public address: everything else") {
    for (const auto* address :
         {"127.0.0.1",
          "127.255.0.1",
          "0.0.0.0",
          "10.1.2.3",
          "172.16.0.1",
          "172.31.255.255",
          "192.168.1.1",
          "169.254.169.254",
          "100.64.0.1",
          "192.0.2.1",
          "198.18.0.1",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::ffff:127.0.0.1",
          "::ffff:8.8.8.8",
          "64:ff9b::7f00:1",
          "fe80::1",
          "fc00::1",
          "fd12::1",
          "ff02::1",
          "2001:db8::1",
          "2001::1",
          "2002:7f00:1::",
          "fec0::1",
          "3fff::1",
          "",
          "localhost",
          "1.1.1"}) {
        CAPTURE(address);
        CHECK_FALSE(is_public_address(address));
    }
}

TEST_CASE("web download: a file, behind a redirect too") {
    ScriptedServer server({
        http_answer("302 Found", "not this", "Location: /there\r\n"),
        http_answer("200 OK", "the bytes"),
    });
    const auto outcome = download(server.url() + "/here", only_port(port_of(server)));
    CHECK(outcome.status);
    CHECK(outcome.bytes == "the bytes");
}

TEST_CASE("web download: this machine and its neighbours are not called") {
    ScriptedServer server({http_answer("200 OK", "secret")});
    const auto port = std::to_string(port_of(server));
    for (const auto& host : {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0.0.0.0"}) {
        CAPTURE(host);
        const auto outcome = download("http://" + std::string(host) + ":" + port + "/", {});
        REQUIRE_FALSE(outcome.status);
        CHECK(outcome.bytes.empty());
    }
    CHECK(server.requests().empty());
}

TEST_CASE("web download: a redirect into a closed network ends there") {
    ScriptedServer closed({http_answer("200 OK", "secret")});
    ScriptedServer open({http_answer("302 Found", "", "Location: " + closed.url() + "/\r\n")});
    const auto outcome = download(open.url() + "/", only_port(port_of(open)));
    REQUIRE_FALSE(outcome.status);
    CHECK(outcome.status.error().code == ErrorCode::kInvalid);
    CHECK(closed.requests().empty());
}

TEST_CASE("web download: other schemes, refusals, circles, and files that are too large") {
    const auto again = http_answer("302 Found", "", "Location: /\r\n");
    ScriptedServer server(
        {http_answer("404 Not Found", "gone"), http_answer("200 OK", "the bytes"), again, again, again, again}
    );
    const auto options = only_port(port_of(server));
    for (const auto* url :
         {"file:///etc/passwd", "gopher://127.0.0.1/", "", "blob:abc", "ftp://127.0.0.1/a"}) {
        CAPTURE(url);
        const auto outcome = download(url, options);
        REQUIRE_FALSE(outcome.status);
        CHECK(outcome.status.error().code == ErrorCode::kInvalid);
    }
    const auto gone = download(server.url() + "/", options);
    REQUIRE_FALSE(gone.status);
    CHECK(gone.status.error().code == ErrorCode::kConflict);
    CHECK(gone.bytes.empty());
    const auto large = download(server.url() + "/", options, 3);
    REQUIRE_FALSE(large.status);
    CHECK(large.status.error().code == ErrorCode::kTooLarge);
    const auto circle = download(server.url() + "/", options);
    REQUIRE_FALSE(circle.status);
    CHECK(circle.status.error().code == ErrorCode::kConflict);
    CHECK(server.requests().size() == 6);
}

TEST_CASE("web download: a stop ends what is under way, and nothing is begun after it") {
    ScriptedServer server({std::nullopt});
    WebDownload web(only_port(port_of(server)));
    const auto nothing = [](std::string_view) { return true; };
    Status outcome;
    std::thread waiting([&] { outcome = web.download(server.url() + "/", nothing); });
    while (server.requests().empty())
        std::this_thread::yield();
    web.stop();
    waiting.join();
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().message == "Roost is stopping.");
    CHECK_FALSE(web.download(server.url() + "/", nothing));
    CHECK(server.requests().size() == 1);
}

}  // namespace roost
