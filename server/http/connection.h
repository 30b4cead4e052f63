// What Connections knows of one socket. For connections.cpp and connection_bodies.cpp alone.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "server/http/connections.h"
#include "server/http/socket_io.h"

namespace roost {

inline constexpr UnixMillis kNever = std::numeric_limits<UnixMillis>::max();

inline UnixMillis steady_now() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

// What one record of TLS carries at most.
inline constexpr std::size_t kTlsRecordBytes = std::size_t{16} * 1024;

// What one connection holds of a body that is not whole, counted with that of all others.
class HeldBytes {
  public:
    explicit HeldBytes(std::atomic<std::size_t>& all) : all_(all) {}
    ~HeldBytes() { set(0); }
    HeldBytes(const HeldBytes&) = delete;
    HeldBytes& operator=(const HeldBytes&) = delete;

    void set(std::size_t bytes) {
        all_ += bytes - held_;  // modulo its range, as of unsigned numbers
        held_ = bytes;
    }

  private:
    std::atomic<std::size_t>& all_;
    std::size_t held_ = 0;
};

struct Connections::Connection {
    Connection(int socket, std::atomic<std::size_t>& all_held) : fd(socket), held(all_held) {}

    const int fd;
    std::unique_ptr<TlsSession> tls = nullptr;  // null = plain
    std::string remote_addr;
    int remote_port = 0;
    std::string in;
    HeldBytes held;  // of `in`
    std::string out;
    std::size_t sent = 0;  // of out
    UnixMillis request_began = 0;
    bool must_close = false;
    bool is_draining = false;  // the reply is out; the rest of a refused body is read away
    std::function<void(OpenSocket)> take_over;
    std::optional<FileBody> file;  // to be sent after `out`
    // An upload under way: its head, and how much of its body is to come.
    std::unique_ptr<BodySink> upload;
    std::string upload_head;
    std::size_t upload_left = 0;
    std::atomic<UnixMillis> deadline{kNever};
    // The kernel orders one worker's epoll_ctl before the next one's epoll_wait; the language only knows
    // this.
    std::atomic<bool> is_at_rest{false};
};

}  // namespace roost
