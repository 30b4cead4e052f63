// The calls as they leave on a socket, and what is made of every way in which an answer can fail to come.
#include "server/cloud/graph_cloud_api.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace roost {
namespace {

constexpr std::string_view kAnswer =
    R"({"messages":[{"id":"wamid.A"}],"contacts":[{"wa_id":"254700000001"}]})";

std::string http_answer(int code, std::string_view body, std::string_view headers = "") {
    return "HTTP/1.1 " + std::to_string(code) + " X\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

// A loopback server that reads one request after the other and answers each with the next text of a list. An
// empty text closes the connection instead; no text at all leaves the caller waiting.
class ScriptedServer {
  public:
    explicit ScriptedServer(std::vector<std::optional<std::string>> answers)
        : answers_(answers.begin(), answers.end()), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        socklen_t size = sizeof address;
        REQUIRE(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
        REQUIRE(::listen(listener_, 8) == 0);
        thread_ = std::thread([this] { serve(); });
    }
    ~ScriptedServer() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
        for (const int open : waiting_)
            ::close(open);
    }
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    std::vector<std::string> requests() const {
        const std::lock_guard lock(mutex_);
        return requests_;
    }
    int connections() const {
        const std::lock_guard lock(mutex_);
        return connections_;
    }

  private:
    void serve() {
        while (true) {
            const int connection = ::accept(listener_, nullptr, nullptr);
            if (connection < 0) return;
            {
                const std::lock_guard lock(mutex_);
                ++connections_;
            }
            if (serve_connection(connection)) ::close(connection);
        }
    }
    // False if the caller is left waiting.
    bool serve_connection(int connection) {
        while (true) {
            auto request = read_request(connection);
            if (request.empty()) return true;
            const std::lock_guard lock(mutex_);
            requests_.push_back(std::move(request));
            if (answers_.empty()) return true;
            const auto answer = std::move(answers_.front());
            answers_.pop_front();
            if (!answer) {
                waiting_.push_back(connection);
                return false;
            }
            if (answer->empty()) return true;
            ::send(connection, answer->data(), answer->size(), MSG_NOSIGNAL);
        }
    }
    static std::string read_request(int connection) {
        std::string request;
        std::array<char, 4096> bytes{};
        while (true) {
            const auto head = request.find("\r\n\r\n");
            const auto length = request.find("Content-Length: ");
            if (head != std::string::npos && length != std::string::npos &&
                request.size() >= head + 4 + std::stoul(request.substr(length + 16))) {
                return request;
            }
            const auto size = ::recv(connection, bytes.data(), bytes.size(), 0);
            if (size <= 0) return {};
            request.append(bytes.data(), static_cast<std::size_t>(size));
        }
    }

    mutable std::mutex mutex_;  // guards what both sides touch
    std::deque<std::optional<std::string>> answers_;
    std::vector<std::string> requests_;
    int connections_ = 0;
    std::vector<int> waiting_;
    int listener_;
    int port_ = 0;
    std::thread thread_;
};

GraphOptions options(const std::string& url) {
    GraphOptions options;
    options.url = url;
    options.access_token = "the-token";
    return options;
}

template <class Kind>
bool is(const CloudOutcome& outcome) {
    return std::holds_alternative<Kind>(outcome);
}

}  // namespace

TEST_CASE("graph: a message is posted to its number with the bearer token") {
    ScriptedServer meta({http_answer(200, kAnswer)});
    GraphCloudApi graph(options(meta.url()));
    const auto outcome = graph.send("106540352242922", R"({"to":"1"})");
    REQUIRE(is<CloudAccepted>(outcome));
    CHECK(std::get<CloudAccepted>(outcome).wamid == "wamid.A");
    const auto request = meta.requests().at(0);
    CHECK(request.starts_with("POST /v23.0/106540352242922/messages HTTP/1.1\r\n"));
    CHECK(request.find("Authorization: Bearer the-token\r\n") != std::string::npos);
    CHECK(request.find("Content-Type: application/json\r\n") != std::string::npos);
    CHECK(request.ends_with(R"({"to":"1"})"));
}

