// One agent's open stream: a socket and what it still has to take. Used by the hub's thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/app/principal.h"
#include "server/http/socket_io.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace roost {

class StreamPlace;

class EventStream {
  public:
    // `tls` is null on a plain socket.
    EventStream(int fd, std::uint64_t id, std::unique_ptr<TlsSession> tls = nullptr)
        : fd_(fd), id_(id), tls_(std::move(tls)) {}
    ~EventStream();  // closes the socket
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    enum class Progress { kSent, kBlocked, kBroken };

    // Sends at once what the kernel takes and keeps the rest.
    Progress write(std::shared_ptr<const std::string> text);
    // Only when nothing is kept; a text that is not taken whole breaks the stream.
    Progress write_small(std::string_view text);
    Progress flush();

    int fd() const { return fd_; }
    std::uint64_t id() const { return id_; }
    std::size_t backlog() const { return backlog_; }

    Principal who;
    std::shared_ptr<StreamPlace> held;
    EventSeq sent;  // the last event that was written or kept for writing
    UnixMillis expires_at = 0;
    UnixMillis next_beat = 0;
    std::size_t place = 0;  // in the hub's list
    bool is_live = false;   // false = still catching up
    bool awaits_page = false;
    bool awaits_room = false;  // the hub watches for EPOLLOUT

  private:
    const int fd_;
    std::uint32_t offset_ = 0;  // into the first kept text
    const std::uint64_t id_;
    std::unique_ptr<TlsSession> tls_;
    std::size_t backlog_ = 0;
    std::vector<std::shared_ptr<const std::string>> kept_;
};

}  // namespace roost
