#include "server/events/event_stream.h"

#include <unistd.h>

#include <optional>

namespace roost {

namespace {

// Bytes taken, 0 when there is no room, absent when the peer is gone.
std::optional<std::size_t> bytes_taken(int fd, TlsSession* tls, std::string_view text) {
    const auto moved = send_some(fd, tls, text);
    if (moved.state == Moved::State::kEnded) return std::nullopt;
    return moved.bytes;
}

}  // namespace

EventStream::~EventStream() {
    tls_.reset();
    ::close(fd_);
}

EventStream::Progress EventStream::write(std::shared_ptr<const std::string> text) {
    if (text->empty()) return kept_.empty() ? Progress::kSent : Progress::kBlocked;
    backlog_ += text->size();
    kept_.push_back(std::move(text));
    return kept_.size() == 1 ? flush() : Progress::kBlocked;
}

EventStream::Progress EventStream::write_small(std::string_view text) {
    return bytes_taken(fd_, tls_.get(), text) == text.size() ? Progress::kSent : Progress::kBroken;
}

EventStream::Progress EventStream::flush() {
    std::size_t done = 0;
    auto progress = Progress::kSent;
    while (done < kept_.size()) {
        const auto rest = std::string_view(*kept_[done]).substr(offset_);
        const auto count = bytes_taken(fd_, tls_.get(), rest);
        if (!count) return Progress::kBroken;
        backlog_ -= *count;
        offset_ += static_cast<std::uint32_t>(*count);
        if (*count < rest.size()) {
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
