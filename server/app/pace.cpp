#include "server/app/pace.h"

#include <algorithm>
#include <cmath>

namespace roost {

namespace {

constexpr std::size_t kMostPeople = 20'000;

}  // namespace

double TokenBucket::level_at(UnixMillis now) const {
    if (as_of_ == 0) return capacity_;
    const auto passed = static_cast<double>(std::max<UnixMillis>(0, now - as_of_));
    return std::min(capacity_, level_ + passed / interval_);
}

UnixMillis TokenBucket::next(UnixMillis now) const {
    const double missing = 1 - level_at(now);
    if (missing <= 1e-9) return now;
    return now + static_cast<UnixMillis>(std::ceil(missing * interval_));
}

void TokenBucket::take(UnixMillis now) {
    level_ = level_at(now) - 1;
    as_of_ = now;
}

UnixMillis Pace::next(AccountId account, UnixMillis now) const {
    const auto number = numbers_.find(account);
    if (number == numbers_.end()) return now;
    return std::max(number->second.bucket.next(now), number->second.stopped_until);
}

void Pace::take(AccountId account, UnixMillis now) {
    numbers_[account].bucket.take(now);
}

UnixMillis Pace::next(AccountId account, ConversationId conversation, UnixMillis now) const {
    auto at = next(account, now);
    if (const auto person = people_.find(conversation); person != people_.end()) {
        at = std::max(at, person->second.bucket.next(now));
    }
    return at;
}

void Pace::take(AccountId account, ConversationId conversation, UnixMillis now) {
    forget_idle(now);
    take(account, now);
    people_[conversation].bucket.take(now);
}

void Pace::stop_account(AccountId account, UnixMillis until) {
    numbers_[account].stopped_until = until;
}

int Pace::note_pair_refusal(ConversationId conversation) {
    return ++people_[conversation].refusals;
}

int Pace::pair_refusals(ConversationId conversation) const {
    const auto person = people_.find(conversation);
    return person == people_.end() ? 0 : person->second.refusals;
}

void Pace::forget_pair_refusals(ConversationId conversation) {
    if (const auto person = people_.find(conversation); person != people_.end()) person->second.refusals = 0;
}

void Pace::forget_idle(UnixMillis now) {
    if (people_.size() < kMostPeople) return;
    std::erase_if(people_, [now](const auto& entry) {
        return entry.second.refusals == 0 && entry.second.bucket.is_full(now);
    });
}

}  // namespace roost
