#include "server/events/event_hub.h"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string>

#include "shared/wire/sse.h"
#include "tests/support/http_client.h"

namespace roost {
namespace {

using test::HttpClient;

class HubClock final : public Clock {
  public:
    UnixMillis now() const override { return now_; }
    void advance(UnixMillis by) { now_ += by; }

  private:
    std::atomic<UnixMillis> now_{1'000'000};
};

// An event log in memory: what the store is to the hub.
class Log {
  public:
    std::vector<StoredEvent> append(std::int64_t count, std::size_t size = 20) {
        const std::lock_guard lock(mutex_);
        std::vector<StoredEvent> added;
        for (std::int64_t i = 0; i < count; ++i) {
            StoredEvent event;
            event.seq = EventSeq{static_cast<std::int64_t>(events_.size()) + 1};
            event.conversation = ConversationId{1};
            event.payload = "{\"n\":\"" + std::string(size, 'x') + "\"}";
            events_.push_back(event);
            added.push_back(event);
        }
        return added;
    }
    Result<std::vector<StoredEvent>> read(EventSeq after, int limit) {
        const std::lock_guard lock(mutex_);
        ++pages_read;
        if (after.value < pruned_to) return fail(ErrorCode::kNotFound, "pruned");
        const auto begin = std::min(events_.size(), static_cast<std::size_t>(after.value));
        const auto end = std::min(events_.size(), begin + static_cast<std::size_t>(limit));
        return std::vector<StoredEvent>(
            events_.begin() + static_cast<std::ptrdiff_t>(begin),
            events_.begin() + static_cast<std::ptrdiff_t>(end)
        );
    }
    std::int64_t pruned_to = 0;
    std::atomic<int> pages_read{0};

  private:
    std::mutex mutex_;
    std::vector<StoredEvent> events_;
};

// A listening socket whose accepted ends go to the hub.
struct Fixture {
    HubClock clock;
    Log log;
    EventHub hub;
    int listener = -1;
    int port = 0;

    explicit Fixture(HubOptions options = {})
        : hub(
              clock, [this](EventSeq after, int limit) { return log.read(after, limit); }, options
          ) {
        listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::listen(listener, 128);
        socklen_t size = sizeof address;
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
    }
    ~Fixture() {
        hub.stop();
        ::close(listener);
    }

