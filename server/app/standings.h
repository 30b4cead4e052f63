// Whether what somebody came in with is still good, remembered for a moment, so that a request costs no
// query. Whoever ends a session, changes a role or withdraws a key says so with forget_all(), and it holds
// from the next request on; what another program changed in the database is noticed after kRemembered.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/app/principal.h"
#include "shared/base/time.h"

namespace roost {

// Any thread.
class Standings {
  public:
    static constexpr UnixMillis kRemembered = 10 * kSecond;
    static constexpr std::size_t kMost = 20'000;

    // Taken before the database is read: what is kept under an older one is not believed.
    std::uint64_t generation() const;
    // Absent = not known any more; the inner one = it is over.
    std::optional<std::optional<Principal>> find(const std::string& proof, UnixMillis now) const;
    void keep(
        const std::string& proof, std::optional<Principal> who, std::uint64_t generation, UnixMillis now
    );
    void forget_all();

  private:
    struct Entry {
        std::optional<Principal> who;
        UnixMillis until = 0;
    };

    mutable std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
    std::uint64_t generation_ = 0;
};

}  // namespace roost
