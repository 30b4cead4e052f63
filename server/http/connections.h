// Every client socket that speaks HTTP. Sockets wait in epoll, never in a thread: a worker touches one only
// when it has bytes to read or room to write, and a request reaches the responder when it is whole. So idle
// browsers and slow senders cost a buffer, not a worker.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/http/entrance.h"
#include "server/http/guards.h"
#include "server/http/message.h"
#include "server/http/tls_identity.h"
#include "shared/base/time.h"

namespace roost {

// What is known of the request when it is handed on.
enum class Stage {
    kWhole,   // all of it
    kBegins,  // an upload's head: `upload` is to be set, or a reply refuses the body
    kEnds,    // the same head again: `upload` has everything and is to be answered for
};

// One request and what becomes of its connection.
struct Exchange {
    Stage stage = Stage::kWhole;
    std::string_view head;  // with the empty line
    std::string_view body;
    const std::string& remote_addr;
    int remote_port = 0;
    std::string& out;         // the reply's bytes are appended
    bool must_close = false;  // after the reply
    std::unique_ptr<BodySink> upload = nullptr;
    std::optional<FileBody> file = std::nullopt;  // follows `out`
    std::function<void(OpenSocket)> take_over;
};

struct ConnectionLimits {
    std::size_t connections = std::size_t{16} * 1024;
    std::size_t per_address = 1024;            // a whole office behind one; streams are not among them
    std::vector<AddressRange> uncounted = {};  // proxies, behind whom everybody stands
    // Of bodies that are not whole yet, all together: who sends much and slowly cannot fill the memory.
    std::size_t waiting_bytes = std::size_t{256} << 20;
    UnixMillis idle = 75 * kSecond;   // between requests
    UnixMillis head = 10 * kSecond;   // from the first byte (or the accept) to the end of the head
    UnixMillis body = 60 * kSecond;   // from the first byte to the last; of an upload, between two pieces
    UnixMillis upload = kHour;        // from its first byte to the last
    UnixMillis write = 60 * kSecond;  // for a reply that the client does not take
    UnixMillis sweep = kSecond / 2;   // how often overdue connections are looked for
};

class Connections {
  public:
    using Responder = std::function<void(Exchange&)>;  // called by any worker, must not throw

    // `tls` outlives it; null = plain HTTP.
    Connections(
        ConnectionLimits limits, BodyLimit body_limit, Responder responder, const TlsIdentity* tls = nullptr
    );
    ~Connections();  // stops
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    void start(int workers);
    // Lets running requests finish, joins the workers and closes every socket. Safe to repeat.
    void stop();
    // Takes the socket over; closes it at once when there are too many. Any thread.
    void adopt(int fd);

    std::size_t count() const;  // any thread

  private:
    struct Connection;
    enum class Next { kWaitForInput, kWaitForOutput, kTaken, kClose };

    void work();
    void sweep();
    void serve(Connection& connection);
    static Next next_after(Moved::State state);
    Next advance(Connection& connection);
    Next shake_hands(Connection& connection);
    Next read_input(Connection& connection);
    Next answer_requests(Connection& connection);
    Next answer_one(Connection& connection, const RequestFrame& frame);
    Next begin_upload(Connection& connection, const RequestFrame& frame);
    Next take_upload(Connection& connection, std::string_view bytes);
    Next end_upload(Connection& connection);
    Next send_file(Connection& connection);
    Next send_file_encrypted(Connection& connection, FileBody& body);
    Next refuse(Connection& connection, const RequestFrame& frame);
    Next flush(Connection& connection);
    Next hand_over(Connection& connection);
    bool is_room_for(const std::string& address);
    void wait_for(Connection& connection, std::uint32_t events);
    void close(Connection& connection);
    std::unique_ptr<Connection> release(Connection& connection);
    // Held while a descriptor is armed, and when it is closed or given away. One for a few descriptors each.
    std::mutex& arming_of(int fd) { return arming_[static_cast<std::size_t>(fd) % arming_.size()]; }

    const ConnectionLimits limits_;
    const BodyLimit body_limit_;
    const Responder responder_;
    const TlsIdentity* const tls_;
    int epoll_ = -1;
    int wake_ = -1;
    int timer_ = -1;
    std::atomic<bool> is_stopping_{false};
    std::vector<std::thread> workers_;
    std::array<std::mutex, 64> arming_;
    std::atomic<std::size_t> waiting_bytes_{0};
    mutable std::mutex mutex_;  // guards all below, and that no descriptor is closed while it is held
    std::unordered_map<Connection*, std::unique_ptr<Connection>> connections_;
    std::unordered_map<std::string, std::size_t> addresses_;  // of them, how many each has
};

}  // namespace roost
