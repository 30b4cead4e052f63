#include "server/http/connections.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "server/http/connection.h"
#include "server/http/reply.h"

namespace roost {

namespace {

constexpr std::size_t kReadBytes = std::size_t{64} * 1024;
// Of one upload at a time, before the worker looks after others.
constexpr int kMostReads = 64;
constexpr std::size_t kKeptBufferBytes = std::size_t{16} * 1024;
constexpr UnixMillis kDrainLimit = 2 * kSecond;

// For requests the library never sees.
std::string refusal_bytes(const RequestFrame& frame) {
    const auto reply = problem_reply(frame.status, "invalid", frame.reason);
    return "HTTP/1.1 " + std::to_string(frame.status) + " Refused\r\nContent-Type: " + reply.content_type +
           "\r\nContent-Length: " + std::to_string(reply.body.size()) +
           "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n" + reply.body;
}

// Whoever is honest comes again: Meta does with webhooks, our own pages with messages.
RequestFrame too_much_waits() {
    RequestFrame frame;
    frame.status = 503;
    frame.reason = "Too much is being sent to Roost at once. Try again in a moment.";
    return frame;
}

}  // namespace

Connections::Connections(
    ConnectionLimits limits, BodyLimit body_limit, Responder responder, const TlsIdentity* tls
)
    : limits_(std::move(limits)),
      body_limit_(std::move(body_limit)),
      responder_(std::move(responder)),
      tls_(tls) {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    timer_ = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &wake_;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
    event.events = EPOLLIN | EPOLLET;
    event.data.ptr = &timer_;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, timer_, &event);
    itimerspec interval{};
    interval.it_interval.tv_sec = limits_.sweep / kSecond;
    interval.it_interval.tv_nsec = (limits_.sweep % kSecond) * 1'000'000;
    interval.it_value = interval.it_interval;
    timerfd_settime(timer_, 0, &interval, nullptr);
}

Connections::~Connections() {
    stop();
    ::close(timer_);
    ::close(wake_);
    ::close(epoll_);
}

void Connections::start(int workers) {
    for (int i = 0; i < workers; ++i) {
        workers_.emplace_back([this] { work(); });
    }
}

void Connections::stop() {
    is_stopping_ = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
    for (auto& worker : workers_) {
        worker.join();
    }
    workers_.clear();
    const std::lock_guard lock(mutex_);
    for (const auto& [raw, connection] : connections_) {
        connection->tls.reset();
        ::close(connection->fd);
    }
    connections_.clear();
    addresses_.clear();
}

std::size_t Connections::count() const {
    const std::lock_guard lock(mutex_);
    return connections_.size();
}

// Under the lock.
bool Connections::is_room_for(const std::string& address) {
    if (connections_.size() >= limits_.connections) return false;
    const auto known = addresses_.find(address);
    if (known == addresses_.end() || known->second < limits_.per_address) return true;
    return is_in_any(limits_.uncounted, address);
}

void Connections::adopt(int fd) {
    auto owned = std::make_unique<Connection>(fd, waiting_bytes_);
    auto& connection = *owned;
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (getpeername(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0) {
        if (address.ss_family == AF_INET) {
            const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
            inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
            connection.remote_port = ntohs(v4->sin_port);
        } else if (address.ss_family == AF_INET6) {
            const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
            inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
            connection.remote_port = ntohs(v6->sin6_port);
        }
    }
    connection.remote_addr = text.data();
    if (tls_ != nullptr) connection.tls = tls_->new_session(fd);
    const bool has_no_tls = tls_ != nullptr && !connection.tls;
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    connection.deadline = steady_now() + limits_.head;
    connection.is_at_rest.store(true, std::memory_order_release);
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_ || has_no_tls || !is_room_for(connection.remote_addr)) {
            ::close(fd);
            return;
        }
        ++addresses_[connection.remote_addr];
        connections_.emplace(&connection, std::move(owned));
    }
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLONESHOT;
    event.data.ptr = &connection;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
}

void Connections::work() {
    while (!is_stopping_) {
        epoll_event event{};
        if (epoll_wait(epoll_, &event, 1, -1) < 1) continue;
        if (event.data.ptr == &timer_) {
            sweep();
        } else if (event.data.ptr != &wake_) {
            serve(*static_cast<Connection*>(event.data.ptr));
        }
    }
}

