#include "tools/bench/sockets.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>

namespace roost::bench {

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor::~Descriptor() {
    if (number_ >= 0) {
        close(number_);
    }
}

Descriptor connect_to(int port) {
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopback(port);
    if (!socket ||
        connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return Descriptor();
    }
    send_at_once(socket);
    return socket;
}

std::pair<Descriptor, int> listen_anywhere() {
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        listen(socket.number(), SOMAXCONN) != 0 ||
        getsockname(socket.number(), reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        return {Descriptor(), 0};
    }
    return {std::move(socket), ntohs(address.sin_port)};
}

void send_at_once(const Descriptor& socket) {
    const int one = 1;
    setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

void make_non_blocking(const Descriptor& socket) {
    fcntl(socket.number(), F_SETFL, fcntl(socket.number(), F_GETFL, 0) | O_NONBLOCK);
}

bool send_all(const Descriptor& socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

}  // namespace roost::bench
