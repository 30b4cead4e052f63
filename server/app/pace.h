// How fast Meta lets one number send, and one number to one person (cloud-api §11). Kept in memory: after a
// restart Meta's own refusals correct it. Pure but for its own state; one thread at a time.
#pragma once

#include <unordered_map>

#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace roost {

// Holds at most `capacity` tokens and gains one every `interval`.
class TokenBucket {
  public:
    TokenBucket(double capacity, double interval_ms)
        : capacity_(capacity), interval_(interval_ms), level_(capacity) {}

    // When a token is there: `now` or later.
    UnixMillis next(UnixMillis now) const;
    void take(UnixMillis now);
    bool is_full(UnixMillis now) const { return level_at(now) >= capacity_; }

  private:
    double level_at(UnixMillis now) const;

    double capacity_;
    double interval_;
    double level_;
    UnixMillis as_of_ = 0;
};

class Pace {
  public:
    // When the next message of this number to this person may go.
    UnixMillis next(AccountId account, ConversationId conversation, UnixMillis now) const;
    void take(AccountId account, ConversationId conversation, UnixMillis now);
    // The same for what is no message and does not count for the person.
    UnixMillis next(AccountId account, UnixMillis now) const;
    void take(AccountId account, UnixMillis now);

    // Nothing before `until`.
    void stop_account(AccountId account, UnixMillis until);
    // "Too fast" from Meta, in a row for this person: how often, this one included.
    int note_pair_refusal(ConversationId conversation);
    int pair_refusals(ConversationId conversation) const;
    void forget_pair_refusals(ConversationId conversation);

  private:
    struct Person {
        // 45 at once, then one in six seconds.
        TokenBucket bucket{45, 6000};
        int refusals = 0;
    };
    struct Number {
        // Never more than 80 in any one second: 8 at once and 72 a second.
        TokenBucket bucket{8, 1000.0 / 72};
        UnixMillis stopped_until = 0;
    };

    void forget_idle(UnixMillis now);

    std::unordered_map<AccountId, Number> numbers_;
    std::unordered_map<ConversationId, Person> people_;
};

}  // namespace roost
