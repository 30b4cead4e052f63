#include "server/app/sign_in_throttle.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "server/app/opaque_token.h"

namespace roost {

namespace {

constexpr int kMostDoublings = 20;

// The whole address is kept nowhere, and a long one costs no more than a short one.
std::string account_key(std::string_view account) {
    std::string folded(account);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return hash_of_token(folded).substr(0, 32);
}

}  // namespace

UnixMillis next_try_at(const Failures& failures, const ThrottlePolicy& policy) {
    const int over = failures.count - policy.free_tries;
    if (over < 0) return 0;
    const auto wait = kSecond << std::min(over, kMostDoublings);
    return failures.last_at + std::min<UnixMillis>(wait, policy.longest_wait);
}

std::string counted_address(std::string_view address) {
    std::array<unsigned char, 16> bytes{};
    if (::inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
    const std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
        return ::inet_ntop(AF_INET, bytes.data() + mapped.size(), text.data(), text.size());
    }
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
}

Failures& SignInThrottle::entry(Table& table, const std::string& key, UnixMillis now) {
    if (table.size() >= kMost && !table.contains(key)) make_room(table);
    auto& failures = table[key];
    if (now - failures.last_at >= kFailuresForgotten) failures = {};
    // A clock that was put back prolongs nobody's waiting beyond its bound.
    failures.last_at = std::min(failures.last_at, now);
    return failures;
}

// Those with few and old failures go first: who invents accounts cannot push out the one that is attacked.
void SignInThrottle::make_room(Table& table) {
    std::vector<std::pair<std::pair<int, UnixMillis>, std::string>> order;
    order.reserve(table.size());
    for (const auto& [key, failures] : table)
        order.push_back({{failures.count, failures.last_at}, key});
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
    std::nth_element(order.begin(), middle, order.end());
    for (auto at = order.begin(); at != middle; ++at)
        table.erase(at->second);
}

UnixMillis SignInThrottle::begin(std::string_view account, std::string_view address, UnixMillis now) {
    const std::lock_guard lock(mutex_);
    auto& of_account = entry(accounts_, account_key(account), now);
    auto& of_address = entry(addresses_, counted_address(address), now);
    const auto allowed_at =
        std::max(next_try_at(of_account, kAccountPolicy), next_try_at(of_address, kAddressPolicy));
    if (now < allowed_at) return allowed_at - now;
    for (auto* failures : {&of_account, &of_address}) {
        ++failures->count;
        failures->last_at = now;
    }
    return 0;
}

void SignInThrottle::succeeded(std::string_view account, std::string_view address) {
    const std::lock_guard lock(mutex_);
    accounts_.erase(account_key(account));
    const auto found = addresses_.find(counted_address(address));
    if (found != addresses_.end() && --found->second.count <= 0) addresses_.erase(found);
}

void SignInThrottle::take_back(std::string_view account, std::string_view address) {
    const std::lock_guard lock(mutex_);
    const auto give = [](Table& table, const std::string& key) {
        const auto found = table.find(key);
        if (found != table.end() && --found->second.count <= 0) table.erase(found);
    };
    give(accounts_, account_key(account));
    give(addresses_, counted_address(address));
}

std::size_t SignInThrottle::size() const {
    const std::lock_guard lock(mutex_);
    return accounts_.size() + addresses_.size();
}

}  // namespace roost
