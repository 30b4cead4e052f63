#include "client-wasm/platform/web/tabs.h"

#include <utility>

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

LockId Tabs::hold(const std::string& name, LockWish wish, LockCallback changed) {
    const LockId id = next_++;
    locks_.emplace(id, std::move(changed));
    roost_tabs_hold(id, name.c_str(), wish == LockWish::kSeize);
    return id;
}

void Tabs::release(LockId id) {
    if (locks_.erase(id) > 0) roost_tabs_release(id);
}

void Tabs::hear(const std::string& channel, ToldCallback told) {
    told_ = std::move(told);
    roost_tabs_hear(channel.c_str());
}

// Copies of what is called: it may release its own lock, or stop hearing.
void Tabs::deliver() {
    for (const News& one : std::exchange(news_, {})) {
        if (one.lock == 0) {
            const ToldCallback told = told_;
            if (told) told(one.text);
            continue;
        }
        const auto found = locks_.find(one.lock);
        if (found == locks_.end()) continue;
        const LockCallback changed = found->second;
        if (!one.is_held) locks_.erase(found);
        changed(one.is_held);
    }
}

}  // namespace roost::platform
