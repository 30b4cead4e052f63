#include "server/events/event_hub.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace roost {

namespace {

constexpr int kLookEveryMillis = 1000;
constexpr std::uint32_t kGone = EPOLLRDHUP | EPOLLHUP | EPOLLERR;
constexpr std::string_view kHeartbeat = ":\n\n";

// Heartbeats are not answered by the client; this makes the kernel give up on a peer that vanished.
void limit_unanswered(int fd) {
    const unsigned int millis = 45'000;
    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &millis, sizeof millis);
}

void close_socket(OpenSocket& socket) {
    socket.tls.reset();
    ::close(socket.fd);
}

}  // namespace

EventHub::EventHub(const Clock& clock, ReadPage read_page, HubOptions options)
    : clock_(clock),
      read_page_(std::move(read_page)),
      options_(std::move(options)),
      places_(options_.bounds) {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
}

EventHub::~EventHub() {
    stop();
    ::close(wake_);
    ::close(epoll_);
}

void EventHub::start(EventSeq newest) {
    head_ = newest;
    ring_floor_ = newest;
    thread_ = std::thread([this] { run(); });
    replay_thread_ = std::thread([this] { replay(); });
}

void EventHub::stop() {
    {
        const std::lock_guard lock(replay_mutex_);
        is_stopping_ = true;
    }
    replay_wake_.notify_all();
    wake();
    if (thread_.joinable()) thread_.join();
    if (replay_thread_.joinable()) replay_thread_.join();
    streams_.clear();
    stream_count_ = 0;
    const std::lock_guard lock(mutex_);
    for (auto& waiting : inbox_.subscriptions) {
        close_socket(waiting.socket);
    }
    inbox_ = {};
}

void EventHub::publish(std::span<const StoredEvent> events) {
    auto chunks = make_chunks(events);
    {
        const std::lock_guard lock(mutex_);
        std::move(chunks.begin(), chunks.end(), std::back_inserter(inbox_.published));
    }
    wake();
}

void EventHub::take(Subscription subscription) {
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) {
            close_socket(subscription.socket);
            return;
        }
        inbox_.subscriptions.push_back(std::move(subscription));
    }
    wake();
}

void EventHub::close_streams(std::function<bool(const Principal&)> is_over) {
    {
        const std::lock_guard lock(mutex_);
        inbox_.over.push_back(std::move(is_over));
    }
    wake();
}

void EventHub::look_at_clock() {
    wake();
}

void EventHub::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
}

void EventHub::run() {
    std::array<epoll_event, 256> events{};
    while (!is_stopping_) {
        const int timeout = streams_.empty() ? -1 : kLookEveryMillis;
        const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), timeout);
        for (int i = 0; i < count; ++i) {
            const auto& event = events[static_cast<std::size_t>(i)];
            if (event.data.ptr == nullptr) {
                std::uint64_t wakes = 0;
                [[maybe_unused]] const auto size = ::read(wake_, &wakes, sizeof wakes);
            } else {
                go_on(*static_cast<EventStream*>(event.data.ptr), event.events);
            }
        }
        take_inbox();
        beat_all();
    }
}

void EventHub::take_inbox() {
    Inbox inbox;
    {
        const std::lock_guard lock(mutex_);
        std::swap(inbox, inbox_);
    }
    for (auto& chunk : inbox.published) {
        fan_out(chunk);
        remember(std::move(chunk));
    }
    for (auto& subscription : inbox.subscriptions) {
        open(std::move(subscription));
    }
    for (const auto& is_over : inbox.over) {
        close_all_of(is_over);
    }
    for (const auto& page : inbox.pages) {
        deliver_page(page);
    }
}

void EventHub::watch(EventStream& stream, std::uint32_t what) {
    epoll_event event{};
    event.events = EPOLLRDHUP | EPOLLET | what;
    event.data.ptr = &stream;
    epoll_ctl(epoll_, EPOLL_CTL_MOD, stream.fd(), &event);
}

void EventHub::open(Subscription subscription) {
    auto owned =
        std::make_unique<EventStream>(subscription.socket.fd, ++last_id_, std::move(subscription.socket.tls));
    auto& stream = *owned;
    limit_unanswered(stream.fd());
    stream.who = subscription.who;
    stream.held = std::move(subscription.place);
    stream.sent = subscription.since;
    stream.expires_at = subscription.expires_at;
    // The first one early or late, so that those who came together are not served together for ever.
    const auto part = static_cast<UnixMillis>(last_id_ % 16) * options_.heartbeat / 16;
    stream.next_beat = clock_.now() + options_.heartbeat - part;
    stream.place = streams_.size();
    streams_.push_back(std::move(owned));
    stream_count_ = streams_.size();
    epoll_event event{};
    event.events = EPOLLRDHUP | EPOLLET;
    event.data.ptr = &stream;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, stream.fd(), &event);
    auto head = std::make_shared<const std::string>(std::move(subscription.socket.unsent));
    if (settle(stream, stream.write(std::move(head))) && stream.backlog() == 0) catch_up(stream);
}

void EventHub::fan_out(const EventChunk& chunk) {
    head_ = chunk.last();
    for (std::size_t i = 0; i < streams_.size();) {
        auto& stream = *streams_[i];
        const bool is_kept = !stream.is_live || deliver(stream, chunk);
        if (is_kept) ++i;  // closing put the last stream in this place
    }
}

