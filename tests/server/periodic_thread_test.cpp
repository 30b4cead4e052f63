#include "server/periodic_thread.h"

#include <doctest/doctest.h>

#include <atomic>

namespace roost {

TEST_CASE("periodic thread: a round at the start, the next when it is time, and none after the stop") {
    std::atomic<int> rounds = 0;
    std::mutex mutex;
    std::condition_variable changed;
    PeriodicThread thread([&]() -> UnixMillis {
        const std::lock_guard lock(mutex);
        changed.notify_all();
        return ++rounds < 3 ? 1 : kDay;
    });
    CHECK(rounds == 0);
    thread.start();
    {
        std::unique_lock lock(mutex);
        CHECK(changed.wait_for(lock, std::chrono::seconds(60), [&] { return rounds == 3; }));
    }
    thread.stop();  // it waits for a day, and does not keep anybody waiting
    thread.stop();
    CHECK(rounds == 3);
    PeriodicThread unused([&]() -> UnixMillis { return ++rounds; });
    unused.stop();
    CHECK(rounds == 3);
}

}  // namespace roost
