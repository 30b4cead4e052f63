#include "server/app/setup_link.h"

#include "server/app/opaque_token.h"

namespace roost {

std::string SetupLink::open(UnixMillis now) {
    auto token = make_opaque_token();
    const std::lock_guard lock(mutex_);
    hash_ = hash_of_token(token);
    ends_at_ = now + kLife;
    return token;
}

bool SetupLink::is_open(std::string_view token, UnixMillis now) const {
    // Of hashes: how long the comparison takes says nothing about the token.
    const auto hash = hash_of_token(token);
    const std::lock_guard lock(mutex_);
    return !hash_.empty() && hash == hash_ && now < ends_at_;
}

void SetupLink::close() {
    const std::lock_guard lock(mutex_);
    hash_.clear();
}

}  // namespace roost