// Only shuts down: the socket then becomes readable, and the worker that finds it at its end closes it. So no
// connection is ever destroyed by two threads.
void Connections::sweep() {
    std::uint64_t expirations = 0;
    [[maybe_unused]] const auto count = ::read(timer_, &expirations, sizeof expirations);
    const auto now = steady_now();
    const std::lock_guard lock(mutex_);
    for (const auto& [raw, connection] : connections_) {
        if (connection->deadline.load(std::memory_order_relaxed) < now) {
            ::shutdown(connection->fd, SHUT_RDWR);
        }
    }
}

void Connections::serve(Connection& connection) {
    [[maybe_unused]] const bool was_at_rest = connection.is_at_rest.load(std::memory_order_acquire);
    switch (advance(connection)) {
        case Next::kWaitForInput:
            return wait_for(connection, EPOLLIN | EPOLLRDHUP);
        case Next::kWaitForOutput:
            return wait_for(connection, EPOLLOUT);
        case Next::kClose:
            return close(connection);
        case Next::kTaken:
            return;
    }
}

Connections::Next Connections::advance(Connection& connection) {
    if (connection.tls && !connection.tls->is_established()) return shake_hands(connection);
    if (connection.sent < connection.out.size() || connection.file) {
        const auto next = flush(connection);
        if (next != Next::kWaitForInput) return next;
        if (!connection.in.empty()) return answer_requests(connection);
    }
    return read_input(connection);
}

// Of bytes that did not move.
Connections::Next Connections::next_after(Moved::State state) {
    switch (state) {
        case Moved::State::kNeedsInput:
        case Moved::State::kMoved:
            return Next::kWaitForInput;
        case Moved::State::kNeedsOutput:
            return Next::kWaitForOutput;
        case Moved::State::kEnded:
            break;
    }
    return Next::kClose;
}

// By the workers, within the time for a head: a slow one costs what any slow sender costs.
Connections::Next Connections::shake_hands(Connection& connection) {
    const auto moved = connection.tls->shake_hands();
    if (moved.state == Moved::State::kMoved) return read_input(connection);
    if (moved.state != Moved::State::kEnded) return next_after(moved.state);
    if (!connection.tls->met_plain_http()) return Next::kClose;
    connection.tls.reset();
    RequestFrame frame;
    frame.status = 400;
    frame.reason = "Roost speaks HTTPS here: begin the address with https://.";
    return refuse(connection, frame);
}

Connections::Next Connections::read_input(Connection& connection) {
    thread_local std::array<char, kReadBytes> buffer;
    const auto most = connection.tls ? kTlsRecordBytes : buffer.size();  // that one read can bring
    for (int reads = 0; reads < kMostReads; ++reads) {
        const auto moved = receive_some(connection.fd, connection.tls.get(), buffer);
        if (moved.state != Moved::State::kMoved) return next_after(moved.state);
        if (connection.is_draining) continue;
        const std::string_view bytes(buffer.data(), moved.bytes);
        auto next = Next::kWaitForInput;
        if (connection.upload) {
            next = take_upload(connection, bytes);
        } else {
            if (connection.in.empty()) connection.request_began = steady_now();
            connection.in.append(bytes);
        }
        const bool is_free = !connection.upload && !connection.is_draining;
        if (next == Next::kWaitForInput && is_free) next = answer_requests(connection);
        const bool is_partial = next == Next::kWaitForInput && (connection.upload || !connection.in.empty());
        // A full buffer means that there is probably more; anything less would cost a call to learn "no".
        if (!is_partial || moved.bytes < most) return next;
    }
    return Next::kWaitForInput;  // there is more: the next worker that is free goes on
}

Connections::Next Connections::answer_requests(Connection& connection) {
    while (!connection.in.empty()) {
        const auto frame = frame_request(connection.in, body_limit_);
        if (frame.state == RequestFrame::State::kRefused) return refuse(connection, frame);
        if (frame.state == RequestFrame::State::kNeedsHead) {
            connection.deadline = connection.request_began + limits_.head;
            return Next::kWaitForInput;
        }
        if (frame.is_upload) {
            const auto next = begin_upload(connection, frame);
            if (next != Next::kWaitForInput || connection.is_draining || connection.upload) return next;
            continue;
        }
        if (frame.state == RequestFrame::State::kNeedsBody) {
            connection.deadline = connection.request_began + limits_.body;
            connection.held.set(connection.in.size());
            if (waiting_bytes_ > limits_.waiting_bytes) return refuse(connection, too_much_waits());
            if (frame.expect_offset == 0) return Next::kWaitForInput;
            // The library would say it a second time: it must not recognise the header any more.
            connection.in[frame.expect_offset] = 'X';
            connection.out += "HTTP/1.1 100 Continue\r\n\r\n";
            return flush(connection);
        }
        const auto next = answer_one(connection, frame);
        if (next != Next::kWaitForInput || connection.is_draining) return next;
        connection.request_began = steady_now();
    }
    connection.deadline = connection.request_began + limits_.idle;
    return Next::kWaitForInput;
}

