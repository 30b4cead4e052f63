// Every open event stream, fed by one thread. Workers give it sockets, the store's writer gives it events
// after their commit; it never blocks either of them.
//
// A stream first catches up – from the ring of recent events, or page by page from the log when it was away
// for longer – and then goes live, inside the hub's thread, so that no event falls between the two or comes
// twice. It pulls the next page only when the socket has taken the last one. A live stream that leaves more
// than its bound untaken is closed: its client comes back and catches up.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/app/clock.h"
#include "server/app/principal.h"
#include "server/events/event_chunk.h"
#include "server/events/event_stream.h"
#include "server/events/stream_places.h"
#include "server/http/message.h"
#include "shared/base/result.h"

namespace roost {

struct HubOptions {
    std::size_t backlog_bytes = std::size_t{256} * 1024;  // of a live stream
    std::size_t ring_bytes = std::size_t{1024} * 1024;
    int page_events = 500;
    UnixMillis heartbeat = 15 * kSecond;
    StreamBounds bounds = {};
};

struct Subscription {
    OpenSocket socket;  // `unsent` goes out before the first event
    Principal who;
    EventSeq since;                                // the client knows everything up to here
    UnixMillis expires_at = 0;                     // the stream ends with the token
    std::shared_ptr<StreamPlace> place = nullptr;  // kept as long as the stream is open
};

class EventHub {
  public:
    // Events after `after`, ascending; an error when the log no longer reaches back. Called by the hub's own
    // replay thread.
    using ReadPage = std::function<Result<std::vector<StoredEvent>>(EventSeq after, int limit)>;

    EventHub(const Clock& clock, ReadPage read_page, HubOptions options = {});
    ~EventHub();  // stops
    EventHub(const EventHub&) = delete;
    EventHub& operator=(const EventHub&) = delete;

    // `newest` is the last event committed before the first publish().
    void start(EventSeq newest);
    // Closes every stream. Safe to repeat.
    void stop();

    // In commit order, after the commit. Any thread, one at a time.
    void publish(std::span<const StoredEvent> events);
    // What a subscription needs; as StreamPlaces::take(). Any thread.
    Result<std::shared_ptr<StreamPlace>> take_place(const Principal& who, std::string_view address) {
        return places_.take(who, address);
    }
    // Who has a stream open. Any thread.
    std::vector<AgentId> agents_here() const { return places_.agents(); }
    // Any thread.
    void take(Subscription subscription);
    // Every stream of those for whom `is_over` says so, among them all that were taken before. Any thread.
    void close_streams(std::function<bool(const Principal&)> is_over);

    std::size_t stream_count() const { return stream_count_; }
    // Makes the hub look at its clock now instead of within a second.
    void look_at_clock();

  private:
    struct Page {
        std::uint64_t stream = 0;
        std::shared_ptr<const std::vector<EventChunk>> chunks;  // null = the log could not be read
    };
    struct Wanted {
        std::uint64_t stream = 0;
        EventSeq after;
    };
    struct Inbox {
        std::vector<EventChunk> published;
        std::vector<Subscription> subscriptions;
        std::vector<Page> pages;
        std::vector<std::function<bool(const Principal&)>> over;
    };

    void run();
    void wake();
    void take_inbox();
    void watch(EventStream& stream, std::uint32_t what);
    void open(Subscription subscription);
    void fan_out(const EventChunk& chunk);
    void remember(EventChunk chunk);
    void deliver_page(const Page& page);
    // All of these return false when they closed the stream.
    bool deliver(EventStream& stream, const EventChunk& chunk);
    bool settle(EventStream& stream, EventStream::Progress progress);
    bool catch_up(EventStream& stream);
    bool catch_up_from_ring(EventStream& stream);
    bool go_on(EventStream& stream, std::uint32_t events);
    bool beat(EventStream& stream, UnixMillis now);
    void close(EventStream& stream);
    void close_all_of(const std::function<bool(const Principal&)>& is_over);
    void beat_all();
    void replay();
    Page read(const Wanted& wanted);

    const Clock& clock_;
    const ReadPage read_page_;
    const HubOptions options_;
    StreamPlaces places_;
    int epoll_ = -1;
    int wake_ = -1;
    std::atomic<bool> is_stopping_{false};
    std::atomic<std::size_t> stream_count_{0};
    std::thread thread_;
    std::thread replay_thread_;

    std::mutex mutex_;  // guards inbox_
    Inbox inbox_;
    std::mutex replay_mutex_;  // guards wanted_
    std::condition_variable replay_wake_;
    std::deque<Wanted> wanted_;

    // The hub's thread only.
    std::vector<std::unique_ptr<EventStream>> streams_;
    std::unordered_map<std::uint64_t, EventStream*> awaiting_page_;
    std::deque<EventChunk> ring_;
    std::size_t ring_bytes_ = 0;
    EventSeq ring_floor_;  // the ring holds everything after this
    EventSeq head_;        // the last event published
    std::uint64_t last_id_ = 0;
    UnixMillis next_look_ = 0;
    // The replay thread only: after a restart everyone asks for the same page.
    EventSeq cached_after_;
    std::shared_ptr<const std::vector<EventChunk>> cached_;
};

}  // namespace roost
