#include "server/app/number_rest.h"

#include <iterator>

namespace roost {

namespace {

// What a status tells comes after the message has failed: each attempt may cost one.
constexpr UnixMillis kRestAfterStatus = 10 * kMinute;
constexpr UnixMillis kToldAfterwards = kHour;

}  // namespace

void NumberRest::remember(const Troubles& troubles, UnixMillis now) {
    for (const auto& [account, trouble] : troubles)
        known_[account] = {trouble, now};
}

void NumberRest::see(const Troubles& troubles, Pace& pace, UnixMillis now) {
    for (auto at = known_.begin(); at != known_.end();) {
        const bool is_over = !troubles.contains(at->first);
        if (is_over) pace.stop_account(at->first, 0);
        at = is_over ? known_.erase(at) : std::next(at);
    }
    for (const auto& [account, trouble] : troubles) {
        auto& known = known_[account];
        if (known.trouble == trouble) continue;
        known.trouble = trouble;
        if (!trouble.comes_by_status && known.confirmed_at != 0) continue;
        known.confirmed_at = now;
        if (trouble.comes_by_status) pace.stop_account(account, now + kRestAfterStatus);
    }
}

void NumberRest::note_refusal(AccountId account, Pace& pace, UnixMillis until, UnixMillis now) {
    pace.stop_account(account, until);
    known_[account].confirmed_at = now;
}

void NumberRest::note_attempt(AccountId account, Pace& pace, UnixMillis now) {
    const auto known = known_.find(account);
    if (known == known_.end() || !known->second.trouble.comes_by_status) return;
    known->second.confirmed_at = now;
    pace.stop_account(account, now + kRestAfterStatus);
}

UnixMillis NumberRest::forgotten_at(AccountId account) const {
    const auto known = known_.find(account);
    return known == known_.end() ? 0 : known->second.confirmed_at + kToldAfterwards;
}

std::vector<AccountId> NumberRest::in_trouble() const {
    std::vector<AccountId> accounts;
    accounts.reserve(known_.size());
    for (const auto& [account, known] : known_)
        accounts.push_back(account);
    return accounts;
}

}  // namespace roost
