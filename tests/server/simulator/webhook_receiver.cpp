#include "tests/server/simulator/webhook_receiver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

namespace roost::test {

namespace {

std::string between(const std::string& text, const std::string& start, const std::string& end) {
    const auto from = text.find(start);
    if (from == std::string::npos) return {};
    const auto to = text.find(end, from + start.size());
    return text.substr(from + start.size(), to - from - start.size());
}

std::string http_reply(int status, const std::string& body) {
    return "HTTP/1.1 " + std::to_string(status) + " x\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

}  // namespace

WebhookReceiver::WebhookReceiver(std::string verify_token) : verify_token_(std::move(verify_token)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 64);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_connections(); });
}

WebhookReceiver::~WebhookReceiver() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
        for (const int fd : open_)
            ::shutdown(fd, SHUT_RDWR);
    }
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& connection : connections_)
        connection.join();
    for (const int fd : open_)
        ::close(fd);
    ::close(listener_);
}

void WebhookReceiver::refuse_next(int count) {
    const std::lock_guard lock(mutex_);
    left_to_refuse_ = count;
}

std::vector<ReceivedWebhook> WebhookReceiver::wait_until(
    const std::function<bool(const std::vector<ReceivedWebhook>&)>& is_enough
) {
    std::unique_lock lock(mutex_);
    came_.wait_for(lock, std::chrono::seconds(10), [&] { return is_enough(received_); });
    return received_;
}

void WebhookReceiver::accept_connections() {
    for (;;) {
        const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0) return;
        const std::lock_guard lock(mutex_);
        open_.push_back(fd);
        if (is_stopping_) return;
        connections_.emplace_back([this, fd] { serve(fd); });
    }
}

void WebhookReceiver::serve(int fd) {
    std::string bytes;
    char buffer[65536];
    for (;;) {
        const auto end = bytes.find("\r\n\r\n");
        const std::string length = between(bytes.substr(0, end), "Content-Length: ", "\r\n");
        const std::size_t whole = end + 4 + (length.empty() ? 0 : std::stoul(length));
        if (end != std::string::npos && bytes.size() >= whole) {
            const std::string reply =
                answer_to(bytes.substr(0, end + 2), bytes.substr(end + 4, whole - end - 4));
            bytes.erase(0, whole);
            if (::send(fd, reply.data(), reply.size(), MSG_NOSIGNAL) < 0) return;
            continue;
        }
        const ssize_t count = ::recv(fd, buffer, sizeof buffer, 0);
        if (count <= 0) return;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

std::string WebhookReceiver::answer_to(const std::string& head, const std::string& body) {
    if (head.starts_with("GET ")) {
        const bool is_known = between(head, "hub.verify_token=", " ") == verify_token_;
        return http_reply(is_known ? 200 : 403, is_known ? between(head, "hub.challenge=", "&") : "");
    }
    const std::lock_guard lock(mutex_);
    received_.push_back({between(head, "X-Hub-Signature-256: ", "\r\n"), body});
    came_.notify_all();
    return http_reply(left_to_refuse_-- > 0 ? 500 : 200, "");
}

}  // namespace roost::test
