// Which numbers rest because Meta refuses everything from them, and how it is found out that they may go on:
// one message at a time. What the store knows of their troubles, and when it was last confirmed; the latter
// in memory, so that a new start tries at once. One thread at a time.
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "server/app/pace.h"
#include "shared/model/account.h"

namespace roost {

class NumberRest {
  public:
    using Troubles = std::map<AccountId, AccountTrouble>;

    // After a start: what is in trouble may have been mended in the meantime.
    void remember(const Troubles& troubles, UnixMillis now);
    // What the store says now. A number rests from here on if a status told of its trouble, and rests no more
    // once it is out of trouble.
    void see(const Troubles& troubles, Pace& pace, UnixMillis now);
    // Meta's answer to a message: nothing goes out before `until`. Its trouble is in the store.
    void note_refusal(AccountId account, Pace& pace, UnixMillis until, UnixMillis now);
    // A message of it goes out to find out.
    void note_attempt(AccountId account, Pace& pace, UnixMillis now);

    // One of it at a time.
    bool is_in_trouble(AccountId account) const { return known_.contains(account); }
    // When its trouble is too old to be told while nothing waits behind it.
    UnixMillis forgotten_at(AccountId account) const;
    std::vector<AccountId> in_trouble() const;

  private:
    struct Known {
        AccountTrouble trouble;
        UnixMillis confirmed_at = 0;
    };

    std::unordered_map<AccountId, Known> known_;
};

}  // namespace roost
