// Posts webhooks: a queue behind one lock and several threads with a connection each. Any thread may call it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "server/simulator/delivery_queue.h"
#include "server/simulator/statuses.h"

namespace roost::simulator {

struct DeliverySettings {
    BusinessNumber number;
    std::string webhook_url;  // empty: everything is dropped
    std::string app_secret;
    std::string verify_token;
    std::uint64_t seed = 0;
};

// One attempt to post.
struct DeliveryRecord {
    std::uint64_t parcel = 0;
    int updates = 0;
    int attempt = 0;
    int http_status = 0;  // 0 = no answer
    bool is_duplicate = false;
    UnixMillis at = 0;
    UnixMillis took_ms = 0;
};

struct DeliveryCounts {
    std::uint64_t webhooks = 0;  // answered with 200
    std::uint64_t updates = 0;   // in them, repetitions left out
    std::uint64_t failed_attempts = 0;
    std::size_t waiting = 0;
    bool is_verified = false;
};

class Delivery {
  public:
    explicit Delivery(DeliverySettings settings);
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;
    ~Delivery();

    void start();
    void stop();  // gives up calls under way and waits for the threads

    void set_script(const Script& script);
    // Without subscribed_apps no webhook comes, although sends work.
    void set_subscribed(bool is_subscribed);
    bool is_subscribed() const;

    Group new_group();
    void add(std::vector<TimedNews> news, Group group = 0);
    void add_message(News news, int after_ms = 0, Group group = 0) {
        add({TimedNews{std::move(news), after_ms}}, group);
    }
    // Posts exactly these bytes.
    void add_raw(std::string body, std::string signature, Group group, int after_ms = 0);
    // False when the time is over before everything of the group was answered with 200.
    bool wait_for(Group group, int timeout_ms);
    void release_held();
    void flush();   // everything that waits goes out now
    void forget();  // nothing waits any more, no record is left

    DeliveryCounts counts() const;
    std::vector<DeliveryRecord> records() const;  // the newest 10,000, oldest first

  private:
    void verify_webhook();
    void post_parcels();
    void post_one(class WebhookClient& client, Parcel parcel);
    void record(const Parcel& parcel, int status, UnixMillis started);
    void add_duplicates(const Parcel& parcel, int count);

    const DeliverySettings settings_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;  // of the queue, the script, or stopping
    std::condition_variable progress_;
    DeliveryQueue queue_;
    Script script_;
    DeliveryCounts counts_;
    std::deque<DeliveryRecord> records_;
    Group last_group_ = 0;
    bool is_subscribed_ = true;
    std::atomic<bool> is_stopping_{false};
    std::vector<std::thread> threads_;
};

// Wall clock; the one place of the simulator that reads it.
UnixMillis wall_clock();

}  // namespace roost::simulator
