#include "server/events/stream_places.h"

namespace roost {

namespace {
constexpr std::string_view kAgent = "agent ";
}  // namespace

Result<std::shared_ptr<StreamPlace>> StreamPlaces::take(const Principal& who, std::string_view address) {
    const bool is_address_counted = !is_in_any(bounds_.uncounted, address);
    const std::string from(address);
    const std::lock_guard lock(mutex_);
    const auto holder = who.key ? "key " + to_string(who.key) : std::string(kAgent) + to_string(who.agent);
    const auto held = agents_.find(holder);
    if (held != agents_.end() && held->second >= bounds_.per_agent) {
        return fail(
            ErrorCode::kTooManyRequests,
            std::to_string(held->second) + " event streams of yours are open already, and no more may be."
        );
    }
    const auto near = addresses_.find(from);
    if (is_address_counted && near != addresses_.end() && near->second >= bounds_.per_address) {
        return fail(ErrorCode::kTooManyRequests, "Too many event streams are open from this address.");
    }
    auto* agent = &*agents_.try_emplace(holder).first;
    auto* counted = is_address_counted ? &*addresses_.try_emplace(from).first : nullptr;
    ++agent->second;
    if (counted != nullptr) ++counted->second;
    return std::make_shared<StreamPlace>(*this, agent, counted);
}

std::vector<AgentId> StreamPlaces::agents() const {
    const std::lock_guard lock(mutex_);
    std::vector<AgentId> all;
    for (const auto& [name, count] : agents_) {
        const std::string_view holder(name);
        if (!holder.starts_with(kAgent)) continue;
        if (const auto id = parse_id<AgentId>(holder.substr(kAgent.size()))) all.push_back(*id);
    }
    return all;
}

std::size_t StreamPlaces::taken() const {
    const std::lock_guard lock(mutex_);
    std::size_t all = 0;
    for (const auto& [name, count] : agents_)
        all += count;
    return all;
}

void StreamPlaces::leave(Counts::value_type* agent, Counts::value_type* address) {
    const std::lock_guard lock(mutex_);
    leave(agents_, agent);
    if (address != nullptr) leave(addresses_, address);
}

void StreamPlaces::leave(Counts& counts, Counts::value_type* one) {
    if (--one->second == 0) counts.erase(counts.find(one->first));
}

}  // namespace roost
