#include "server/simulator/delivery_queue.h"

#include <algorithm>
#include <utility>

namespace roost::simulator {

UnixMillis retry_delay(const Script& script, int failed_attempts) {
    const int doublings = std::clamp(failed_attempts - 1, 0, 20);
    const UnixMillis delay = static_cast<UnixMillis>(script.retry_delay_ms) << doublings;
    return std::min<UnixMillis>(delay, script.max_retry_delay_ms);
}

void DeliveryQueue::open(Group group) {
    if (group != 0) ++open_groups_[group];
}

void DeliveryQueue::close(Group group) {
    const auto found = open_groups_.find(group);
    if (found != open_groups_.end() && --found->second == 0) open_groups_.erase(found);
}

void DeliveryQueue::add(News news, UnixMillis due, Group group, const Script& script) {
    open(group);
    const bool is_held = script.are_statuses_held && news.kind == News::Kind::kStatus;
    Item item{std::move(news), group};
    if (is_held) {
        held_.push_back(std::move(item));
    } else {
        items_.emplace(due, std::move(item));
    }
}

void DeliveryQueue::add_parcel(Parcel parcel, UnixMillis due) {
    for (const Group group : parcel.groups)
        open(group);
    parcel.id = ++last_id_;
    parcels_.emplace(due, std::move(parcel));
}

Parcel DeliveryQueue::batch(const Script& script, UnixMillis now) {
    Parcel parcel;
    parcel.id = ++last_id_;
    while (!items_.empty() && items_.begin()->first <= now &&
           std::cmp_less(parcel.news.size(), script.batch_size)) {
        Item item = std::move(items_.begin()->second);
        items_.erase(items_.begin());
        parcel.news.push_back(std::move(item.news));
        if (item.group != 0) parcel.groups.push_back(item.group);
    }
    if (script.order == Order::kReversed) std::reverse(parcel.news.begin(), parcel.news.end());
    if (script.order == Order::kShuffled) {
        for (std::size_t i = parcel.news.size(); i > 1; --i)
            std::swap(parcel.news[i - 1], parcel.news[chance_.next() % i]);
    }
    parcel.updates = static_cast<int>(parcel.news.size());
    return parcel;
}

std::optional<Parcel> DeliveryQueue::take(const Script& script, UnixMillis now) {
    if (script.is_paused) return std::nullopt;
    if (!parcels_.empty() && parcels_.begin()->first <= now) {
        Parcel parcel = std::move(parcels_.begin()->second);
        parcels_.erase(parcels_.begin());
        return parcel;
    }
    if (items_.empty() || items_.begin()->first > now) return std::nullopt;
    const bool has_waited = items_.begin()->first + script.batch_wait_ms <= now;
    if (!has_waited) {
        auto due = items_.begin();
        int count = 0;
        while (due != items_.end() && due->first <= now && count < script.batch_size)
            ++due, ++count;
        if (count < script.batch_size) return std::nullopt;
    }
    return batch(script, now);
}

std::optional<UnixMillis> DeliveryQueue::next_due(const Script& script) const {
    if (script.is_paused) return std::nullopt;
    std::optional<UnixMillis> due;
    if (!parcels_.empty()) due = parcels_.begin()->first;
    if (!items_.empty()) {
        const UnixMillis at = items_.begin()->first + (script.batch_size > 1 ? script.batch_wait_ms : 0);
        due = due ? std::min(*due, at) : at;
    }
    return due;
}

void DeliveryQueue::delivered(const Parcel& parcel) {
    for (const Group group : parcel.groups)
        close(group);
}

void DeliveryQueue::put_back(Parcel parcel, const Script& script, UnixMillis now) {
    const UnixMillis due = now + retry_delay(script, parcel.attempts);
    parcels_.emplace(due, std::move(parcel));
}

void DeliveryQueue::release(UnixMillis now, bool is_now) {
    for (Item& item : held_)
        items_.emplace(now, std::move(item));
    held_.clear();
    if (!is_now) return;
    auto items = std::exchange(items_, {});
    for (auto& [due, item] : items)
        items_.emplace(std::min(due, now), std::move(item));
    auto parcels = std::exchange(parcels_, {});
    for (auto& [due, parcel] : parcels)
        parcels_.emplace(std::min(due, now), std::move(parcel));
}

void DeliveryQueue::clear() {
    items_.clear();
    parcels_.clear();
    held_.clear();
    open_groups_.clear();
}

}  // namespace roost::simulator
