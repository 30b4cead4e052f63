// What is still to be posted to the webhook, and when: batching, repeating, retrying. Pure: no clock, no
// socket, not synchronised.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/simulator/identity.h"
#include "server/simulator/payload.h"
#include "server/simulator/script.h"

namespace roost::simulator {

// Names a set of updates somebody waits for; 0 = nobody does.
using Group = std::uint64_t;

// One POST. Either `news` that still has to be written, or the bytes.
struct Parcel {
    std::uint64_t id = 0;
    std::vector<News> news;
    std::string body;
    std::string signature;  // of `body`; empty = the header is left out
    int updates = 0;
    int attempts = 0;
    bool is_duplicate = false;
    std::vector<Group> groups;
};

class DeliveryQueue {
  public:
    explicit DeliveryQueue(std::uint64_t seed) : chance_(seed) {}

    void add(News news, UnixMillis due, Group group, const Script& script);
    // A webhook of its own, posted as it is.
    void add_parcel(Parcel parcel, UnixMillis due);

    // What may go out now; absent if nothing is due, or the script says pause.
    std::optional<Parcel> take(const Script& script, UnixMillis now);
    // When take() may have something; absent if nothing is waiting or everything is paused.
    std::optional<UnixMillis> next_due(const Script& script) const;

    void delivered(const Parcel& parcel);
    void put_back(Parcel parcel, const Script& script, UnixMillis now);

    // Held statuses join the queue; with `is_now` everything that waits becomes due.
    void release(UnixMillis now, bool is_now);
    void clear();

    bool is_done(Group group) const { return !open_groups_.contains(group); }
    std::size_t waiting() const { return items_.size() + parcels_.size() + held_.size(); }

  private:
    struct Item {
        News news;
        Group group = 0;
    };

    void open(Group group);
    void close(Group group);
    Parcel batch(const Script& script, UnixMillis now);

    std::multimap<UnixMillis, Item> items_;
    std::multimap<UnixMillis, Parcel> parcels_;
    std::vector<Item> held_;
    std::unordered_map<Group, std::size_t> open_groups_;
    std::uint64_t last_id_ = 0;
    IdMaker chance_;
};

// 500, 1,000, 2,000 … milliseconds after the first, second, third failed attempt.
UnixMillis retry_delay(const Script& script, int failed_attempts);

}  // namespace roost::simulator
