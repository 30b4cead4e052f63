#include "server/app/standings.h"

#include <utility>

namespace roost {

std::uint64_t Standings::generation() const {
    const std::lock_guard lock(mutex_);
    return generation_;
}

std::optional<std::optional<Principal>> Standings::find(const std::string& proof, UnixMillis now) const {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(proof);
    if (found == entries_.end() || now >= found->second.until) return std::nullopt;
    return found->second.who;
}

void Standings::keep(
    const std::string& proof, std::optional<Principal> who, std::uint64_t generation, UnixMillis now
) {
    const std::lock_guard lock(mutex_);
    if (generation != generation_) return;
    // All are read anew within seconds anyway.
    if (entries_.size() >= kMost) entries_.clear();
    entries_[proof] = {std::move(who), now + kRemembered};
}

void Standings::forget_all() {
    const std::lock_guard lock(mutex_);
    ++generation_;
    entries_.clear();
}

}  // namespace roost
