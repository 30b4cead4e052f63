// HTTPS as the server speaks it itself: what a browser gets, what it never gets, and new certificates while
// streams stay open.
#include <doctest/doctest.h>

#include <openssl/ssl.h>
#include <unistd.h>

#include <future>
#include <memory>
#include <string>

#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/http/server.h"
#include "server/http/tls_identity.h"
#include "tests/support/http_client.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_certificate.h"

namespace roost {
namespace {

using test::CertificateWish;
using test::ClientTls;
using test::HttpClient;
using test::MadeCertificate;
using test::make_certificate;
using test::request_bytes;
using test::TempDir;

constexpr UnixMillis kNow = 1'795'262'400'000;

struct Files {
    TempDir dir;
    TlsFiles names{dir.file("tls.crt"), dir.file("tls.key")};

    MadeCertificate write(const CertificateWish& wish = {}) const {
        auto made = make_certificate(wish);
        dir.write("tls.crt", made.certificate);
        dir.write("tls.key", made.key);
        return made;
    }
};

struct Fixture {
    Files files;
    MadeCertificate first = files.write();
    std::unique_ptr<TlsIdentity> tls;
    Router router;
    std::unique_ptr<HttpServer> server;
    std::promise<OpenSocket> given;
    MediaFolder media{files.dir.file("media")};

