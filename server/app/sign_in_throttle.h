// How often somebody may try a password: after a few failures each further try waits longer, for the account
// that is tried and for the address that tries. In memory and bounded.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/time.h"

namespace roost {

struct Failures {
    int count = 0;
    UnixMillis last_at = 0;
};

// How many failures cost nothing; from then on the wait doubles with each.
struct ThrottlePolicy {
    int free_tries = 10;
    UnixMillis longest_wait = 15 * kMinute;
};
// A try counts from its beginning: several pages may sign in at once with the right password.
inline constexpr ThrottlePolicy kAccountPolicy{10, 15 * kMinute};
// Behind one address a whole office may sit.
inline constexpr ThrottlePolicy kAddressPolicy{20, 15 * kMinute};
inline constexpr UnixMillis kFailuresForgotten = kDay;

// When the next try is allowed. Pure.
UnixMillis next_try_at(const Failures& failures, const ThrottlePolicy& policy);

// An address as it is counted: of IPv6 the network, since one machine has all of it. Pure.
std::string counted_address(std::string_view address);

// Any thread.
class SignInThrottle {
  public:
    static constexpr std::size_t kMost = 10'000;

    // How long this try must wait; 0 = it may be made, and counts as failed until it is said to have
    // succeeded, so that many at once are counted too.
    UnixMillis begin(std::string_view account, std::string_view address, UnixMillis now);
    // The account starts anew; the address gets this one try back.
    void succeeded(std::string_view account, std::string_view address);

    // It was no try at the account at all: both get it back, and what failed before stays.
    void take_back(std::string_view account, std::string_view address);

    std::size_t size() const;

  private:
    using Table = std::unordered_map<std::string, Failures>;
    static Failures& entry(Table& table, const std::string& key, UnixMillis now);
    static void make_room(Table& table);

    mutable std::mutex mutex_;
    Table accounts_;
    Table addresses_;
};

}  // namespace roost
