#include "server/app/presence.h"

#include <algorithm>

#include "server/app/clock.h"
#include "server/app/sight.h"
#include "server/store/store.h"

namespace roost {

Presence::Presence(const std::vector<AgentId>& stored, UnixMillis now) : looked_at_(now) {
    for (const auto agent : stored)
        present_[agent] = now;
}

std::vector<Presence::Change> Presence::look(const std::vector<AgentId>& here, UnixMillis now) {
    looked_at_ = now;
    std::vector<Change> changes;
    for (const auto agent : here) {
        const auto known = present_.find(agent);
        if (known == present_.end()) {
            changes.push_back({agent, true});
        } else {
            known->second = now;
        }
    }
    for (const auto& [agent, seen_at] : present_) {
        if (now - seen_at > kGrace) changes.push_back({agent, false});
    }
    return changes;
}

void Presence::take(const Change& stored) {
    if (stored.is_present) {
        present_[stored.agent] = looked_at_;
    } else {
        present_.erase(stored.agent);
    }
}

Status keep_presence(const Deps& deps, Presence& presence, const std::vector<AgentId>& here) {
    for (const auto& change : presence.look(here, deps.clock.now())) {
        const auto stored = deps.store.write([&](Transaction& transaction) -> Status {
            RETURN_IF_ERROR(transaction.teams().set_present(change.agent, change.is_present));
            const auto row = transaction.people().agent(change.agent);
            // Who was removed is gone for everybody already.
            return row ? announce_colleague(transaction, *row) : Status();
        });
        RETURN_IF_ERROR(stored);
        presence.take(change);
    }
    return {};
}

}  // namespace roost