    Fixture() {
        auto opened = TlsIdentity::open(files.names, "localhost");
        REQUIRE(opened);
        tls = std::move(*opened);
        const auto hello = [](const Request& request) {
            return text_reply(200, "hello " + std::string(request.remote_addr));
        };
        const auto echo = [](const Request& request) { return text_reply(200, std::string(request.body)); };
        const auto large = [](const Request&) { return text_reply(200, std::string(8'000'000, 'x')); };
        const auto stream = [this](const Request&) {
            Reply reply;
            reply.content_type = "text/event-stream";
            reply.take_over = [this](OpenSocket socket) { given.set_value(std::move(socket)); };
            return reply;
        };
        router.add("GET", "/hello", open_to_all(hello));
        router.add("POST", "/echo", open_to_all(echo), std::size_t{4} * 1024 * 1024);
        router.add("GET", "/large", open_to_all(large));
        router.add("GET", "/stream", open_to_all(stream));
    }
    int start(ConnectionLimits limits = {}) {
        auto entrance = entrance_for("https://localhost", "127.0.0.1");
        server = std::make_unique<HttpServer>(
            router,
            ServerOptions{
                .workers = 2, .limits = std::move(limits), .entrance = std::move(entrance), .tls = tls.get()}
        );
        REQUIRE(server->start());
        return server->port();
    }
};

TEST_CASE("tls: requests and replies of every size pass, and the browser is told to come back by https") {
    Fixture on;
    HttpClient client(on.start(), ClientTls{on.first.certificate});
    REQUIRE(client.is_connected());
    const auto hello = client.ask("GET", "/hello");
    CHECK(hello.body == "hello 127.0.0.1");
    CHECK(hello.header("Strict-Transport-Security") == "max-age=31536000");
    CHECK(client.ask("GET", "/large").body.size() == 8'000'000);
    const std::string body(3'000'000, 'y');
    CHECK(client.ask("POST", "/echo", {}, body).body == body);
    const auto two = request_bytes("GET", "/hello", {}, "");
    client.send(two + two);
    CHECK(client.read_answer().status == 200);
    CHECK(client.read_answer().status == 200);
    CHECK(client.ask("GET", "/hello", {{"Connection", "close"}}).status == 200);
    CHECK(client.reads_to_the_end());
}

TEST_CASE("tls: 1.2 is spoken, nothing older, and another certificate is not taken for ours") {
    Fixture on;
    const int port = on.start();
    CHECK(HttpClient(port, ClientTls{on.first.certificate, TLS1_2_VERSION}).is_connected());
    CHECK_FALSE(HttpClient(port, ClientTls{on.first.certificate, TLS1_1_VERSION}).is_connected());
    CHECK_FALSE(HttpClient(port, ClientTls{make_certificate().certificate}).is_connected());
}

TEST_CASE("tls: who comes by plain http is told so") {
    Fixture on;
    HttpClient client(on.start());
    const auto answer = client.ask("GET", "/hello");
    CHECK(answer.status == 400);
    CHECK(answer.body.find("https://") != std::string::npos);
    CHECK(client.reads_to_the_end());
}

TEST_CASE("tls: handshakes that are never finished hold no worker and end at the limit of a head") {
    Fixture on;
    ConnectionLimits limits;
    limits.head = 300;
    limits.sweep = 10;
    const int port = on.start(limits);
    HttpClient silent(port);
    HttpClient partial(port);
    partial.send(std::string_view("\x16\x03\x01\x02\x00\x01", 6));
    HttpClient third(port);
    third.send(std::string_view("\x16", 1));
    HttpClient client(port, ClientTls{on.first.certificate});
    CHECK(client.ask("GET", "/hello").status == 200);
    for (auto* one : {&silent, &partial, &third}) {
        CHECK(one->reads_to_the_end());
        CHECK(one->received().empty());
    }
}

TEST_CASE("tls: what is no handshake at all ends the connection and nothing else") {
    Fixture on;
    const int port = on.start();
    HttpClient garbage(port);
    garbage.send(std::string(4000, '\xff'));
    CHECK(garbage.reads_to_the_end());
    HttpClient broken(port, ClientTls{on.first.certificate});
    REQUIRE(broken.is_connected());
    HttpClient client(port, ClientTls{on.first.certificate});
    CHECK(client.ask("GET", "/hello").status == 200);
}

TEST_CASE("tls: a handshake counts among the connections of its address") {
    Fixture on;
    ConnectionLimits limits;
    limits.per_address = 1;
    const int port = on.start(limits);
    HttpClient first(port);
    HttpClient second(port);
    CHECK(second.reads_to_the_end());
}

TEST_CASE("tls: a new certificate is taken up while a stream stays open under the old one") {
    Fixture on;
    const int port = on.start();
    HttpClient old(port, ClientTls{on.first.certificate});
    old.send(request_bytes("GET", "/stream", {}, ""));
    auto stream = on.given.get_future().get();
    REQUIRE(stream.tls);
    CHECK(on.tls->refresh() == false);

    CertificateWish wish;
    wish.name = "the second";
    const auto second = on.files.write(wish);
    CHECK(on.tls->refresh() == true);
    CHECK(on.tls->refresh() == false);
    HttpClient client(port, ClientTls{second.certificate});
    REQUIRE(client.is_connected());
    CHECK(client.ask("GET", "/hello").status == 200);
    CHECK_FALSE(HttpClient(port, ClientTls{on.first.certificate}).is_connected());

    const auto event = stream.unsent + "data: 1\n\n";
    CHECK(send_some(stream.fd, stream.tls.get(), event).bytes == event.size());
    CHECK(old.read_until("data: 1\n\n").ends_with("data: 1\n\n"));
    stream.tls.reset();
    ::close(stream.fd);
    CHECK(old.reads_to_the_end());
}

TEST_CASE("tls: a new file that is broken is told once, and the old certificate stays") {
    Fixture on;
    const int port = on.start();
    on.files.dir.write("tls.crt", make_certificate().certificate);
    const auto refused = on.tls->refresh();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("is not the key of the certificate") != std::string::npos);
    CHECK(on.tls->refresh() == false);
    CHECK_FALSE(on.tls->refresh(TlsIdentity::Look::kAnyway));
    CHECK(HttpClient(port, ClientTls{on.first.certificate}).is_connected());
    // The key came a moment after its certificate.
    const auto second = on.files.write();
    CHECK(on.tls->refresh() == true);
    CHECK(HttpClient(port, ClientTls{second.certificate}).is_connected());
}

TEST_CASE("tls: what is wrong with the files is a sentence that names them") {
    Files files;
    const auto sentence = [&files] {
        const auto read = load_certificate(files.names, "localhost");
        return read ? std::string() : read.error().message;
    };
    const auto says = [&sentence](std::string_view words) {
        return sentence().find(words) != std::string::npos;
    };
    CHECK(says("tls.crt (tls_cert) cannot be read: No such file"));
    const auto good = files.write();
    CHECK(sentence().empty());
    files.dir.write("tls.key", "");
    CHECK(says("tls.key (tls_key) holds no key"));
    files.dir.write("tls.key", "-----BEGIN PRIVATE KEY-----\nno\n-----END PRIVATE KEY-----\n");
    CHECK(says("tls.key (tls_key) holds no key in PEM form"));
    files.dir.write("tls.key", make_certificate().key);
    CHECK(says("tls.key (tls_key) is not the key of the certificate"));
    files.dir.write("tls.key", good.key);
    files.dir.write("tls.crt", "hello");
    CHECK(says("tls.crt (tls_cert) holds no certificate"));
    files.dir.write("tls.crt", good.certificate + good.certificate);
    CHECK(sentence().empty());
}

TEST_CASE("tls: a certificate tells from when to when it is good, and for whom") {
    Files files;
    CertificateWish wish;
    wish.host = "inbox.example.org";
    files.write(wish);
    const auto ours = load_certificate(files.names, "inbox.example.org");
    REQUIRE(ours);
    CHECK(ours->facts.names_host);
    CHECK(ours->facts.expires_at - ours->facts.begins_at == wish.ends_in - wish.begins_in);
    CHECK_FALSE(load_certificate(files.names, "example.org")->facts.names_host);

    const CertificateFacts good{kNow - 1, kNow + 1, true};
    CHECK_FALSE(certificate_trouble(good, kNow));
    CHECK(certificate_trouble(good, kNow + 1) == "The certificate has expired.");
    CHECK(certificate_trouble(good, kNow - 2) == "The certificate is not valid yet.");
    CHECK(certificate_trouble({kNow - 1, kNow + 1, false}, kNow));
}

}  // namespace
}  // namespace roost
