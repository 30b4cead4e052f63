#include "server/events/event_stream.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace roost {

namespace {

// Bytes taken, 0 when there is no room, -1 when the peer is gone.
ssize_t send_some(int fd, std::string_view text) {
    while (true) {
        const auto count = ::send(fd, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) return count;
        if (errno == EAGAIN) return 0;
        if (errno != EINTR) return -1;
    }
}

}  // namespace

EventStream::~EventStream() {
    ::close(fd_);
}

EventStream::Progress EventStream::write(std::shared_ptr<const std::string> text) {
    if (text->empty()) return kept_.empty() ? Progress::kSent : Progress::kBlocked;
    backlog_ += text->size();
    kept_.push_back(std::move(text));
    return kept_.size() == 1 ? flush() : Progress::kBlocked;
}

EventStream::Progress EventStream::write_small(std::string_view text) {
    const auto count = send_some(fd_, text);
    return count == static_cast<ssize_t>(text.size()) ? Progress::kSent : Progress::kBroken;
}

EventStream::Progress EventStream::flush() {
    std::size_t done = 0;
    auto progress = Progress::kSent;
    while (done < kept_.size()) {
        const auto rest = std::string_view(*kept_[done]).substr(offset_);
        const auto count = send_some(fd_, rest);
        if (count < 0) return Progress::kBroken;
        backlog_ -= static_cast<std::size_t>(count);
        offset_ += static_cast<std::uint32_t>(count);
        if (static_cast<std::size_t>(count) < rest.size()) {
            progress = Progress::kBlocked;
            break;
        }
        offset_ = 0;
        ++done;
    }
    kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(done));
    // Ten thousand idle streams must not each keep the capacity of their worst moment.
    if (kept_.empty() && kept_.capacity() > 4) kept_.shrink_to_fit();
    return progress;
}

}  // namespace roost
