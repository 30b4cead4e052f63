#include "server/simulator/delivery_queue.h"

#include <doctest/doctest.h>

namespace roost::simulator {
namespace {

News status(int id) {
    return {News::Kind::kStatus, Json{{"id", id}}, {}, {}};
}
News message(int id) {
    return {News::Kind::kMessage, Json{{"id", id}}, {}, {}};
}

std::vector<int> ids_in(const std::optional<Parcel>& parcel) {
    std::vector<int> ids;
    if (!parcel) return ids;
    for (const News& news : parcel->news)
        ids.push_back(news.item["id"].get<int>());
    return ids;
}

TEST_CASE("simulator: updates go out when they are due, as many together as the script allows") {
    DeliveryQueue queue(1);
    Script script;
    script.batch_size = 2;
    for (int i = 1; i <= 3; ++i)
        queue.add(status(i), 100, 0, script);
    queue.add(status(4), 500, 0, script);
    CHECK_FALSE(queue.take(script, 99));
    CHECK(queue.next_due(script) == 100);
    CHECK(ids_in(queue.take(script, 100)) == std::vector{1, 2});
    CHECK(ids_in(queue.take(script, 100)) == std::vector{3});
    CHECK_FALSE(queue.take(script, 100));
    CHECK(ids_in(queue.take(script, 500)) == std::vector{4});
}

TEST_CASE("simulator: a batch waits to become full, but not for ever") {
    DeliveryQueue queue(1);
    Script script;
    script.batch_size = 2;
    script.batch_wait_ms = 50;
    queue.add(status(1), 100, 0, script);
    CHECK_FALSE(queue.take(script, 120));
    CHECK(queue.next_due(script) == 150);
    queue.add(status(2), 110, 0, script);
    CHECK(ids_in(queue.take(script, 120)) == std::vector{1, 2});
    queue.add(status(3), 200, 0, script);
    CHECK(ids_in(queue.take(script, 250)) == std::vector{3});
}

TEST_CASE("simulator: a webhook that failed comes back later and later, and its group stays open") {
    DeliveryQueue queue(1);
    const Script script;
    queue.add(message(1), 0, 9, script);
    auto parcel = queue.take(script, 0);
    REQUIRE(parcel);
    UnixMillis now = 0;
    for (const UnixMillis delay : {500, 1000, 2000}) {
        ++parcel->attempts;
        queue.put_back(std::move(*parcel), script, now);
        CHECK_FALSE(queue.take(script, now + delay - 1));
        now += delay;
        parcel = queue.take(script, now);
        REQUIRE(parcel);
        CHECK_FALSE(queue.is_done(9));
    }
    queue.delivered(*parcel);
    CHECK(queue.is_done(9));
    CHECK(retry_delay(script, 30) == script.max_retry_delay_ms);
}

TEST_CASE("simulator: held statuses let messages pass and come when released") {
    DeliveryQueue queue(1);
    Script script;
    script.are_statuses_held = true;
    queue.add(status(1), 0, 0, script);
    queue.add(message(2), 0, 0, script);
    CHECK(ids_in(queue.take(script, 0)) == std::vector{2});
    CHECK_FALSE(queue.take(script, 1000));
    script.are_statuses_held = false;
    queue.release(1000, false);
    CHECK(ids_in(queue.take(script, 1000)) == std::vector{1});
}

TEST_CASE("simulator: paused, nothing goes out; flushed, everything does at once") {
    DeliveryQueue queue(1);
    Script script;
    script.is_paused = true;
    queue.add(status(1), 0, 0, script);
    queue.add(status(2), 90'000, 0, script);
    CHECK_FALSE(queue.take(script, 100));
    CHECK_FALSE(queue.next_due(script));
    script.is_paused = false;
    queue.release(100, true);
    CHECK(ids_in(queue.take(script, 100)) == std::vector{1});
    CHECK(ids_in(queue.take(script, 100)) == std::vector{2});
    CHECK(queue.waiting() == 0);
}

TEST_CASE("simulator: reversed and shuffled batches hold the same updates") {
    for (const Order order : {Order::kReversed, Order::kShuffled}) {
        DeliveryQueue queue(1);
        Script script;
        script.order = order;
        script.batch_size = 5;
        for (int i = 1; i <= 5; ++i)
            queue.add(status(i), 0, 0, script);
        auto ids = ids_in(queue.take(script, 0));
        CHECK(ids != std::vector{1, 2, 3, 4, 5});
        std::sort(ids.begin(), ids.end());
        CHECK(ids == std::vector{1, 2, 3, 4, 5});
    }
}

}  // namespace
}  // namespace roost::simulator