Connections::Next Connections::answer_one(Connection& connection, const RequestFrame& frame) {
    connection.deadline = kNever;
    connection.held.set(0);
    if (frame.expect_offset != 0) connection.in[frame.expect_offset] = 'X';
    const std::string_view bytes = connection.in;
    Exchange exchange{
        .head = bytes.substr(0, frame.head_bytes),
        .body = bytes.substr(frame.head_bytes, frame.body_bytes),
        .remote_addr = connection.remote_addr,
        .remote_port = connection.remote_port,
        .out = connection.out,
        .take_over = nullptr,
    };
    responder_(exchange);
    connection.in.erase(0, frame.head_bytes + frame.body_bytes);
    if (connection.in.empty() && connection.in.capacity() > kKeptBufferBytes) connection.in = {};
    if (exchange.take_over) {
        connection.take_over = std::move(exchange.take_over);
        return hand_over(connection);
    }
    connection.must_close = exchange.must_close || is_stopping_;
    connection.file = std::move(exchange.file);
    return flush(connection);
}

Connections::Next Connections::refuse(Connection& connection, const RequestFrame& frame) {
    connection.out += refusal_bytes(frame);
    connection.in = {};
    connection.held.set(0);
    connection.must_close = true;
    return flush(connection);
}

Connections::Next Connections::flush(Connection& connection) {
    while (connection.sent < connection.out.size()) {
        const auto rest = std::string_view(connection.out).substr(connection.sent);
        const auto moved = send_some(connection.fd, connection.tls.get(), rest);
        if (moved.state != Moved::State::kMoved) {
            connection.deadline = steady_now() + limits_.write;
            return next_after(moved.state);
        }
        connection.sent += moved.bytes;
    }
    connection.sent = 0;
    connection.out.clear();
    if (connection.out.capacity() > kKeptBufferBytes) connection.out = {};
    if (connection.file) {
        const auto next = send_file(connection);
        if (next != Next::kWaitForInput) return next;
    }
    if (!connection.must_close) return Next::kWaitForInput;
    // Closing while the client still sends would reset the connection and destroy the reply on its way.
    connection.tls.reset();  // which says that this was all; what still comes need not be understood
    ::shutdown(connection.fd, SHUT_WR);
    connection.is_draining = true;
    connection.must_close = false;
    connection.in = {};
    connection.deadline = steady_now() + kDrainLimit;
    return read_input(connection);
}

Connections::Next Connections::hand_over(Connection& connection) {
    const auto owned = release(connection);
    {
        const std::lock_guard lock(arming_of(owned->fd));
        epoll_ctl(epoll_, EPOLL_CTL_DEL, owned->fd, nullptr);
    }
    owned->take_over(OpenSocket{owned->fd, std::move(owned->out), std::move(owned->tls)});
    return Next::kTaken;
}

void Connections::wait_for(Connection& connection, std::uint32_t events) {
    epoll_event event{};
    event.events = events | EPOLLONESHOT;
    event.data.ptr = &connection;
    const int fd = connection.fd;
    connection.is_at_rest.store(true, std::memory_order_release);
    // Inside the call another worker may come to own the connection. It does not close the descriptor before
    // this one has let go of it.
    const std::lock_guard lock(arming_of(fd));
    epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &event);
}

void Connections::close(Connection& connection) {
    const auto owned = release(connection);
    owned->tls.reset();
    const std::scoped_lock lock(mutex_, arming_of(owned->fd));
    ::close(owned->fd);
}

std::unique_ptr<Connections::Connection> Connections::release(Connection& connection) {
    const std::lock_guard lock(mutex_);
    const auto found = connections_.find(&connection);
    auto owned = std::move(found->second);
    connections_.erase(found);
    const auto counted = addresses_.find(owned->remote_addr);
    if (--counted->second == 0) addresses_.erase(counted);
    return owned;
}

}  // namespace roost
