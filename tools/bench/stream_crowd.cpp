#include "tools/bench/stream_crowd.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>

namespace roost::bench {

namespace {

constexpr double kPatienceMs = 10'000;

}  // namespace

StreamCrowd::StreamCrowd(int port, const std::string& request, int count)
    : poll_(epoll_create1(EPOLL_CLOEXEC)) {
    streams_.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        streams_.emplace_back();
        opened_ += open_stream(port, request) ? 1 : 0;
    }
}

bool StreamCrowd::open_stream(int port, const std::string& request) {
    Stream& stream = streams_.back();
    stream.socket = connect_to(port);
    if (!stream.socket || !send_all(stream.socket, request)) {
        return false;
    }
    timeval patience{10, 0};
    setsockopt(stream.socket.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string head;
    std::array<char, 4096> bytes;
    while (head.find("\r\n\r\n") == std::string::npos) {
        const ssize_t size = recv(stream.socket.number(), bytes.data(), bytes.size(), 0);
        if (size <= 0) {
            return false;
        }
        head.append(bytes.data(), static_cast<std::size_t>(size));
    }
    make_non_blocking(stream.socket);
    epoll_event interest{};
    interest.events = EPOLLIN;
    interest.data.u32 = static_cast<std::uint32_t>(streams_.size() - 1);
    epoll_ctl(poll_.number(), EPOLL_CTL_ADD, stream.socket.number(), &interest);
    return head.starts_with("HTTP/1.1 200");
}

bool StreamCrowd::receive(Stream& stream, std::string_view marker) {
    std::array<char, 16384> bytes;
    const ssize_t size = recv(stream.socket.number(), bytes.data(), bytes.size(), 0);
    if (size <= 0) {
        epoll_ctl(poll_.number(), EPOLL_CTL_DEL, stream.socket.number(), nullptr);
        return false;
    }
    if (stream.has_marker) {
        return false;
    }
    stream.tail.append(bytes.data(), static_cast<std::size_t>(size));
    stream.has_marker = stream.tail.find(marker) != std::string::npos;
    if (stream.tail.size() > marker.size()) {
        stream.tail.erase(0, stream.tail.size() - marker.size());
    }
    return stream.has_marker;
}

std::vector<double> StreamCrowd::wait_for(std::string_view marker, Moment start) {
    std::vector<double> arrivals;
    for (Stream& stream : streams_) {
        stream.has_marker = false;
        stream.tail.clear();
    }
    std::array<epoll_event, 256> ready{};
    while (arrivals.size() < streams_.size() && millis_between(start, now()) < kPatienceMs) {
        const int count = epoll_wait(poll_.number(), ready.data(), static_cast<int>(ready.size()), 1000);
        for (int i = 0; i < count; ++i) {
            if (receive(streams_[ready[static_cast<std::size_t>(i)].data.u32], marker)) {
                arrivals.push_back(millis_between(start, now()));
            }
        }
    }
    return arrivals;
}

}  // namespace roost::bench