TEST_CASE("graph: a read receipt names the message") {
    ScriptedServer meta({http_answer(200, R"({"success":true})")});
    GraphCloudApi graph(options(meta.url()));
    CHECK(is<CloudAccepted>(graph.mark_read("1", "wamid.IN")));
    CHECK(meta.requests().at(0).ends_with(
        R"({"messaging_product":"whatsapp","status":"read","message_id":"wamid.IN"})"
    ));
}

TEST_CASE("graph: one connection serves many calls") {
    ScriptedServer meta({http_answer(200, kAnswer), http_answer(200, kAnswer), http_answer(200, kAnswer)});
    GraphCloudApi graph(options(meta.url()));
    for (int i = 0; i < 3; ++i)
        CHECK(is<CloudAccepted>(graph.send("1", "{}")));
    CHECK(meta.connections() == 1);
}

TEST_CASE("graph: nobody listening means that nothing left") {
    std::string url;
    {
        const ScriptedServer gone({});
        url = gone.url();
    }
    GraphCloudApi graph(options(url));
    CHECK(is<CloudUnreachable>(graph.send("1", "{}")));
    GraphCloudApi nameless(options("http://no-such-name.invalid"));
    CHECK(is<CloudUnreachable>(nameless.send("1", "{}")));
}

TEST_CASE("graph: a connection closed without an answer leaves open what happened, and is not repeated") {
    SUBCASE("on a new connection") {
        ScriptedServer meta({""});
        GraphCloudApi graph(options(meta.url()));
        CHECK(is<CloudUnknown>(graph.send("1", "{}")));
        CHECK(meta.requests().size() == 1);
    }
    SUBCASE("on a kept one, where curl would try again by itself") {
        ScriptedServer meta({http_answer(200, kAnswer), "", http_answer(200, kAnswer)});
        GraphCloudApi graph(options(meta.url()));
        CHECK(is<CloudAccepted>(graph.send("1", "{}")));
        CHECK(is<CloudUnknown>(graph.send("1", "{}")));
        CHECK(meta.requests().size() == 2);
        CHECK(is<CloudAccepted>(graph.send("1", "{}")));
    }
    SUBCASE("in the middle of the answer") {
        ScriptedServer meta({"HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{", ""});
        auto limited = options(meta.url());
        limited.call_limit = 300;
        GraphCloudApi graph(limited);
        CHECK(is<CloudUnknown>(graph.send("1", "{}")));
    }
}

TEST_CASE("graph: an answer that does not come in time leaves open what happened") {
    ScriptedServer meta({std::nullopt});
    auto limited = options(meta.url());
    limited.call_limit = 200;
    GraphCloudApi graph(limited);
    CHECK(is<CloudUnknown>(graph.send("1", "{}")));
}

TEST_CASE("graph: a refusal brings Meta's code and how long to wait") {
    ScriptedServer meta({http_answer(
        429, R"({"error":{"message":"m","code":130429,"error_data":{"details":"d"}}})", "Retry-After: 7\r\n"
    )});
    GraphCloudApi graph(options(meta.url()));
    const auto outcome = graph.send("1", "{}");
    REQUIRE(is<CloudRefusal>(outcome));
    CHECK(std::get<CloudRefusal>(outcome).code == 130429);
    CHECK(std::get<CloudRefusal>(outcome).retry_after == 7 * kSecond);
}

TEST_CASE("graph: a redirect does not carry the token away") {
    ScriptedServer meta({http_answer(302, "", "Location: /elsewhere\r\n"), http_answer(200, kAnswer)});
    GraphCloudApi graph(options(meta.url()));
    CHECK(is<CloudRefusal>(graph.send("1", "{}")));
    CHECK(meta.requests().size() == 1);
}

TEST_CASE("graph: after the stop no call is made, and one under way ends as unknown") {
    ScriptedServer meta({std::nullopt});
    GraphCloudApi graph(options(meta.url()));
    CloudOutcome outcome;
    std::thread calling([&] { outcome = graph.send("1", "{}"); });
    while (meta.requests().empty())
        std::this_thread::yield();
    graph.stop();
    calling.join();
    CHECK(is<CloudUnknown>(outcome));
    CHECK(is<CloudUnreachable>(graph.send("1", "{}")));
    CHECK(meta.requests().size() == 1);
}

}  // namespace roost