    std::unique_ptr<HttpClient> join(
        std::int64_t since, UnixMillis lifetime = kHour, int buffer = 0, AgentId agent = AgentId{1}
    ) {
        auto client = std::make_unique<HttpClient>(port, buffer);
        const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (buffer > 0) ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
        Subscription subscription;
        subscription.socket = OpenSocket{fd, "head\n"};
        subscription.who = Principal{agent, AgentRole::kAgent};
        subscription.since = EventSeq{since};
        subscription.expires_at = clock.now() + lifetime;
        hub.take(std::move(subscription));
        CHECK(client->read_until("head\n") == "head\n");
        return client;
    }
    void commit(std::int64_t count, std::size_t size = 20) { hub.publish(log.append(count, size)); }
};

// Ids of the events up to and with `last`, as they came.
std::vector<std::int64_t> ids_until(HttpClient& client, std::int64_t last) {
    SseReader reader;
    std::vector<std::int64_t> ids;
    auto text = client.read_until("id: " + std::to_string(last) + "\n");
    text += client.read_until("\n\n");
    for (const auto& frame : reader.feed(text)) {
        ids.push_back(parse_decimal(frame.id).value_or(-1));
    }
    return ids;
}

std::vector<std::int64_t> range(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> numbers;
    for (auto i = first; i <= last; ++i) {
        numbers.push_back(i);
    }
    return numbers;
}

TEST_CASE("hub: the streams of who is not welcome any more end, also one that has only just come") {
    Fixture on;
    on.hub.start(EventSeq{0});
    const auto mine = on.join(0);
    const auto theirs = on.join(0, kHour, 0, AgentId{2});
    const auto late = on.join(0);
    on.hub.close_streams([](const Principal& who) { return who.agent == AgentId{1}; });
    CHECK(mine->reads_to_the_end());
    CHECK(late->reads_to_the_end());
    on.commit(1);
    CHECK(ids_until(*theirs, 1) == range(1, 1));
    CHECK(on.hub.stream_count() == 1);
}

TEST_CASE("hub: a stream gets what is published after it joined") {
    Fixture on;
    on.hub.start(EventSeq{0});
    const auto client = on.join(0);
    on.commit(1);
    on.commit(2);
    CHECK(ids_until(*client, 3) == range(1, 3));
}

TEST_CASE("hub: what a client missed comes from the log first, page by page, then from the ring") {
    Fixture on(HubOptions{.ring_bytes = 2000, .page_events = 7});
    on.log.append(100);
    on.hub.start(EventSeq{100});
    on.commit(100);
    const auto old = on.join(3);
    CHECK(ids_until(*old, 200) == range(4, 200));
    CHECK(on.log.pages_read >= 13);
    const auto recent = on.join(195);
    on.commit(5);
    CHECK(ids_until(*recent, 205) == range(196, 205));
    CHECK(ids_until(*old, 205) == range(201, 205));
}

TEST_CASE("hub: a client that is ahead of the last publication misses nothing and sees nothing twice") {
    Fixture on;
    on.log.append(10);
    on.hub.start(EventSeq{10});
    const auto pending = on.log.append(5);
    const auto ahead = on.join(13);  // its snapshot was read between commit and publication
    on.hub.publish(pending);
    on.commit(1);
    CHECK(ids_until(*ahead, 16) == range(14, 16));
}

TEST_CASE("hub: joining while events are published leaves no gap and no duplicate") {
    Fixture on(HubOptions{.ring_bytes = 1500, .page_events = 20});
    on.log.append(50);
    on.hub.start(EventSeq{50});
    constexpr std::int64_t kLast = 5050;
    std::thread writer([&] {
        for (int i = 0; i < 500; ++i) {
            on.commit(10);
        }
    });
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (std::int64_t i = 0; i < 40; ++i) {
        clients.push_back(on.join(i));
    }
    for (std::int64_t i = 0; i < 40; ++i) {
        CHECK(ids_until(*clients[static_cast<std::size_t>(i)], kLast) == range(i + 1, kLast));
    }
    writer.join();
}

TEST_CASE("hub: a slow consumer is dropped, catches up by coming back, and disturbs nobody") {
    Fixture on(HubOptions{.backlog_bytes = 64 * 1024});
    on.hub.start(EventSeq{0});
    const auto quick = on.join(0);
    const auto slow = on.join(0, kHour, 4096);
    std::int64_t last = 0;
    while (on.hub.stream_count() == 2 && last < 100'000) {
        on.commit(10, 2000);
        last += 10;
        CHECK(ids_until(*quick, last) == range(last - 9, last));
    }
    CHECK(on.hub.stream_count() == 1);
    CHECK(slow->reads_to_the_end());
    const auto back = on.join(0);
    CHECK(ids_until(*back, last) == range(1, last));
}

TEST_CASE("hub: a reader slower than the log can be read still gets everything") {
    Fixture on(HubOptions{.ring_bytes = 10'000, .page_events = 50});
    on.log.append(2000, 1000);
    on.hub.start(EventSeq{2000});
    const auto client = on.join(0, kHour, 4096);
    on.commit(10);
    CHECK(ids_until(*client, 2010) == range(1, 2010));
}

TEST_CASE("hub: every stream hears a heartbeat within its interval, and one that expired ends") {
    Fixture on;
    on.hub.start(EventSeq{0});
    const auto lasting = on.join(0);
    const auto ending = on.join(0, 16 * kSecond);
    on.clock.advance(15 * kSecond);
    on.hub.look_at_clock();
    CHECK(lasting->read_until(":\n\n") == ":\n\n");
    CHECK(ending->read_until(":\n\n") == ":\n\n");
    on.clock.advance(2 * kSecond);
    on.hub.look_at_clock();
    CHECK(ending->reads_to_the_end());
    on.commit(1);
    CHECK(ids_until(*lasting, 1) == range(1, 1));
}

TEST_CASE("hub: a clock that is put back silences no heartbeat") {
    Fixture on;
    on.hub.start(EventSeq{0});
    const auto client = on.join(0);
    on.clock.advance(15 * kSecond);
    on.hub.look_at_clock();
    CHECK(client->read_until(":\n\n") == ":\n\n");
    on.clock.advance(-kDay);
    on.hub.look_at_clock();
    CHECK(client->read_until(":\n\n") == ":\n\n");
}

TEST_CASE("hub: a client that goes away is forgotten") {
    Fixture on;
    on.hub.start(EventSeq{0});
    auto client = on.join(0);
    const auto other = on.join(0);
    CHECK(on.hub.stream_count() == 2);
    client.reset();
    std::int64_t last = 0;
    while (on.hub.stream_count() > 1 && last < 1'000'000) {
        on.commit(1);
        ++last;
    }
    CHECK(on.hub.stream_count() == 1);
    on.commit(1);
    CHECK(ids_until(*other, last + 1) == range(1, last + 1));
}

TEST_CASE("hub: a stream whose past was pruned ends instead of going on with a gap") {
    Fixture on;
    on.log.append(100);
    on.log.pruned_to = 50;
    on.hub.start(EventSeq{100});
    CHECK(on.join(10)->reads_to_the_end());
}

TEST_CASE("hub: an agent sees no event that it may not see") {
    Fixture on;
    on.hub.start(EventSeq{0});
    const auto nobody = on.join(0, kHour, 0, AgentId{0});
    const auto agent = on.join(0);
    on.commit(3);
    CHECK(ids_until(*agent, 3) == range(1, 3));
    on.clock.advance(15 * kSecond);
    on.hub.look_at_clock();
    CHECK(nobody->read_until(":\n\n") == ":\n\n");
}

TEST_CASE("hub: a thousand streams all get every event, and stopping ends them") {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    Fixture on;
    on.hub.start(EventSeq{0});
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < 1000; ++i) {
        clients.push_back(on.join(0));
    }
    on.commit(2);
    on.commit(1);
    const auto everything = range(1, 3);
    CHECK(std::all_of(clients.begin(), clients.end(), [&](const auto& client) {
        return ids_until(*client, 3) == everything;
    }));
    on.hub.stop();
    CHECK(clients.front()->reads_to_the_end());
    CHECK(clients.back()->reads_to_the_end());
}

}  // namespace
}  // namespace roost