void EventHub::remember(EventChunk chunk) {
    ring_bytes_ += chunk.text->size();
    ring_.push_back(std::move(chunk));
    while (ring_bytes_ > options_.ring_bytes) {
        ring_bytes_ -= ring_.front().text->size();
        ring_floor_ = ring_.front().last();
        ring_.pop_front();
    }
}

bool EventHub::deliver(EventStream& stream, const EventChunk& chunk) {
    if (chunk.last() <= stream.sent) return true;
    auto text = text_for(chunk, stream.who, stream.sent);
    stream.sent = chunk.last();
    return !text || settle(stream, stream.write(std::move(text)));
}

bool EventHub::settle(EventStream& stream, EventStream::Progress progress) {
    const bool is_too_slow = stream.is_live && stream.backlog() > options_.backlog_bytes;
    if (progress == EventStream::Progress::kBroken || is_too_slow) {
        close(stream);
        return false;
    }
    const bool needs_room = progress == EventStream::Progress::kBlocked;
    if (needs_room != stream.awaits_room) {
        stream.awaits_room = needs_room;
        watch(stream, needs_room ? static_cast<std::uint32_t>(EPOLLOUT) : 0U);
    }
    return true;
}

bool EventHub::catch_up(EventStream& stream) {
    if (stream.sent >= ring_floor_) return catch_up_from_ring(stream);
    stream.awaits_page = true;
    awaiting_page_[stream.id()] = &stream;
    {
        const std::lock_guard lock(replay_mutex_);
        wanted_.push_back({stream.id(), stream.sent});
    }
    replay_wake_.notify_one();
    return true;
}

bool EventHub::catch_up_from_ring(EventStream& stream) {
    for (const auto& chunk : ring_) {
        if (!deliver(stream, chunk)) return false;
        if (stream.backlog() > 0) return true;  // goes on when there is room
    }
    stream.is_live = true;
    return true;
}

void EventHub::deliver_page(const Page& page) {
    const auto found = awaiting_page_.find(page.stream);
    if (found == awaiting_page_.end()) return;  // it closed meanwhile
    auto& stream = *found->second;
    awaiting_page_.erase(found);
    stream.awaits_page = false;
    // Nothing where something must be: the log was pruned past it. Reconnecting tells the client so.
    if (!page.chunks || page.chunks->empty()) return close(stream);
    for (const auto& chunk : *page.chunks) {
        if (!deliver(stream, chunk)) return;
    }
    if (stream.backlog() == 0) catch_up(stream);
}

bool EventHub::go_on(EventStream& stream, std::uint32_t events) {
    if ((events & kGone) != 0U) {
        close(stream);
        return false;
    }
    if (!settle(stream, stream.flush())) return false;
    const bool can_catch_up = !stream.is_live && !stream.awaits_page && stream.backlog() == 0;
    return !can_catch_up || catch_up(stream);
}

void EventHub::close(EventStream& stream) {
    awaiting_page_.erase(stream.id());
    const auto place = stream.place;
    std::swap(streams_[place], streams_.back());
    streams_[place]->place = place;
    streams_.pop_back();
    stream_count_ = streams_.size();
}

void EventHub::close_all_of(const std::function<bool(const Principal&)>& is_over) {
    for (std::size_t i = 0; i < streams_.size();) {
        auto& stream = *streams_[i];
        if (is_over(stream.who)) {
            close(stream);  // which puts the last stream in this place
        } else {
            ++i;
        }
    }
}

namespace {

// A moment that lies further ahead than it was ever set is of a clock that was put back since.
bool is_waiting(UnixMillis until, UnixMillis now, UnixMillis at_most) {
    return now < until && until - now <= at_most;
}

}  // namespace

void EventHub::beat_all() {
    const auto now = clock_.now();
    if (is_waiting(next_look_, now, kLookEveryMillis)) return;
    next_look_ = now + kLookEveryMillis;
    for (std::size_t i = 0; i < streams_.size();) {
        if (beat(*streams_[i], now)) ++i;
    }
}

bool EventHub::beat(EventStream& stream, UnixMillis now) {
    if (now >= stream.expires_at) {
        close(stream);
        return false;
    }
    if (is_waiting(stream.next_beat, now, options_.heartbeat)) return true;
    stream.next_beat = now + options_.heartbeat;
    if (stream.backlog() > 0) return true;
    return settle(stream, stream.write_small(kHeartbeat));
}

void EventHub::replay() {
    std::unique_lock lock(replay_mutex_);
    while (true) {
        replay_wake_.wait(lock, [this] { return is_stopping_ || !wanted_.empty(); });
        if (is_stopping_) return;
        const auto wanted = wanted_.front();
        wanted_.pop_front();
        lock.unlock();
        auto page = read(wanted);
        {
            const std::lock_guard inbox_lock(mutex_);
            inbox_.pages.push_back(std::move(page));
        }
        wake();
        lock.lock();
    }
}

EventHub::Page EventHub::read(const Wanted& wanted) {
    // What follows an event never changes, so an earlier answer is still true, if perhaps no longer all.
    if (cached_ && cached_after_ == wanted.after) return {wanted.stream, cached_};
    const auto events = read_page_(wanted.after, options_.page_events);
    if (!events) return {wanted.stream, nullptr};
    auto chunks = std::make_shared<const std::vector<EventChunk>>(make_chunks(*events));
    if (!chunks->empty()) {
        cached_ = chunks;
        cached_after_ = wanted.after;
    }
    return {wanted.stream, std::move(chunks)};
}

}  // namespace roost
