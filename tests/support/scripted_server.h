// The other side of a call, byte by byte.
#pragma once

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
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace roost::test {

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
            const auto body = length == std::string::npos ? 0 : std::stoul(request.substr(length + 16));
            if (head != std::string::npos && request.size() >= head + 4 + body) return request;
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

// A whole answer after which the connection ends; each of the `headers` ends with a line break.
inline std::string http_answer(
    std::string_view status, std::string_view body, std::string_view headers = ""
) {
    return "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(headers) + "Connection: close\r\n\r\n" + std::string(body);
}

}  // namespace roost::test
