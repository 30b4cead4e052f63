#include "server/simulator/delivery.h"

#include <chrono>
#include <iostream>
#include <utility>

#include "server/simulator/webhook_client.h"

namespace roost::simulator {

namespace {

constexpr int kConnections = 8;
constexpr std::size_t kMaxRecords = 10'000;
constexpr auto kVerificationPause = std::chrono::milliseconds(100);
constexpr int kVerificationTimeoutMs = 5'000;

}  // namespace

UnixMillis wall_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

Delivery::Delivery(DeliverySettings settings) : settings_(std::move(settings)), queue_(settings_.seed) {}

Delivery::~Delivery() {
    stop();
}

void Delivery::start() {
    if (settings_.webhook_url.empty()) return;
    threads_.emplace_back([this] { verify_webhook(); });
    for (int i = 0; i < kConnections; ++i)
        threads_.emplace_back([this] { post_parcels(); });
}

void Delivery::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    progress_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

void Delivery::set_script(const Script& script) {
    const std::lock_guard lock(mutex_);
    script_ = script;
    changed_.notify_all();
}

void Delivery::set_subscribed(bool is_subscribed) {
    const std::lock_guard lock(mutex_);
    is_subscribed_ = is_subscribed;
}

bool Delivery::is_subscribed() const {
    const std::lock_guard lock(mutex_);
    return is_subscribed_;
}

Group Delivery::new_group() {
    const std::lock_guard lock(mutex_);
    return ++last_group_;
}

void Delivery::add(std::vector<TimedNews> news, Group group) {
    const UnixMillis now = wall_clock();
    const std::lock_guard lock(mutex_);
    if (!is_subscribed_ || settings_.webhook_url.empty()) return;
    for (TimedNews& one : news)
        queue_.add(std::move(one.news), now + one.after_ms, group, script_);
    if (news.size() == 1) {
        changed_.notify_one();
    } else {
        changed_.notify_all();
    }
}

void Delivery::add_raw(std::string body, std::string signature, Group group, int after_ms) {
    const UnixMillis due = wall_clock() + after_ms;
    const std::lock_guard lock(mutex_);
    if (!is_subscribed_ || settings_.webhook_url.empty()) return;
    Parcel parcel;
    parcel.body = std::move(body);
    parcel.signature = std::move(signature);
    parcel.updates = 1;
    if (group != 0) parcel.groups.push_back(group);
    queue_.add_parcel(std::move(parcel), due);
    changed_.notify_all();
}

bool Delivery::wait_for(Group group, int timeout_ms) {
    std::unique_lock lock(mutex_);
    const auto limit = std::chrono::milliseconds(timeout_ms);
    progress_.wait_for(lock, limit, [&] { return is_stopping_ || queue_.is_done(group); });
    return queue_.is_done(group);
}

void Delivery::release_held() {
    const std::lock_guard lock(mutex_);
    queue_.release(wall_clock(), false);
    changed_.notify_all();
}

void Delivery::flush() {
    const std::lock_guard lock(mutex_);
    queue_.release(wall_clock(), true);
    changed_.notify_all();
}

void Delivery::forget() {
    const std::lock_guard lock(mutex_);
    queue_.clear();
    records_.clear();
    const bool is_verified = counts_.is_verified;
    counts_ = {};
    counts_.is_verified = is_verified;
    progress_.notify_all();
}

DeliveryCounts Delivery::counts() const {
    const std::lock_guard lock(mutex_);
    DeliveryCounts counts = counts_;
    counts.waiting = queue_.waiting();
    return counts;
}

std::vector<DeliveryRecord> Delivery::records() const {
    const std::lock_guard lock(mutex_);
    return {records_.begin(), records_.end()};
}

// Meta posts to no address that has not proved that it knows the verify token.
void Delivery::verify_webhook() {
    WebhookClient client(settings_.webhook_url, is_stopping_);
    const std::string challenge = std::to_string(1'158'201'444 + wall_clock() % 1'000'000);
    while (!is_stopping_) {
        const bool needs_proof = !settings_.verify_token.empty();
        if (!needs_proof || client.verify(settings_.verify_token, challenge, kVerificationTimeoutMs)) break;
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, kVerificationPause, [&] { return is_stopping_.load(); });
    }
    const std::lock_guard lock(mutex_);
    counts_.is_verified = !is_stopping_;
    changed_.notify_all();
}

void Delivery::post_parcels() {
    WebhookClient client(settings_.webhook_url, is_stopping_);
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        std::optional<Parcel> parcel;
        if (counts_.is_verified) parcel = queue_.take(script_, wall_clock());
        if (parcel) {
            lock.unlock();
            post_one(client, std::move(*parcel));
            lock.lock();
            continue;
        }
        const auto due = counts_.is_verified ? queue_.next_due(script_) : std::nullopt;
        if (due) {
            changed_.wait_for(lock, std::chrono::milliseconds(std::max<UnixMillis>(*due - wall_clock(), 1)));
        } else {
            changed_.wait(lock);
        }
    }
}

void Delivery::post_one(WebhookClient& client, Parcel parcel) {
    if (parcel.body.empty()) {
        parcel.body = meta_escaped(webhook_of(settings_.number, parcel.news));
        parcel.signature = signature_of(settings_.app_secret, parcel.body);
        parcel.news.clear();
    }
    int timeout_ms = 0;
    {
        const std::lock_guard lock(mutex_);
        timeout_ms = script_.timeout_ms;
        if (parcel.attempts == 0 && !parcel.is_duplicate) add_duplicates(parcel, script_.duplicates);
    }
    ++parcel.attempts;
    const UnixMillis started = wall_clock();
    const int status = client.post(parcel.body, parcel.signature, timeout_ms);
    const std::lock_guard lock(mutex_);
    record(parcel, status, started);
    if (status == 200) {
        queue_.delivered(parcel);
        progress_.notify_all();
    } else {
        queue_.put_back(std::move(parcel), script_, wall_clock());
    }
}

void Delivery::add_duplicates(const Parcel& parcel, int count) {
    for (int i = 0; i < count; ++i) {
        Parcel copy = parcel;
        copy.is_duplicate = true;
        queue_.add_parcel(std::move(copy), wall_clock());
    }
    if (count > 0) changed_.notify_all();
}

void Delivery::record(const Parcel& parcel, int status, UnixMillis started) {
    const bool is_delivered = status == 200;
    if (is_delivered) {
        ++counts_.webhooks;
        if (!parcel.is_duplicate) counts_.updates += static_cast<std::uint64_t>(parcel.updates);
    } else {
        ++counts_.failed_attempts;
    }
    DeliveryRecord one{parcel.id, parcel.updates, parcel.attempts, status, parcel.is_duplicate, started, 0};
    one.took_ms = wall_clock() - started;
    records_.push_back(one);
    if (records_.size() > kMaxRecords) records_.pop_front();
}

}  // namespace roost::simulator
