#include "server/http/server.h"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <memory>
#include <thread>

#include "server/http/auth.h"
#include "server/http/reply.h"
#include "tests/support/http_client.h"

namespace roost {
namespace {

using test::HttpClient;
using test::request_bytes;

struct Fixture {
    Router router;
    std::unique_ptr<HttpServer> server;

    Fixture() {
        const auto hello = [](const Request& request) {
            return text_reply(200, "hello " + std::string(request.remote_addr));
        };
        const auto echo = [](const Request& request) { return text_reply(200, std::string(request.body)); };
        const auto large = [](const Request&) { return text_reply(200, std::string(32'000'000, 'x')); };
        const auto throws = [](const Request&) -> Reply { throw std::runtime_error("secret"); };
        router.add("GET", "/hello", open_to_all(hello));
        router.add("POST", "/echo", open_to_all(echo));
        router.add("GET", "/large", open_to_all(large));
        router.add("GET", "/throws", open_to_all(throws));
    }
    int start(ConnectionLimits limits = {}, int workers = 2, Entrance entrance = {}) {
        server = std::make_unique<HttpServer>(
            router,
            ServerOptions{.workers = workers, .limits = std::move(limits), .entrance = std::move(entrance)}
        );
        REQUIRE(server->start());
        return server->port();
    }
};

TEST_CASE("server: one connection carries many requests, also sent at once") {
    Fixture on;
    HttpClient client(on.start());
    CHECK(client.ask("GET", "/hello").body == "hello 127.0.0.1");
    const auto post = request_bytes("POST", "/echo", {}, "one");
    client.send(post + request_bytes("POST", "/echo", {}, "two") + request_bytes("GET", "/hello", {}, ""));
    CHECK(client.read_answer().body == "one");
    CHECK(client.read_answer().body == "two");
    CHECK(client.read_answer().status == 200);
    const auto head = client.ask("HEAD", "/hello");
    CHECK(head.status == 200);
    CHECK(head.header("Content-Length") == "15");
    CHECK(head.header("X-Content-Type-Options") == "nosniff");
    CHECK(client.ask("GET", "/hello").status == 200);
}

TEST_CASE("server: a request that trickles in byte by byte is answered like any other") {
    Fixture on;
    HttpClient client(on.start());
    for (const char byte : request_bytes("POST", "/echo", {}, "body")) {
        client.send(std::string(1, byte));
    }
    CHECK(client.read_answer().body == "body");
}

TEST_CASE("server: idle and half-sent connections hold no worker") {
    Fixture on;
    const int port = on.start({}, 2);
    std::vector<std::unique_ptr<HttpClient>> idle;
    for (int i = 0; i < 20; ++i) {
        idle.push_back(std::make_unique<HttpClient>(port));
        idle.back()->send(i % 2 == 0 ? "GET /hello HTTP/1.1\r\nX-Slow: " : "");
    }
    HttpClient client(port);
    CHECK(client.ask("GET", "/hello").status == 200);
}

TEST_CASE("server: a slow head, a slow body and an idle connection are closed at their limits") {
    Fixture on;
    ConnectionLimits limits;
    limits.head = limits.body = limits.idle = 50;
    limits.sweep = 10;
    const int port = on.start(limits);
    HttpClient head(port);
    head.send("GET /hello HTTP/1.1\r\n");
    CHECK(head.reads_to_the_end());
    CHECK(head.received().empty());
    HttpClient body(port);
    body.send("POST /echo HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
    CHECK(body.reads_to_the_end());
    HttpClient idle(port);
    CHECK(idle.ask("GET", "/hello").status == 200);
    CHECK(idle.reads_to_the_end());
    HttpClient silent(port);
    CHECK(silent.reads_to_the_end());
}

TEST_CASE("server: a client that does not take its reply is closed at the limit") {
    Fixture on;
    ConnectionLimits limits;
    limits.write = 50;
    limits.sweep = 10;
    const int port = on.start(limits, 1);
    HttpClient stuck(port, 4096);
    stuck.send(request_bytes("GET", "/large", {}, ""));
    HttpClient other(port);
    CHECK(other.ask("GET", "/hello").status == 200);
    // Nothing is read from the first meanwhile, so it stays open until the server gives it up.
    for (int i = 0; i < 1'000'000 && on.server->connection_count() > 1; ++i) {
        REQUIRE(other.ask("GET", "/hello").status == 200);
    }
    CHECK(stuck.reads_to_the_end());
    CHECK(stuck.received().size() < 32'000'000);
}

TEST_CASE("server: a large reply arrives whole") {
    Fixture on;
    HttpClient client(on.start());
    CHECK(client.ask("GET", "/large").body.size() == 32'000'000);
}

TEST_CASE("server: refused requests are answered as problems and their connection is closed") {
    Fixture on;
    const int port = on.start();
    struct Case {
        std::string bytes;
        int status;
    };
    const Case cases[] = {
        {"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 411},
        {"POST /echo HTTP/1.1\r\nContent-Length: 99999999\r\n\r\nabc", 413},
        {"GET /hello HTTP/1.1\r\nX-Name: a%0d%0aSet-Cookie: b\r\n\r\n", 400},
        {"BREW /hello HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nRange: bytes=zz\r\n\r\nGET /hello HTTP/1.1\r\n\r\n", 416},
    };
    for (const auto& c : cases) {
        HttpClient client(port);
        client.send(c.bytes);
        const auto answer = client.read_answer();
        CHECK(answer.status == c.status);
        CHECK(answer.head.find("Set-Cookie") == std::string::npos);
        CHECK(client.reads_to_the_end());
        CHECK(client.received().empty());
    }
}

TEST_CASE("server: bodies that are not whole fill no memory, and who sends one at once is served beside them"
) {
    Fixture on;
    ConnectionLimits limits;
    const std::string head =
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n";
    limits.waiting_bytes = head.size() * 3 / 2;
    const int port = on.start(limits);
    HttpClient first(port);
    first.send(head);
    CHECK(first.read_until("\r\n\r\n").find("100 Continue") != std::string::npos);
    HttpClient second(port);
    second.send(head);
    CHECK(second.read_answer().status == 503);
    CHECK(second.reads_to_the_end());
    HttpClient quick(port);
    CHECK(quick.ask("POST", "/echo", {}, "at once").body == "at once");
    first.send("body");
    CHECK(first.read_answer().body == "body");
    HttpClient third(port);
    third.send(head);
    CHECK(third.read_until("\r\n\r\n").find("100 Continue") != std::string::npos);
}

TEST_CASE("server: the peer's address is the socket's, whatever headers claim") {
    Fixture on;
    HttpClient client(on.start());
    const auto answer =
        client.ask("GET", "/hello", {{"REMOTE_ADDR", "10.0.0.1"}, {"X-Forwarded-For", "10.0.0.2"}});
    CHECK(answer.body == "hello 127.0.0.1");
}

TEST_CASE("server: behind a proxy that is trusted the address is the client's") {
    Fixture on;
    auto entrance = entrance_for("https://inbox.example", "127.0.0.1");
    entrance.trusted_proxies = *parse_address_ranges("127.0.0.1");
    HttpClient client(on.start({}, 2, entrance));
    const auto answer = client.ask("GET", "/hello", {{"X-Forwarded-For", "10.9.9.9, 203.0.113.9"}});
    CHECK(answer.body == "hello 203.0.113.9");
    CHECK(answer.head.find("Strict-Transport-Security: max-age=31536000") != std::string::npos);
    const auto twice =
        client.ask("GET", "/hello", {{"X-Forwarded-For", "10.9.9.9"}, {"X-Forwarded-For", "203.0.113.9"}});
    CHECK(twice.body == "hello 127.0.0.1");
}

TEST_CASE("server: another name than ours, and another page that writes, are let down at the door") {
    Fixture on;
    const int port = on.start({}, 2, entrance_for("https://inbox.example", "127.0.0.1"));
    const auto status = [port](std::string_view bytes) {
        HttpClient client(port);
        client.send(bytes);
        return client.read_answer().status;
    };
    CHECK(status("GET /hello HTTP/1.1\r\nHost: evil.example\r\n\r\n") == 421);
    CHECK(status("GET /hello HTTP/1.1\r\nHost: inbox.example\r\n\r\n") == 200);
    const std::string post = "POST /echo HTTP/1.1\r\nHost: inbox.example\r\nContent-Length: 1\r\n";
    CHECK(status(post + "\r\nx") == 200);
    CHECK(status(post + "Origin: https://inbox.example\r\n\r\nx") == 200);
    CHECK(status(post + "Origin: https://evil.example\r\n\r\nx") == 403);
    CHECK(status(post + "Origin: null\r\n\r\nx") == 403);
}

TEST_CASE("server: a client that asks first is told to go on, once") {
    Fixture on;
    HttpClient client(on.start());
    client.send("POST /echo HTTP/1.1\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("body");
    const auto answer = client.read_answer();
    CHECK(answer.status == 200);
    CHECK(answer.body == "body");
}

TEST_CASE("server: an exception becomes a plain 500 and the connection lives on") {
    Fixture on;
    HttpClient client(on.start());
    const auto answer = client.ask("GET", "/throws");
    CHECK(answer.status == 500);
    CHECK((answer.head + answer.body).find("secret") == std::string::npos);
    CHECK(client.ask("GET", "/hello").status == 200);
}

TEST_CASE("server: Connection: close is obeyed") {
    Fixture on;
    HttpClient client(on.start());
    const auto answer = client.ask("GET", "/hello", {{"Connection", "close"}});
    CHECK(answer.status == 200);
    CHECK(answer.header("Connection") == "close");
    CHECK(client.reads_to_the_end());
}

TEST_CASE("server: a stream's socket is given away after its head") {
    Fixture on;
    std::promise<OpenSocket> given;
    const auto stream = [&](const Request&) {
        Reply reply;
        reply.content_type = "text/event-stream";
        reply.take_over = [&](OpenSocket socket) { given.set_value(std::move(socket)); };
        return reply;
    };
    on.router.add("GET", "/stream", open_to_all(stream));
    HttpClient client(on.start());
    client.send(request_bytes("GET", "/stream", {}, ""));
    const auto socket = given.get_future().get();
    CHECK(socket.unsent.find("Content-Length") == std::string::npos);
    CHECK(socket.unsent.ends_with("\r\n\r\n"));
    on.server->stop();  // the socket is no longer the server's
    const auto bytes = socket.unsent + "data: 1\n\n";
    CHECK(::send(socket.fd, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
    CHECK(client.read_until("data: 1\n\n").find("200 OK") != std::string::npos);
    ::close(socket.fd);
}

TEST_CASE("server: a taken port is said in a sentence") {
    Fixture on;
    const int port = on.start();
    HttpServer second(on.router, ServerOptions{.port = port});
    const auto started = second.start();
    REQUIRE_FALSE(started);
    CHECK(started.error().message.find(std::to_string(port)) != std::string::npos);
}

TEST_CASE("server: connections over the limit are closed at once") {
    Fixture on;
    ConnectionLimits limits;
    limits.connections = 1;
    const int port = on.start(limits);
    HttpClient first(port);
    CHECK(first.ask("GET", "/hello").status == 200);
    HttpClient second(port);
    CHECK(second.reads_to_the_end());
    CHECK(first.ask("GET", "/hello").status == 200);
}

TEST_CASE("server: one address has its share of the connections, unless a proxy stands there") {
    for (const bool is_proxy : {false, true}) {
        Fixture on;
        ConnectionLimits limits;
        limits.per_address = 1;
        if (is_proxy) limits.uncounted = *parse_address_ranges("127.0.0.1");
        const int port = on.start(limits);
        {
            HttpClient first(port);
            CHECK(first.ask("GET", "/hello").status == 200);
            HttpClient second(port);
            if (is_proxy)
                CHECK(second.ask("GET", "/hello").status == 200);
            else
                CHECK(second.reads_to_the_end());
        }
        // What was closed makes room again.
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (on.server->connection_count() > 0 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::yield();
        HttpClient next(port);
        CHECK(next.ask("GET", "/hello").status == 200);
    }
}

TEST_CASE("server: stopping ends idle connections and waits for nobody") {
    Fixture on;
    const int port = on.start();
    HttpClient client(port);
    CHECK(client.ask("GET", "/hello").status == 200);
    on.server->stop();
    CHECK(client.reads_to_the_end());
    CHECK_FALSE(HttpClient(port).is_connected());
}

}  // namespace
}  // namespace roost
